import type { Language } from '../model/index.ts';
import { abbreviationsOf } from './abbreviations.ts';

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
    if (start >= 0 && !(index - start < LONGEST_MERGE && goesOn(text, start, last, index, language))) {
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
function goesOn(text: string, start: number, end: number, next: number, language: string): boolean {
  const gap = text.slice(end, Math.min(text.length, next + 40)).match(/^\s*/)?.[0] ?? '';
  if (/\n\s*\n/.test(gap)) return false;
  const after = text.slice(end + gap.length, end + gap.length + 40);
  if (/^[\p{Ll},;:)\]]/u.test(after)) return true;
  if (gap.includes('\n')) return false;
  const before = text.slice(Math.max(start, end - 30), end);
  return before.endsWith('.') && stopIsNoEnd(before, after, language);
}

/** Ordinals, initials and abbreviations with inner stops are no longer. */
const LONGEST_UNLISTED = 6;

/** Judges a full stop followed by a capital, a digit or a quotation mark. */
function stopIsNoEnd(before: string, after: string, language: string): boolean {
  const lists = abbreviationsOf(language);
  const token = before.slice(0, -1).match(/[^\s(„“"»«›‹/]*$/u)?.[0] ?? '';
  const key = token.toLowerCase();
  const listed = lists.ending.has(key) || lists.goingOn.has(key);
  if (!listed && token.length > LONGEST_UNLISTED) return false;
  const nextWord = after.match(/^[„“"»‚‘(]*([\p{L}\d][\p{L}\d’'-]*)/u)?.[1] ?? '';
  const starts = lists.starters.has(nextWord.toLowerCase());
  if (/^\d+$/.test(token)) return numberGoesOn(token, before, nextWord, starts, language);
  if (/^[IVX]+$/.test(token)) return !starts;
  if (/^\p{Lu}$/u.test(token)) return !starts;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(token)) return !starts;
  if (lists.ending.has(key)) return !starts && nextWord !== '';
  if (lists.goingOn.has(key)) return true;
  return false;
}

function numberGoesOn(
  token: string,
  before: string,
  nextWord: string,
  starts: boolean,
  language: string,
): boolean {
  const enumerates = before.trim().length === token.length + 1;
  if (enumerates && token.length <= 2) return true;
  if (language === 'en') return false;
  if (token.length > 2 || starts || nextWord === '') return false;
  return !/^\d/.test(nextWord) || /\d\.\s?\d{1,2}\.$/.test(before);
}
