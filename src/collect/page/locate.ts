import { type Block, type Blocks, type Box, isAlive } from './blocks.ts';
import { mark } from './drop.ts';

/** A child must keep this share of its parent's prose for the search to descend into it. */
const DESCEND = 0.8;

/** Boxes that hold one paragraph: no body, even where it is all there is. */
const PARAGRAPHS = new Set('p li dd dt blockquote pre caption figcaption h1 h2 h3 h4 h5 h6'.split(' '));

/** The innermost box that still holds nearly all of the page's kept prose. */
export function locateBody({ top }: Blocks): Box {
  let box = top;
  for (;;) {
    const next = box.children.reduce<Box | null>((a, b) => (a === null || b.kept > a.kept ? b : a), null);
    if (next === null || next.kept < box.kept * DESCEND || next.kept === 0 || PARAGRAPHS.has(next.tag))
      return box;
    box = next;
  }
}

/** Where the page prints its headline. */
export interface Headline {
  block: Block;
  /** The heading's words are those of the title; else it is merely the first `h1`. */
  sure: boolean;
}

/** Tells whether a text is one of the titles, a kicker before it or not. */
export function titleMatcher(titles: readonly string[]): (text: string) => boolean {
  const wanted = titles.map(letters).filter((title) => title.length > 8);
  return (text) => {
    const own = letters(text);
    return wanted.some(
      (title) => own === title || (title.length > 20 && own.endsWith(title) && own.length < title.length * 2),
    );
  };
}

/** The heading that equals a title the page states (`h1` before others, the last of equals), else the first `h1`. */
export function findHeadline({ blocks }: Blocks, titles: readonly string[]): Headline | null {
  const isTitle = titleMatcher(titles);
  let h1: Block | null = null;
  let best: Block | null = null;
  for (const block of blocks) {
    if (!/^h[1-4]$/.test(block.box.tag)) continue;
    if (block.box.tag === 'h1') h1 ??= block;
    if (isTitle(block.text) && (best === null || best.box.tag !== 'h1')) best = block;
  }
  const block = best ?? h1;
  return block === null ? null : { block, sure: best !== null };
}

/** Drops articles of their own that follow the headline's: the next one that endless pages append. */
export function dropOtherArticles({ top }: Blocks, { block, sure }: Headline): void {
  const own = ancestors(block.box).find((box) => box.tag === 'article');
  if (!sure || own === undefined || own.kept < top.kept * 0.2) return;
  const visit = (box: Box): void => {
    if (box === own || box.dropped !== null) return;
    if (box.tag === 'article' && box.first > block.index) mark(box, 'other-article');
    else for (const child of box.children) visit(child);
  };
  visit(top);
}

function ancestors(box: Box): Box[] {
  const path: Box[] = [];
  for (let at: Box | null = box; at !== null; at = at.parent) path.unshift(at);
  return path;
}

/** Drops what stands before the headline, unless most of the page's prose does. */
export function dropBeforeHeadline({ blocks, top }: Blocks, { block: { index }, sure }: Headline): void {
  const before = blocks.slice(0, index).filter(isAlive);
  const prose = before.reduce((sum, block) => sum + block.prose, 0);
  if (!sure || prose > top.kept * 0.4) return;
  for (const block of before) block.dropped = true;
}

/** Letters and digits alone, for comparing titles. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export const blocksOf = ({ blocks }: Blocks, box: Box): Block[] => blocks.slice(box.first, box.end);
