import type { Found } from './article.ts';
import type { Block } from './blocks.ts';
import type { CreditLine } from './credits.ts';

/** How many blocks after the body may still hold its credit. */
const AFTER = 25;
const BEFORE = 12;
const OPENING = 3;
const PICTURE = new Set(['figure', 'figcaption', 'picture']);

/** The lines around and in the article in which credits stand, read before cleaning; captions excepted. */
export function creditLines({ cut, body, headline, lead }: Found, authors: readonly string[]): CreditLine[] {
  const start = Math.min(headline?.index ?? body.first, lead[0]?.index ?? body.first, body.first);
  const lines: CreditLine[] = authors.map((text) => ({ text, place: 'author' }));
  let paragraphs = 0;
  for (const block of cut.blocks.slice(Math.max(0, start - BEFORE), body.end + AFTER)) {
    if (isForeign(block)) continue;
    const inBody = (block.index >= body.first && block.index < body.end) || lead.includes(block);
    const prose = inBody && block.prose >= 60;
    if (prose) paragraphs++;
    lines.push({ text: block.text, place: !prose ? 'line' : paragraphs <= OPENING ? 'opening' : 'body' });
  }
  return lines;
}

/** A cell in a row of many: quotes of `Dow Jones` or `AP` are no credits. */
const isTabulated = ({ tag, parent }: Block['box']): boolean =>
  (tag === 'th' || tag === 'td') && parent !== null && parent.children.length > 2;

/** Captions, tables, comments and what belongs to other articles. */
function isForeign({ box, linkShare }: Block): boolean {
  if (box.dropped === 'comments' || box.dropped === 'cards' || box.dropped === 'consent') return true;
  if (linkShare > 0.9 || isTabulated(box)) return true;
  for (let at: Block['box'] | null = box, up = 0; at !== null && up < 4; at = at.parent, up++)
    if (PICTURE.has(at.tag) || /caption|bildunter|photo|foto|image-?credit|picture/i.test(at.names))
      return true;
  return false;
}
