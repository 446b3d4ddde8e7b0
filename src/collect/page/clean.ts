import { type Block, type Blocks, type Box, isAlive } from './blocks.ts';
import { isCreditLine } from './credits.ts';
import { readInstant } from './dates.ts';
import { titleMatcher } from './locate.ts';
import { isLabel, isNotice, isPointer, isShareBar } from './phrases.ts';
import { isHeading } from './weigh.ts';

/** Drops, within the body, what its own words or neighbours show not to be the article's text. */
export function cleanBody(cut: Blocks, body: Box, titles: readonly string[]): void {
  const alive = (): Block[] => cut.blocks.slice(body.first, body.end).filter(isAlive);
  dropLinkLists(cut, body);
  for (const block of alive()) if (speaksOfPage(block)) block.dropped = true;
  dropCaptions(cut, body);
  dropHead(alive(), titleMatcher(titles));
  dropCredits(alive());
  dropBareHeadings(alive());
}

const MARKUP =
  /^\s*<[a-z!/]+(?: [a-z-]+=[^>]*)?\/?>|^\s*\{["{]|^\[\/?(?:button|caption|gallery|embed|video|audio|ad|adsense|vc_|et_|contact-form)[^\]]*\]/i;
/** What ends like a sentence is one, also where it begins like a pointer: `Follow the money.` */
const SENTENCE = /[.!?][”"“«»')]*$/;
const SYMBOLS = /^[^\p{L}\p{N}]*$/u;

/** Boilerplate by its words: labels, pointers to other pages, notices, share bars, escaped markup. */
export function speaksOfPage({ text, linkShare }: Pick<Block, 'text' | 'linkShare'>): boolean {
  if (SYMBOLS.test(text) || MARKUP.test(text)) return true;
  if (isLabel(text) || isShareBar(text)) return true;
  if (isPointer(text) && (linkShare > 0.25 || (text.length < 120 && !SENTENCE.test(text)))) return true;
  return isNotice(text);
}

/** Lists of links to other pages. */
function dropLinkLists({ blocks }: Blocks, body: Box): void {
  const visit = (box: Box): void => {
    if (box.dropped !== null) return;
    if (box.tag === 'ul' || box.tag === 'ol' || box.tag === 'table') {
      let chars = 0;
      let linked = 0;
      for (const block of blocks.slice(box.first, box.end)) {
        chars += block.text.length;
        linked += block.text.length * block.linkShare;
      }
      if (linked > chars * 0.5) box.dropped = 'links';
    }
    for (const child of box.children) {
      if (box.dropped !== null) child.dropped ??= box.dropped;
      visit(child);
    }
  };
  visit(body);
}

const IMAGE_CLASS =
  /(?:^|[-_\s])(?:image|img|images|picture|photo|foto|bild|media|slide|caption|thumbnail)(?:[-_\s]|$)/i;

/** Short texts that share a small box with an image. */
function dropCaptions(cut: Blocks, body: Box): void {
  const visit = (box: Box): void => {
    if (box.dropped !== null) return;
    const texts = box.end - box.first;
    if (box !== body && texts > 0 && texts <= 4 && box.tag !== 'p' && isCaptioned(cut, box)) {
      for (const block of cut.blocks.slice(box.first, box.end)) block.dropped = true;
      return;
    }
    for (const child of box.children) visit(child);
  };
  visit(body);
}

function isCaptioned({ blocks }: Blocks, box: Box): boolean {
  let chars = 0;
  for (const block of blocks.slice(box.first, box.end)) {
    if (isHeading(block)) return false;
    chars += block.text.length;
  }
  return box.images > 0 && chars < 400 && IMAGE_CLASS.test(box.names);
}

const BYLINE = /^(?:von|by|par|por|di|text:|autor(?:in)?:|foto:)\s+\p{Lu}/iu;
const STAMP =
  /^(?:stand|aktualisiert|veröffentlicht|updated?|published|posted|geändert|erstellt)\b|^\d{1,2}:\d{2}(?:\s*uhr)?$|^\d+ (?:min|minuten|minutes?|hours?|stunden)\b/iu;

/** The title again, byline, date and reading time before the first paragraph. */
function dropHead(blocks: Block[], isTitle: (text: string) => boolean): void {
  for (const block of blocks) {
    if (block.text.length < 250 && isTitle(block.text)) block.dropped = true;
    if (block.text.length >= 120 || block.prose >= 80) return;
    if (isHeadLine(block.text)) block.dropped = true;
  }
}

/** Byline, date, reading time. */
export const isHeadLine = (text: string): boolean =>
  text.length < 120 && (BYLINE.test(text) || STAMP.test(text) || isDate(text));

/** A date with little beside it; `— Name (@handle) …` signs a quoted post. */
const isDate = (text: string): boolean =>
  text.length < 100 &&
  !/^[—–-]|@/.test(text) &&
  text.split(' ').length <= 14 &&
  readInstant(text, 'UTC') !== null;

/** Credits and dates of their own at either end. */
function dropCredits(blocks: Block[]): void {
  for (const block of [...blocks.slice(0, 3), ...blocks.slice(-5)])
    if (isCreditLine(block.text) || (isDate(block.text) && !isHeading(block))) block.dropped = true;
}

/** Headings after which nothing is left to head. */
function dropBareHeadings(blocks: Block[]): void {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block === undefined || !isHeading(block)) return;
    block.dropped = true;
  }
}
