import type { Block, Blocks, Box } from './blocks.ts';
import { blocksOf } from './locate.ts';

const NEVER = new Set(['h1']);

/** Joins the lead and the body's blocks that are article text, a blank line between paragraphs. */
export function assemble(cut: Blocks, body: Box, lead: Block[]): string {
  return [...lead, ...blocksOf(cut, body).filter(isText)].map((block) => block.text).join('\n\n');
}

function isText(block: Block): boolean {
  if (block.dropped || block.box.dropped !== null || NEVER.has(block.box.tag)) return false;
  return block.linkShare < 0.8;
}
