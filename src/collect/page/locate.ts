import type { Block, Blocks, Box } from './blocks.ts';

/** A child must keep this share of its parent's prose for the search to descend into it. */
const DESCEND = 0.8;

/** The innermost box that still holds nearly all of the page's kept prose. */
export function locateBody({ top }: Blocks): Box {
  let box = top;
  for (;;) {
    const next = box.children.reduce<Box | null>((a, b) => (a === null || b.kept > a.kept ? b : a), null);
    if (next === null || next.kept < box.kept * DESCEND || next.kept === 0) return box;
    box = next;
  }
}

/** The block in which the page prints its headline: the last `h1` (or other heading) that equals the title. */
export function headlineBlock({ blocks }: Blocks, titles: readonly string[]): Block | null {
  const wanted = new Set(titles.map(letters).filter((title) => title.length > 8));
  let h1: Block | null = null;
  let best: Block | null = null;
  for (const block of blocks) {
    if (!/^h[1-3]$/.test(block.box.tag)) continue;
    if (block.box.tag === 'h1') h1 ??= block;
    if (wanted.has(letters(block.text)) && (best === null || block.box.tag === 'h1')) best = block;
  }
  return best ?? h1;
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export const blocksOf = ({ blocks }: Blocks, box: Box): Block[] => blocks.slice(box.first, box.end);
