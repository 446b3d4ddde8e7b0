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

export const blocksOf = ({ blocks }: Blocks, box: Box): Block[] => blocks.slice(box.first, box.end);
