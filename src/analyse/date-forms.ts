import type { DatedEvent } from '../model/index.ts';
import { type DayNumber, dateOf, dayNumber, nearest } from './calendar.ts';
import type { Seed } from './date-windows.ts';
import { alternatives, MONTH_WORDS, MONTHS, PAST } from './date-words.ts';

/** What a form found: the day, or the first day of the week, month or year it names. */
export interface Resolved {
  day: DayNumber;
  precision: DatedEvent['precision'];
}

/** A way of writing a date: where it is found, and what it means seen from the day of publication. */
export interface DateForm {
  rule: string;
  /** What all that the pattern matches has in it. */
  seed: Seed;
  pattern: RegExp;
  /** Null where the words are no date after all. */
  resolve: (match: RegExpExecArray, today: DayNumber | null) => Resolved | null;
}

/** Not within a word, before and behind. The cheap test of ASCII first: it makes the search five times as fast. */
export const BEGIN: string = String.raw`\b(?<![\p{L}\p{N}])`;
export const END: string = String.raw`(?![\p{L}\p{N}])`;

const MONTH = `(${alternatives(MONTH_WORDS)})`;
const ARTICLE = alternatives(['am', 'vom', 'bis', 'ab', 'zum', 'seit', 'den', 'dem', 'der']);
const LEAD = alternatives([
  ...['im', 'ende', 'anfang', 'mitte', 'seit', 'bis', 'ab'],
  ...['in', 'since', 'late', 'early', 'mid', 'end of', 'by', 'until'],
]);
const YEAR_LEAD = alternatives([
  'im Jahr',
  'in',
  'seit',
  'since',
  'ende',
  'anfang',
  'mitte',
  'late',
  'early',
  'by',
]);

/** "im Juni vergangenen Jahres", "in June last year". */
const LAST_YEAR = String.raw`(?:${PAST})(?:en|es)?\s[Jj]ahres|last\syear`;

/** Dates that name a day, month or year, the most exact first. */
export const ABSOLUTE: readonly DateForm[] = [
  {
    rule: 'date:iso',
    seed: 'digit',
    pattern: /(?<![\p{L}\p{N}-])(\d{4})-(\d{2})-(\d{2})(?![\p{N}-])/gu,
    resolve: ([, year, month, day], today) => dated(year, Number(month), Number(day), today),
  },
  {
    rule: 'date:de-numeric',
    seed: 'digit',
    pattern: /(?<![\p{L}\p{N}.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\.?\d)/gu,
    resolve: ([, day, month, year], today) => dated(year, Number(month), Number(day), today),
  },
  {
    rule: 'date:de-numeric',
    seed: 'digit',
    pattern: new RegExp(
      String.raw`${BEGIN}(?:${ARTICLE})\s(?:zum\s)?(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d)`,
      'gu',
    ),
    resolve: ([, day, month], today) => dated(undefined, Number(month), Number(day), today),
  },
  {
    // The European press writes the day first; a month beyond 12 tells that it stands second.
    rule: 'date:slashes',
    seed: 'digit',
    pattern: /(?<![\p{L}\p{N}/.-])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\p{N}/])/gu,
    resolve: ([, first, second, year], today) =>
      Number(second) > 12
        ? dated(year, Number(first), Number(second), today)
        : dated(year, Number(second), Number(first), today),
  },
  {
    rule: 'date:day-month',
    seed: 'month',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.])(\d{1,2})(?:\.|st|nd|rd|th)?\s(?:of\s)?${MONTH}(?:\.?,?\s(\d{4}|${LAST_YEAR}))?${END}`,
      'gu',
    ),
    resolve: ([, day, month, year], today) => dated(year, monthNumber(month), Number(day), today),
  },
  {
    rule: 'date:month-day',
    seed: 'month',
    pattern: new RegExp(
      String.raw`${BEGIN}${MONTH}\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?(?![\p{L}\p{N}:]|\.\d)`,
      'gu',
    ),
    resolve: ([, month, day, year], today) => dated(year, monthNumber(month), Number(day), today),
  },
  {
    rule: 'date:month-year',
    seed: 'month',
    pattern: new RegExp(String.raw`${BEGIN}(?<!\d\.?\s)${MONTH}\.?,?\s(\d{4})${END}`, 'gu'),
    resolve: ([, month, year], today) => coarse(dated(year, monthNumber(month), 1, today), 'month'),
  },
  {
    rule: 'date:month',
    seed: 'month',
    pattern: new RegExp(
      String.raw`${BEGIN}(?:${LEAD})[\s-]${MONTH}(?:\s(${LAST_YEAR}))?${END}(?!\.?\s\d)`,
      'gu',
    ),
    resolve: ([, month, year], today) => coarse(dated(year, monthNumber(month), 1, today), 'month'),
  },
  {
    rule: 'date:year',
    seed: 'digit',
    pattern: new RegExp(String.raw`${BEGIN}(?:${YEAR_LEAD})\s((?:19|20)\d{2})(?![\p{N}/]|\.\d|-\d)`, 'gu'),
    resolve: ([, year], today) => coarse(dated(year, 1, 1, today), 'year'),
  },
];

function monthNumber(name: string | undefined): number {
  return MONTHS.get((name ?? '').toLowerCase()) ?? 0;
}

/** A day without a year means the nearest such day, with words for one that of last year; without a day of publication nothing is guessed. */
function dated(
  year: string | undefined,
  month: number,
  day: number,
  today: DayNumber | null,
): Resolved | null {
  if (month < 1 || month > 12) return null;
  if (year === undefined) return onDay(today === null ? null : nearest(month, day, today));
  if (!/^\d/.test(year)) return onDay(today === null ? null : dayNumber(dateOf(today).year - 1, month, day));
  return onDay(dayNumber(year.length === 2 ? 2000 + Number(year) : Number(year), month, day));
}

/** A day that the calendar has, or nothing. */
export function onDay(day: DayNumber | null): Resolved | null {
  return day === null ? null : { day, precision: 'day' };
}

/** The first day of a week, month or year. */
export function coarse(resolved: Resolved | null, precision: 'week' | 'month' | 'year'): Resolved | null {
  return resolved && { ...resolved, precision };
}
