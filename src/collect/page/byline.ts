import type { Found } from './article.ts';
import type { Block, Box } from './blocks.ts';
import { isCreditLine } from './credits.ts';

/** Splits a line into clean names. */
type Split = (lines: readonly string[]) => string[];

const PARTICLES = 'von|van|de|der|den|del|della|di|da|la|le|du|al|el|bin|zu|ter|ten';
const name = (first: string): string =>
  `^(?:(?:dr|prof)\\.?(?: dr\\.?)? )?${first}[\\p{L}'’.-]*(?: (?:${PARTICLES})| ${first}[\\p{L}'’.-]*){1,4}$`;
/** After `von` any words may be a name; elsewhere only capitalised ones. */
const AFTER_BY = new RegExp(name('\\p{L}'), 'iu');
const CAPITALISED = new RegExp(name('\\p{Lu}'), 'u');

const BY = /^(?:von|by|text(?: von)?|autor(?:in)?|par|por):?\s+(.{3,120})$/i;
const MARKED =
  /(?:^|[-_\s])(?:author|authors|byline|autor|autoren|autorin|writer|verfasser|textauthor|author-?name)(?:[-_\s]|$)/i;
/** `srf/hosb;kesm`, `(dmk)`, `ssi, dan; Foto: …`: initials as German desks sign. */
const INITIALS =
  /^(?:.{5,60}Uhr; )?\(?([a-zäöü]{2,5}(?:\/[a-zäöü]{2,5})?(?:[,;] ?[a-zäöü]{2,5}(?:\/[a-zäöü]{2,5})?){0,3})\)?(?:; \p{Lu}.*)?$/u;
/** How many blocks before and after the body's edge may hold the byline. */
const REACH = 12;

/** Names in a printed byline near headline or body; the surest form that is found decides. */
export function printedNames(found: Found, split: Split): string[] {
  const { cut, body } = found;
  const near = nearBlocks(found);
  const edges = [cut.blocks[body.first], cut.blocks[body.end - 1]].filter((block) => block !== undefined);
  const end = cut.blocks.slice(Math.max(body.first, body.end - 2), body.end + 2);
  const attempts: (() => string[])[] = [
    () => firstOf(near, ({ text }) => namesIn(split, spoken(text), AFTER_BY)),
    () =>
      firstOf(edges, ({ text, box }) =>
        box.dropped === null && text.length < 50 ? namesIn(split, text, CAPITALISED) : [],
      ),
    () => firstOf(near, ({ text }) => namesIn(split, besideDate(text), CAPITALISED)),
    () =>
      firstOf(near, ({ text, box }) =>
        isMarked(box) ? namesIn(split, text.replace(/\s+(?:am|\d).*$/, ''), CAPITALISED) : [],
      ),
    () => firstOf(end, ({ text }) => initialsIn(text)),
  ];
  for (const attempt of attempts) {
    const names = attempt();
    if (names.length > 0) return names;
  }
  return [];
}

function nearBlocks({ cut, body, headline }: Found): Block[] {
  const from = Math.max(0, Math.min(headline?.index ?? body.first, body.first) - 3);
  const head = cut.blocks.slice(from, Math.min(body.first + REACH, body.end));
  const tail = cut.blocks.slice(Math.max(body.first, body.end - 4), body.end + REACH);
  return [...head, ...tail].filter(({ text, box }) => text.length <= 160 && box.dropped !== 'comments');
}

function firstOf(blocks: readonly Block[], read: (block: Block) => string[]): string[] {
  for (const block of blocks) {
    const names = read(block);
    if (names.length > 0) return names;
  }
  return [];
}

const parts = (text: string): string[] => text.split(/\s*[|•·]\s*/);

const spoken = (text: string): string =>
  parts(text)
    .map((part) => BY.exec(part)?.[1])
    .find((part) => part !== undefined) ?? '';

/** `Anna Muster | 27.05.2025` */
const besideDate = (text: string): string => {
  const [first, second] = parts(text);
  return second !== undefined && /\d{1,2}[./]\d{1,2}[./]\d{2,4}/.test(second) ? (first ?? '') : '';
};

function namesIn(split: Split, text: string, pattern: RegExp): string[] {
  if (text === '') return [];
  const names = split([text]);
  const persons = names.filter((person) => pattern.test(person) && !/\d/.test(person));
  return persons.length >= names.length / 2 ? persons : [];
}

const initialsIn = (text: string): string[] =>
  text.length > 100 || isCreditLine(text) ? [] : (INITIALS.exec(text)?.[1]?.split(/[,;] ?/) ?? []);

function isMarked(box: Box): boolean {
  for (let at: Box | null = box, up = 0; at !== null && up < 3; at = at.parent, up++)
    if (MARKED.test(at.names)) return true;
  return false;
}
