import { foldWords } from '../store/words.ts';
import { createFinder, type Phrase, type Place } from './phrases.ts';

/** Private-use characters: no text holds them, and every output can turn them into its own emphasis. */
export const MARK = { begin: '\ue000', end: '\ue001' } as const;

const LENGTH = 24;
const GAP = ' … ';
/** A longer text is not looked through to its end, nor are more places weighed. */
const LONGEST = 40_000;
const MOST_PLACES = 100;
/** As FTS5's snippet() weighs: another word before the same again, a sentence's beginning, best the text's. */
const OTHER_WORD = 1000;
const SENTENCE = 100;
const BEGINNING = 120;
/** What stands between the last word of a sentence and the first of the next. */
const SENTENCE_END = /[.:!?][^.:!?]{0,4}$/u;

interface Token {
  start: number;
  end: number;
  word: string;
}

/** Words of a text as FTS5's unicode61 cuts them. */
function tokensOf(text: string): Token[] {
  const folded = foldWords(text);
  // Folding keeps the places of letters unless the text has marks of their own, which is rare.
  const sameLength = folded.length === text.length;
  const word = /[\p{L}\p{N}][\p{L}\p{N}\p{Mn}]*/gu;
  const tokens: Token[] = [];
  for (let found = word.exec(text); found !== null; found = word.exec(text)) {
    const [start, end] = [found.index, word.lastIndex];
    tokens.push({ start, end, word: sameLength ? folded.slice(start, end) : foldWords(found[0]) });
  }
  return tokens;
}

interface Window {
  from: number;
  score: number;
}

/** What so many words from here on show of what was looked for. */
function worth(places: readonly Place[], from: number): number {
  const inside = places.filter(({ at, words }) => at >= from && at + words <= from + LENGTH);
  return inside.length + OTHER_WORD * new Set(inside.map(({ group }) => group)).size;
}

/** The best part of a text: around the words found, or from the beginning of their sentence. */
function bestWindow(text: string, tokens: readonly Token[], places: readonly Place[]): Window {
  const last = Math.max(0, tokens.length - LENGTH);
  const begins = (at: number): boolean =>
    at === 0 || SENTENCE_END.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start));
  let best: Window = { from: 0, score: 0 };
  const consider = (from: number, more: number) => {
    const score = worth(places, from) + more;
    if (score > best.score) best = { from, score };
  };
  for (const place of places) {
    const seen = places.filter(({ at, words }) => at >= place.at && at + words <= place.at + LENGTH);
    const end = Math.max(place.at, ...seen.map(({ at, words }) => at + words));
    consider(Math.min(last, Math.max(0, place.at - Math.floor((LENGTH - (end - place.at)) / 2))), 0);
    for (let from = place.at; from >= Math.max(0, place.at - LENGTH + place.words); from--)
      if (begins(from)) {
        consider(from, from === 0 ? BEGINNING : SENTENCE);
        break;
      }
  }
  return best;
}

/** The words of a window with marks around those found, and signs of what is left out. */
function shown(text: string, tokens: readonly Token[], places: readonly Place[], from: number): string {
  const to = from + LENGTH;
  const stop = to < tokens.length ? (tokens[to - 1]?.end ?? text.length) : text.length;
  let written = from === 0 ? 0 : (tokens[from]?.start ?? 0);
  let result = from === 0 ? '' : GAP;
  for (const { at, words } of places) {
    const begin = Math.max(written, tokens[at]?.start ?? 0);
    const end = tokens[at + words - 1]?.end ?? begin;
    if (at < from || at + words > to || end <= begin) continue;
    result += `${text.slice(written, begin)}${MARK.begin}${text.slice(begin, end)}${MARK.end}`;
    written = end;
  }
  const whole = `${result}${text.slice(written, stop)}${stop < text.length ? GAP : ''}`;
  // A word and the rest of a phrase that begins with it are marked as one.
  return whole.replaceAll(`${MARK.end}${MARK.begin}`, '');
}

/**
 * A part of an article around the words found, which stand between marks: the best of its title, teaser and text.
 * FTS5's own snippet() would go through all hits between the first and the last of a page once more.
 * @param groups a phrase of each is looked for
 */
export function createSnippets(groups: readonly (readonly Phrase[])[]) {
  const find = createFinder(groups);
  return (fields: readonly string[]): string => {
    const parts = fields.map((field) => {
      const text = field.slice(0, LONGEST);
      const tokens = tokensOf(text);
      const places = find(tokens.map(({ word }) => word)).slice(0, MOST_PLACES);
      return { text, tokens, places, ...bestWindow(text, tokens, places) };
    });
    const [best] = parts.sort((a, b) => b.score - a.score);
    return best === undefined ? '' : shown(best.text, best.tokens, best.places, best.from);
  };
}
