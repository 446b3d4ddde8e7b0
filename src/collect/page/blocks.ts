import { type Element, isElement, type Node, type Root, squeeze } from './dom.ts';
import { type Hint, hintOf } from './hints.ts';

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

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby ' +
    's samp small span strike strong sub sup time tt u var wbr o:p amp-link'
  ).split(' '),
);
const UNREAD = new Set(
  (
    'script style noscript template svg math iframe object embed applet audio video canvas select option datalist ' +
    'button input textarea img picture source track map area head title meta link base progress meter'
  ).split(' '),
);

/** Cuts the page into blocks, in document order, and gives the tree of boxes that hold them. */
export function cutBlocks(root: Root): Blocks {
  const top = newBox(null, null, 0);
  const blocks: Block[] = [];
  let parts: string[] = [];
  let linked = 0;
  let afterBreak = false;
  let box = top;

  const flush = (): void => {
    const clean = parts.length === 0 ? '' : withoutMarks(squeeze(parts.join('')));
    if (clean !== '') {
      const linkShare = Math.min(1, linked / clean.length);
      blocks.push({
        text: clean,
        linkShare,
        box,
        index: blocks.length,
        prose: 0,
        dropped: false,
        trusted: false,
      });
    }
    parts = [];
    linked = 0;
    afterBreak = false;
  };
  // Two line breaks in a row end a paragraph, as old layouts have it.
  const endLine = (): void => {
    if (afterBreak) flush();
    else parts.push(' ');
    afterBreak = true;
  };

  const visit = (node: Node, inLink: boolean): void => {
    if (node.type === 'text') {
      parts.push(node.data);
      const length = squeeze(node.data).length;
      if (length > 0) afterBreak = false;
      if (inLink) linked += length;
    } else if (isElement(node) && (node.name === 'img' || node.name === 'picture')) {
      for (let at: Box | null = box; at !== null; at = at.parent) at.images++;
    } else if (isElement(node) && !UNREAD.has(node.name)) {
      if (node.name === 'br') endLine();
      else if (INLINE.has(node.name)) visitInline(node, inLink);
      else visitBlock(node, inLink);
    }
  };
  const visitInline = (element: Element, inLink: boolean): void => {
    const hint = element.name === 'a' ? null : hintOf(element);
    if (hint === 'hidden' || hint === 'furniture') return;
    const link = inLink || (element.name === 'a' && 'href' in element.attribs);
    for (const child of element.children) visit(child, link);
  };
  const visitBlock = (element: Element, inLink: boolean): void => {
    flush();
    const outer = box;
    box = newBox(element, outer, blocks.length);
    outer.children.push(box);
    for (const child of element.children) visit(child, inLink);
    flush();
    box.end = blocks.length;
    box = outer;
  };

  for (const child of root.children) visit(child, false);
  flush();
  top.end = blocks.length;
  return { top, blocks };
}

/** Citation marks after a word or sentence, `[1][2]`. */
const withoutMarks = (text: string): string =>
  text.includes('[') ? text.replace(/(?<=[\p{L}\p{N}.,;:!?”“"»)])(?: ?\[\d{1,3}\]){1,20}/gu, '') : text;

const namesOf = ({ attribs }: Element): string =>
  `${(attribs.class ?? '').slice(0, 300)} ${(attribs.id ?? '').slice(0, 100)} ${(attribs.itemprop ?? '').slice(0, 40)} ${attribs.rel === 'author' ? 'author' : ''}`.trim();

const newBox = (element: Element | null, parent: Box | null, first: number): Box => ({
  element,
  tag: element?.name ?? 'html',
  names: element === null ? '' : namesOf(element),
  hint: element === null ? null : hintOf(element),
  parent,
  children: [],
  first,
  end: first,
  images: 0,
  prose: 0,
  kept: 0,
  dropped: null,
});
