import type { Box } from '../page/blocks.ts';
import { cutBlocks } from '../page/cut.ts';
import { parsePage } from '../page/parse.ts';

/** Longest text kept of one item, in characters; no report is near it. */
const MAX_TEXT = 200_000;
const PICTURE = new Set(['figure', 'figcaption']);

function inPicture(box: Box): boolean {
  for (let at: Box | null = box; at !== null; at = at.parent) if (PICTURE.has(at.tag)) return true;
  return false;
}

/**
 * The paragraphs and headings of an `article_html`, joined by a blank line; plain text, without captions.
 * @param notice the item's copyright line, left out where it is also printed in the text
 */
export function wireText(html: string, notice: string): string {
  const paragraphs: string[] = [];
  let length = 0;
  for (const { text, box } of cutBlocks(parsePage(html).root).blocks) {
    if (text === notice || inPicture(box)) continue;
    length += text.length + 2;
    if (length > MAX_TEXT) break;
    paragraphs.push(text);
  }
  return paragraphs.join('\n\n');
}
