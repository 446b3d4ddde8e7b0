import { isDigitAt, isLetterAt, isSpaceAt, isUpperAt, isWordPartAt } from './characters.ts';

/** A word, a number or a mark of a text. */
export interface Token {
  text: string;
  lower: string;
  start: number;
  end: number;
  /** It begins a name: with a capital, or because the dossier knows it (a party that writes itself small). */
  capital: boolean;
}

const NO_NAMES: ReadonlySet<number> = new Set();

/** Cuts a stretch of text into words (with the hyphens, apostrophes and stops inside them), numbers and single marks,
 * with offsets into the whole text. `names` are the offsets of names that are written small. */
export function tokensOf(
  text: string,
  start: number,
  end: number,
  names: ReadonlySet<number> = NO_NAMES,
): Token[] {
  const found: Token[] = [];
  for (let at = start; at < end; ) {
    if (isSpaceAt(text, at)) {
      at++;
      continue;
    }
    const to = Math.min(end, tokenEnd(text, at, end));
    const word = text.slice(at, to);
    found.push({
      text: word,
      lower: word.toLowerCase(),
      start: at,
      end: to,
      capital: isUpperAt(text, at) || names.has(at),
    });
    at = to;
  }
  return found;
}

function tokenEnd(text: string, at: number, limit: number): number {
  if (isLetterAt(text, at)) return endOfWord(text, at, limit);
  if (isDigitAt(text, at)) {
    let end = at + 1;
    while (end < limit && (isDigitAt(text, end) || NUMBER_MARKS.includes(text.charAt(end)))) end++;
    return end;
  }
  return isSurrogatePair(text, at) ? at + 2 : at + 1;
}

const NUMBER_MARKS = '.,:';
const WORD_MARKS = "'’.-";

/** A word ends in a letter or digit, whatever marks are inside it. */
function endOfWord(text: string, at: number, limit: number): number {
  let end = at + 1;
  for (let i = end; i < limit && (isWordPartAt(text, i) || WORD_MARKS.includes(text.charAt(i))); i++) {
    if (isLetterAt(text, i) || isDigitAt(text, i)) end = i + 1;
  }
  return end;
}

function isSurrogatePair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}
