import type { Block, Blocks, Box } from './blocks.ts';
import { isHeadLine, speaksOfPage } from './clean.ts';
import { letters } from './locate.ts';

const LEAD_CLASS =
  /(?:^|[-_\s])(?:lead|lede|intro|introduction|standfirst|vorspann|subtitle|sub-?title|subline|subheadline|sub-?heading|deck?|abstract|excerpt|summary|strapline|kurztext|anriss|anlauf|chapo|entradilla|sommario|sapo|synopsis|teaser-?text|unterzeile)(?:$|[-_\s\d])/i;

/**
 * The paragraphs between headline and body that open the article although they stand outside its container:
 * running prose, or what class or metadata call the lead. In document order.
 */
export function leadBlocks(
  cut: Blocks,
  body: Box,
  headline: Block | null,
  descriptions: readonly string[],
): Block[] {
  const placed = headline !== null && headline.index < body.first;
  const from = placed ? headline.index + 1 : Math.max(0, body.first - UNPLACED);
  const told = descriptions.map(letters).filter((text) => text.length > 30);
  return cut.blocks
    .slice(from, body.first)
    .filter((block) => isLead(block, placed || isBeside(block, body), told));
}

/** How far before the body the lead is sought where no headline marks its beginning. */
const UNPLACED = 40;

/** A little before the body and in the same part of the page. */
const isBeside = (block: Block, body: Box): boolean =>
  body.first - block.index <= 8 &&
  (body.parent?.parent?.first ?? body.first) <= block.index &&
  body.tag !== 'body';

/** Captions, bylines, author boxes and what speaks of the page. */
const isAside = (block: Block): boolean =>
  isCaption(block.box, block.text) || isHeadLine(block.text) || speaksOfPage(block) || isAuthorBox(block.box);

function isAuthorBox(box: Box): boolean {
  for (let at: Box | null = box, up = 0; at !== null && up < 3; at = at.parent, up++)
    if (/(?:^|[-_\s])aut(?:h|o)r/i.test(at.names)) return true;
  return false;
}

/** Leads set as headings are prose all the same. */
const SENTENCE_END = /[.!?…][”"“«»')]*$/;

function isLead(block: Block, afterHeadline: boolean, told: readonly string[]): boolean {
  const { box, text, linkShare } = block;
  if (text.length < 25 || linkShare > 0.4 || isAside(block)) return false;
  if (box.dropped !== null && box.dropped !== 'doubtful' && box.dropped !== 'side') return false;
  const own = letters(text);
  if (
    told.some(
      (description) => description.startsWith(own.slice(0, 60)) || own.startsWith(description.slice(0, 60)),
    )
  )
    return true;
  if (!afterHeadline || block.dropped) return false;
  if (hasLeadClass(box)) return true;
  if (box.dropped === 'side') return false;
  return block.prose >= 60 || (text.length >= 80 && SENTENCE_END.test(text));
}

const PICTURE_CLASS = /(?:^|[-_\s])(?:image|img|picture|photo|foto|bild|caption|figure)(?:[-_\s]|$)/i;
const CREDIT = /(?:^|[\s(])(?:imago|getty|picture alliance|foto:|photo:|bild:|©)/i;

/** A picture's caption, by its box or by the credit at its end. */
function isCaption(box: Box, text: string): boolean {
  if (text.length < 400 && CREDIT.test(text.slice(-60))) return true;
  for (let at: Box | null = box, up = 0; at !== null && up < 2; at = at.parent, up++)
    if (PICTURE_CLASS.test(at.names)) return true;
  return false;
}

function hasLeadClass(box: Box): boolean {
  for (let at: Box | null = box, up = 0; at !== null && up < 3; at = at.parent, up++) {
    if (LEAD_CLASS.test(at.names.replace(/([a-z])([A-Z])/g, '$1-$2'))) return true;
  }
  return false;
}
