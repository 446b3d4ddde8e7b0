import type { Element } from './dom.ts';
import type { Hint } from './hints.ts';

/** A run of text between two block boundaries: a paragraph, a heading, a list item, a table cell. */
export interface Block {
  text: string;
  /** Share of the text's characters that stand in links. */
  linkShare: number;
  /** The nearest block-level element. */
  box: Box;
  /** Place in document order. */
  index: number;
  /** Characters of running prose; see `weigh.ts`. */
  prose: number;
  /** Not article text although its box may be. */
  dropped: boolean;
  /** Article text although its box is dropped. */
  trusted: boolean;
}

/** May it be article text, by itself and by its box? */
export const isAlive = ({ dropped, trusted, box }: Block): boolean =>
  !dropped && (trusted || box.dropped === null);

/** A block-level element and the range of blocks below it, `[first, end)`. */
export interface Box {
  /** Null for the page itself. */
  element: Element | null;
  tag: string;
  /** Its class, id and itemprop, cut off where pages overdo it. */
  names: string;
  hint: Hint;
  parent: Box | null;
  children: Box[];
  first: number;
  end: number;
  /** Images below. */
  images: number;
  /** Prose below, in characters, and the part of it that is not dropped; see `weigh.ts`. */
  prose: number;
  kept: number;
  /** Why nothing below is article text; null where it may be. */
  dropped: string | null;
}

export interface Blocks {
  top: Box;
  blocks: Block[];
}
