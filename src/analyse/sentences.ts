import type { Language } from '../model/index.ts';
import { abbreviationsOf } from './abbreviations.ts';
import { isLowerAt, isSpaceAt } from './characters.ts';

/** A sentence with its place: `text.slice(start, end)` in UTF-16 offsets. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

/** A run longer than this is cut where the segmenter wanted to, whatever the abbreviations say. */
const LONGEST_MERGE = 2_000;
/** Intl.Segmenter takes time in the length of what it is given for every sentence, so it is given this much
 * (characters) at a time. A sentence that goes on beyond it is cut. */
const WINDOW = 2_000;
const segmenters = new Map<string, Intl.Segmenter>();

/** Splits a text into sentences. Unicode's rules (UAX 29, Intl.Segmenter) propose the ends; those after
 * abbreviations, ordinals and initials, and those before a lower-case word, are taken back. A blank line
 * always ends a sentence. The pieces carry no surrounding white space. Linear in the text. */
export function sentences(text: string, language: Language): Sentence[] {
  const found: Sentence[] = [];
  let start = -1;
  let last = 0;
  for (const { segment, index } of proposed(text, language)) {
    const end = index + segment.trimEnd().length;
    if (end === index) continue;
    if (start >= 0 && !(index - start < LONGEST_MERGE && goesOn(text, start, last, language))) {
      found.push({ text: text.slice(start, last), start, end: last });
      start = -1;
    }
    if (start < 0) start = index + (segment.length - segment.trimStart().length);
    last = end;
  }
  if (start >= 0) found.push({ text: text.slice(start, last), start, end: last });
  return found;
}

/** Unicode's sentences, a window at a time; each window begins where a sentence does, for the last one of a
 * window may be unfinished. */
function* proposed(text: string, language: Language): Generator<{ segment: string; index: number }> {
  const segmenter = segmenterOf(language);
  for (let from = 0; from < text.length; ) {
    const window = text.slice(from, from + WINDOW);
    const whole = from + window.length === text.length;
    let held: { segment: string; index: number } | null = null;
    for (const { segment, index } of segmenter.segment(window)) {
      if (held !== null) yield held;
      held = { segment, index: from + index };
    }
    const unfinished = !whole && held !== null && held.index > from;
    if (held !== null && !unfinished) yield held;
    from = unfinished && held !== null ? held.index : from + window.length;
  }
}

/** Index of the sentence that holds a position, or of the next one where it lies between two. */
export function sentenceAt(list: readonly Sentence[], position: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

function segmenterOf(language: string): Intl.Segmenter {
  const locale = /^[a-z]{2}$/.test(language) ? language : 'en';
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

/** Whether the sentence that began at `start` goes on after `end`, the proposed end. */
function goesOn(text: string, start: number, end: number, language: string): boolean {
  let next = end;
  let lines = 0;
  for (; isSpaceAt(text, next); next++) if (text[next] === '\n') lines++;
  if (lines > 1 || next === text.length) return false;
  if (isLowerAt(text, next) || GOING_ON.includes(text.charAt(next))) return true;
  if (lines > 0 || text[end - 1] !== '.') return false;
  return stopIsNoEnd(text, start, end, text.slice(next, next + LONGEST_WORD), language);
}

/** No sentence begins with one of these. */
const GOING_ON = ',;:)]';
/** Of the word after a full stop no more is read (characters). */
const LONGEST_WORD = 40;

/** Ordinals, initials and abbreviations with inner stops are no longer. */
const LONGEST_UNLISTED = 6;

/** Marks that a word may follow directly. */
const OPENING = '(„“"»«›‹/';
/** No abbreviation is longer (characters). */
const LONGEST_ABBREVIATION = 30;

/** Judges a full stop followed by a capital, a digit or a quotation mark. */
function stopIsNoEnd(text: string, start: number, end: number, after: string, language: string): boolean {
  const first = Math.max(start, end - LONGEST_ABBREVIATION);
  let from = end - 1;
  while (from > first && !isSpaceAt(text, from - 1) && !OPENING.includes(text.charAt(from - 1))) from--;
  const token = text.slice(from, end - 1);
  const key = token.toLowerCase();
  const { ending, goingOn, starters } = abbreviationsOf(language);
  const ends = ending.has(key);
  const listed = ends || goingOn.has(key);
  if (!listed && token.length > LONGEST_UNLISTED) return false;
  const nextWord = after.match(/^[„“"»‚‘(]*([\p{L}\d][\p{L}\d’'-]*)/u)?.[1] ?? '';
  const starts = starters.has(nextWord.toLowerCase());
  if (/^\d+$/.test(token)) {
    if (from === start && token.length <= 2) return true;
    return language !== 'en' && token.length <= 2 && !starts && numberGoesOn(text.slice(first, end), after);
  }
  if (UNLISTED.test(token) || isSecondHalf(text, first, from, token)) return !starts;
  return ends ? !starts && nextWord !== '' : listed;
}

/** Roman numbers, initials, abbreviations with inner stops. */
const UNLISTED = /^(?:[IVX]+|\p{Lu}|(?:\p{L}\.)+\p{L})$/u;

/** "u. a.", "d. h.": abbreviations of two letters, with a blank between. */
const isSecondHalf = (text: string, first: number, from: number, token: string): boolean =>
  /^\p{Ll}$/u.test(token) && /(?:^|[\s(])\p{L}\.\s?$/u.test(text.slice(Math.max(first, from - 5), from));

/** An ordinal goes on with its noun, a day with its month ("23. 5."). */
const numberGoesOn = (before: string, after: string): boolean =>
  /^[\p{L}„“"»‚‘(]/u.test(after) || /^\d{1,2}\.(?:\s|\d{4})/.test(after) || /\d\.\s?\d{1,2}\.$/.test(before);
