import type { Block, Blocks, Box } from './blocks.ts';

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
  const from =
    headline === null || headline.index >= body.first ? Math.max(0, body.first - 40) : headline.index + 1;
  const told = descriptions.map(letters).filter((text) => text.length > 30);
  return cut.blocks.slice(from, body.first).filter((block) => isLead(block, headline !== null, told));
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function isLead(block: Block, afterHeadline: boolean, told: readonly string[]): boolean {
  const { box, text, linkShare } = block;
  if (text.length < 25 || linkShare > 0.4) return false;
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
  return block.prose >= 60;
}

function hasLeadClass(box: Box): boolean {
  for (let at: Box | null = box, up = 0; at !== null && up < 3; at = at.parent, up++) {
    const label = `${at.element?.attribs.class ?? ''} ${at.element?.attribs.itemprop ?? ''}`;
    if (LEAD_CLASS.test(label.replace(/([a-z])([A-Z])/g, '$1-$2'))) return true;
  }
  return false;
}
