import { type Block, type Blocks, type Box, isAlive } from './blocks.ts';
import { withoutSignature } from './credits.ts';
import { blocksOf } from './locate.ts';

const NEVER = new Set(['h1']);

/** A paragraph of this many characters is not meant to be read twice. */
const REPEATED = 300;

/** Joins the lead and the body's blocks that are article text, a blank line between paragraphs. */
export function assemble(cut: Blocks, body: Box, lead: Block[]): string {
  const seen = new Set<string>();
  const opening = new Set(lead.map(({ text }) => text));
  const paragraphs = [...opening];
  for (const { text } of blocksOf(cut, body).filter(isText)) {
    if (opening.has(text) || seen.has(text)) continue;
    if (text.length >= REPEATED) seen.add(text);
    paragraphs.push(withoutSignature(text));
  }
  return paragraphs.join('\n\n');
}

function isText(block: Block): boolean {
  if (!isAlive(block) || NEVER.has(block.box.tag)) return false;
  return block.linkShare < 0.8;
}
