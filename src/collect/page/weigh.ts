import { type Block, type Blocks, type Box, isAlive } from './blocks.ts';

const SENTENCE = /[.!?…:;。！？][”"“«»')\]’]*(?:\s|$)/u;
const HEADING = /^h[1-6]$/;

export const isHeading = (block: Block): boolean => HEADING.test(block.box.tag);

/** How many characters of running prose a block holds; links, labels and headings count nothing. */
function proseOf(block: Block): number {
  const { text, linkShare } = block;
  if (linkShare > 0.5 || isHeading(block)) return 0;
  const own = text.length * (1 - linkShare);
  if (text.length >= 80) return SENTENCE.test(text) ? own : own * 0.4;
  if (text.length >= 25 && SENTENCE.test(text)) return own * 0.6;
  return block.box.tag === 'p' ? own * 0.2 : 0;
}

/** Sums each block's prose into all boxes around it. */
export function weighProse({ blocks }: Blocks): void {
  for (const block of blocks) {
    block.prose = proseOf(block);
    if (block.prose > 0)
      for (let box: Box | null = block.box; box !== null; box = box.parent) box.prose += block.prose;
  }
}

/** Sums the prose that is not dropped into all boxes around it. */
export function weighKept({ top, blocks }: Blocks): void {
  clearKept(top);
  for (const block of blocks)
    if (block.prose > 0 && isAlive(block))
      for (let box: Box | null = block.box; box !== null; box = box.parent) box.kept += block.prose;
}

function clearKept(box: Box): void {
  box.kept = 0;
  for (const child of box.children) clearKept(child);
}
