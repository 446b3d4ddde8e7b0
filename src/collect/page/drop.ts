import type { Block, Blocks, Box } from './blocks.ts';
import { isHeading } from './weigh.ts';

/** Hints that stand however much text they cover. */
const FIRM_TAGS = new Set(['nav', 'footer', 'figcaption']);
const FIRM_HINTS = new Set(['comments', 'consent', 'footer']);
/** Characters of prose below which a page has no text, so that even firm hints are doubted. */
const NOTHING = 140;

/**
 * Drops the boxes that hints call furniture. A hint that would take more prose than all it leaves is not
 * believed: layouts name whole pages `has-sidebar` or `teaser`.
 */
export function dropFurniture(cut: Blocks): void {
  const { top } = cut;
  const hinted: Box[] = [];
  let left = top.prose;
  const collect = (box: Box): void => {
    if (isDropped(box, top.prose)) {
      hinted.push(box);
      left -= box.prose;
    } else for (const child of box.children) collect(child);
  };
  collect(top);
  left += restoreSeries(hinted, left, collect);
  hinted.sort((a, b) => b.prose - a.prose);
  for (const box of hinted) {
    if (box.prose > Math.max(left, NOTHING) && (left < NOTHING || !isFirm(box) || holdsHeadline(cut, box))) {
      for (const child of box.children) collect(child);
      left += box.prose;
    } else mark(box, box.hint ?? 'furniture');
  }
}

/** Slides may be a page's own sections. */
const isSeries = ({ hint, names }: Box): boolean => hint === 'side' && /galler|slide|carousel/i.test(names);

/** Takes from the hinted boxes those that look alike and together hold more prose than is left; gives it. */
function restoreSeries(hinted: Box[], left: number, collect: (box: Box) => void): number {
  const rows = new Map<string, Box[]>();
  for (const box of hinted) {
    if (!isSeries(box)) continue;
    const key = signature(box);
    rows.set(key, [...(rows.get(key) ?? []), box]);
  }
  let restored = 0;
  for (const row of rows.values()) {
    const prose = row.reduce((sum, box) => sum + box.prose, 0);
    if (row.length < 3 || prose <= Math.max(left, NOTHING)) continue;
    restored += prose;
    for (const box of row) {
      hinted.splice(hinted.indexOf(box), 1);
      for (const child of box.children) collect(child);
    }
  }
  return restored;
}

const holdsHeadline = ({ blocks }: Blocks, box: Box): boolean =>
  blocks.slice(box.first, box.end).some((block) => block.box.tag === 'h1');

const isFirm = (box: Box): boolean => FIRM_TAGS.has(box.tag) || FIRM_HINTS.has(box.hint ?? '');

/** Share of the page's prose up to which a side box is dropped. */
const SIDE_SHARE = 0.2;

function isDropped(box: Box, total: number): boolean {
  if (box.hint === null || box.tag === 'body' || box.tag === 'main') return false;
  if (box.hint === 'doubtful') return box.prose < 40;
  return box.hint !== 'side' || box.prose < total * SIDE_SHARE;
}

export function mark(box: Box, why: string): void {
  box.dropped = why;
  for (const child of box.children) mark(child, why);
}

/** Children of one box that look alike: same tag, same first class. */
const signature = (box: Box): string => {
  const classes = (box.element?.attribs.class ?? '').slice(0, 200).replace(/\d+/g, '#').trim().split(/\s+/);
  return `${box.tag}.${classes.slice(0, 2).join('.')}`;
};

/** Drops rows of cards that each link to another page under a heading: teasers, however long their text. */
export function dropCards(cut: Blocks): void {
  const visit = (box: Box): void => {
    if (box.dropped !== null) return;
    const rows = new Map<string, Box[]>();
    for (const child of box.children) {
      const key = signature(child);
      const row = rows.get(key);
      if (row === undefined) rows.set(key, [child]);
      else row.push(child);
    }
    for (const row of rows.values()) {
      const cards = row.filter((child) => isCard(cut, child));
      if (cards.length >= 2 && cards.length >= row.length * 0.6)
        for (const card of cards) mark(card, 'cards');
    }
    for (const child of box.children) {
      if (child.tag === 'article' && isNested(child) && isSmall(cut, child)) mark(child, 'cards');
      visit(child);
    }
  };
  visit(cut.top);
}

/** An article within an article is a teaser for another. */
const isNested = (box: Box): boolean => {
  for (let at = box.parent; at !== null; at = at.parent) if (at.tag === 'article') return true;
  return false;
};

/** At most two paragraphs under a heading. */
function isSmall({ blocks, top }: Blocks, box: Box): boolean {
  if (box.end - box.first > 8 || box.prose >= top.prose * SIDE_SHARE) return false;
  return blocks.slice(box.first, box.end).some(isHeading);
}

/** A linked title with at most a few lines of text beside it. */
function isCard({ blocks }: Blocks, box: Box): boolean {
  if (/^(?:p|ul|ol|table)$/.test(box.tag) || box.end - box.first > 12 || box.end === box.first) return false;
  let titled = false;
  let prose = 0;
  for (let i = box.first; i < box.end; i++) {
    const block = blocks[i];
    if (block === undefined) break;
    if (block.box.tag === 'h1') return false;
    if (isLinkedTitle(block, box)) titled = true;
    if (block.prose > 0) prose++;
  }
  return titled && prose <= 2;
}

/** A title without an element of its own, before a teaser. */
const isFirstOfMany = ({ index }: Block, { first, end }: Box): boolean => index === first && end - first > 1;

const isLinkedTitle = (block: Block, card: Box): boolean =>
  block.linkShare > 0.8 &&
  block.text.length >= 20 &&
  block.text.length < 250 &&
  (isHeading(block) || block.box !== card || isFirstOfMany(block, card));
