import type { Blocks, Box } from './blocks.ts';
import { innerText } from './dom.ts';
import { letters } from './locate.ts';
import { parsePage } from './parse.ts';

/** An articleBody shorter than this is a teaser and tells nothing. */
const ENOUGH = 400;
const LONGEST = 300_000;
/** The reasons for dropping that metadata overrule; boxes and teasers are copied into articleBody at times. */
const DOUBTED = new Set(['furniture', 'doubtful']);

/** JSON-LD's articleBody as paragraphs of plain text; empty where it is missing or short. */
export function toldParagraphs(body: string | null): string[] {
  if (body === null || body.length < ENOUGH) return [];
  const text = body.slice(0, LONGEST);
  const parts = /<(?:p|br|div|h\d)\b/i.test(text)
    ? text.split(/<\/?(?:p|br|div|h\d|li)\b[^>]{0,200}>/i)
    : text.split(/\n+/);
  return parts
    .map((part) => (/[&<]/.test(part) ? innerText(parsePage(part).root) : part.trim()))
    .filter((part) => part !== '');
}

/** Marks the blocks that articleBody holds too: hints cannot drop them. */
export function trustTold({ blocks }: Blocks, told: readonly string[]): void {
  if (told.length === 0) return;
  const all = letters(told.join(' '));
  for (const block of blocks) {
    const { dropped } = block.box;
    if (dropped === null || !DOUBTED.has(dropped) || block.prose < 40 || isCaption(block.box)) continue;
    block.trusted = all.includes(letters(block.text));
  }
}

function isCaption(box: Box): boolean {
  for (let at: Box | null = box, up = 0; at !== null && up < 4; at = at.parent, up++)
    if (at.tag === 'figure' || /caption/i.test(at.names)) return true;
  return false;
}
