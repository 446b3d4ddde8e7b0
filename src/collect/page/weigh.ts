import type { Block, Blocks, Box } from './blocks.ts';

const SENTENCE = /[.!?…:;。！？][”"“«»')\]’]*(?:\s|$)/u;
const HEADING = /^h[1-6]$/;
/** Hinted boxes that hold more than this share of the page's prose are kept: the hint must be wrong. */
const TOO_MUCH = 0.35;

export const isHeading = (block: Block): boolean => HEADING.test(block.box.tag);

/** How many characters of running prose a block holds; links, labels and headings count nothing. */
export function proseOf(block: Block): number {
  const { text, linkShare } = block;
  if (linkShare > 0.5 || isHeading(block)) return 0;
  const own = text.length * (1 - linkShare);
  if (text.length >= 80) return SENTENCE.test(text) ? own : own * 0.4;
  if (text.length >= 25 && SENTENCE.test(text)) return own * 0.6;
  return block.box.tag === 'p' ? own * 0.2 : 0;
}

/** Sums prose up the tree, drops what hints call furniture unless too much would go, sums what is kept. */
export function weigh({ top, blocks }: Blocks): void {
  const prose = blocks.map(proseOf);
  for (const block of blocks) {
    const own = prose[block.index] ?? 0;
    for (let box: Box | null = block.box; box !== null; box = box.parent) box.prose += own;
  }
  drop(top, top.prose, null);
  for (const block of blocks) {
    if (block.box.dropped !== null) continue;
    const own = prose[block.index] ?? 0;
    for (let box: Box | null = block.box; box !== null; box = box.parent) box.kept += own;
  }
}

function drop(box: Box, total: number, outer: string | null): void {
  box.dropped = outer ?? verdict(box, total);
  for (const child of box.children) drop(child, total, box.dropped);
}

function verdict(box: Box, total: number): string | null {
  if (box.hint === null || box.tag === 'body') return null;
  const share = total === 0 ? 0 : box.prose / total;
  if (box.hint === 'comments') return share < 0.95 ? 'comments' : null;
  if (share > TOO_MUCH) return null;
  if (box.hint === 'doubtful') return box.prose < 40 ? 'doubtful' : null;
  return box.hint;
}
