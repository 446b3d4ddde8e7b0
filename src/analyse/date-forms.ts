import type { DatedEvent } from '../model/index.ts';
import { type DayNumber, dateOf, dayNumber, nearest } from './calendar.ts';
import {
  alternatives,
  DAY_WORDS,
  FUTURE,
  MONTH_WORDS,
  MONTHS,
  NUMBERS,
  PAST,
  UNITS,
  WEEKDAYS,
} from './date-words.ts';

/** What a form found: the day, or the first day of the month or year it names. */
export interface Resolved {
  day: DayNumber;
  precision: DatedEvent['precision'];
}

/** A way of writing a date: where it is found, and what it means seen from the day of publication. */
export interface DateForm {
  rule: string;
  pattern: RegExp;
  /** Null where the words are no date after all. */
  resolve: (match: RegExpExecArray, today: DayNumber | null) => Resolved | null;
}

const month = (name: string | undefined): number =>
  MONTHS.get((name ?? '').toLowerCase().replace('.', '')) ?? 0;
const exact = (day: DayNumber | null): Resolved | null => (day === null ? null : { day, precision: 'day' });
const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** A day without a year means the nearest such day; without a day of publication nothing is guessed. */
function dated(year: string | undefined, m: number, d: number, today: DayNumber | null): Resolved | null {
  if (m < 1 || m > 12) return null;
  if (year !== undefined) return exact(dayNumber(fullYear(year), m, d));
  return today === null ? null : exact(nearest(m, d, today));
}

function inMonth(year: string | undefined, m: number, today: DayNumber | null): Resolved | null {
  const found = dated(year, m, 1, today);
  return found && { ...found, precision: 'month' };
}

const M = alternatives(MONTH_WORDS);
const B = String.raw`(?<![\p{L}\p{N}])`;
const E = String.raw`(?![\p{L}\p{N}])`;
const form = (rule: string, source: string, resolve: DateForm['resolve'], flags = 'gu'): DateForm => ({
  rule,
  pattern: new RegExp(source, flags),
  resolve,
});

const absolute: DateForm[] = [
  form('date:iso', String.raw`(?<![\p{L}\p{N}-])(\d{4})-(\d{2})-(\d{2})(?![\p{N}-])`, ([, y, m, d], today) =>
    dated(y, Number(m), Number(d), today),
  ),
  form(
    'date:de-numeric',
    String.raw`(?<![\p{L}\p{N}.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?![\p{N}.]\d|\d)`,
    ([, d, m, y], today) => dated(y, Number(m), Number(d), today),
  ),
  form(
    'date:de-numeric',
    String.raw`${B}(?:am|vom|bis|ab|zum|seit|den|dem|der)\s(?:zum\s)?(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d)`,
    ([, d, m], today) => dated(undefined, Number(m), Number(d), today),
  ),
  form(
    'date:day-month',
    String.raw`${B}(\d{1,2})(?:\.|st|nd|rd|th)?\s(?:of\s|de\s)?(${M})\.?(?:,?\s(\d{4}))?${E}`,
    ([, d, m, y], today) => dated(y, month(m), Number(d), today),
    'giu',
  ),
  form(
    'date:month-day',
    String.raw`${B}(${M})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?(?![\p{L}\p{N}.:])`,
    ([, m, d, y], today) => dated(y, month(m), Number(d), today),
    'giu',
  ),
  form(
    'date:month-year',
    String.raw`${B}(${M})\.?,?\s(\d{4})${E}`,
    ([, m, y], today) => inMonth(y, month(m), today),
    'giu',
  ),
  form(
    'date:month',
    String.raw`${B}(?:im|ende|anfang|mitte|seit|bis|ab|in|since|late|early|mid|end of|by|until)[\s-](${M})${E}(?!\.?\s\d)`,
    ([, m], today) => inMonth(undefined, month(m), today),
    'giu',
  ),
  form(
    'date:year',
    String.raw`${B}(?:im jahr|in|seit|since|ende|anfang|mitte|late|early|by)\s((?:19|20)\d{2})(?![\p{N}/]|\.\d|-\d)`,
    ([, y], today) => {
      const found = dated(y, 1, 1, today);
      return found && { ...found, precision: 'year' };
    },
    'giu',
  ),
];

const DIRECTED = `${FUTURE}|${PAST}`;

const relative: DateForm[] = [
  form(
    'date:weekday',
    String.raw`${B}(?:((?:${DIRECTED})[a-z]{0,2}|ab|bis|bis zum|by|until|from|der|dem|am|on)\s)?(?:(${DIRECTED})[a-z]{0,2}\s)?(${alternatives([...WEEKDAYS.keys()])})(?:s|abend|vormittag|nachmittag|mittag|morgen|nacht)?${E}`,
    weekday,
    'giu',
  ),
  form(
    'date:day-word',
    String.raw`(?<![\p{L}\p{N}]|[Aa]m\s|heute\s|this\s)(${alternatives([...DAY_WORDS.keys()])})${E}`,
    ([, word], today) => {
      const days = DAY_WORDS.get(word?.toLowerCase() ?? '');
      // `Morgen` with a capital is the morning, unless it heads a sentence, which cannot be told here.
      if (today === null || days === undefined || word?.startsWith('Morgen')) return null;
      return exact(today + days);
    },
    'giu',
  ),
  form(
    'date:next-last',
    String.raw`${B}(${DIRECTED})(?:e|en|er|es|em)?\s(woche|monats?|jahr(?:es)?|week|month|year)${E}`,
    ([, direction, unit], today) => shifted(today, isFuture(direction) ? 1 : -1, unit),
    'giu',
  ),
  form(
    'date:ago',
    String.raw`${B}(?:vor|in)\s(${alternatives([...NUMBERS.keys()])}|\d{1,2})\s(tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?|days?|weeks?|months?|years?)${E}`,
    ([whole, count, unit], today) => shifted(today, amount(count) * (/^vor/iu.test(whole) ? -1 : 1), unit),
    'giu',
  ),
  form(
    'date:ago',
    String.raw`${B}(${alternatives([...NUMBERS.keys()])}|\d{1,2})\s(days?|weeks?|months?|years?)\sago${E}`,
    ([, count, unit], today) => shifted(today, -amount(count), unit),
    'giu',
  ),
];

const isFuture = (word: string | undefined): boolean => new RegExp(`^(?:${FUTURE})`, 'iu').test(word ?? '');
const amount = (word: string | undefined): number => NUMBERS.get((word ?? '').toLowerCase()) ?? Number(word);

/** A bare weekday is the last one, the day of publication included; after `ab`, `bis`, `by` or `next` it is
 * the coming one. */
function weekday([, lead, second, name]: RegExpExecArray, today: DayNumber | null): Resolved | null {
  const wanted = WEEKDAYS.get((name ?? '').toLowerCase());
  if (today === null || wanted === undefined) return null;
  const direction = second ?? lead ?? '';
  const back = (dateOf(today).weekday - wanted + 7) % 7;
  const ahead = (7 - back) % 7;
  if (/^(?:ab|bis|by|until|from)/iu.test(direction)) return exact(today + ahead);
  if (isFuture(direction)) return exact(today + (ahead === 0 ? 7 : ahead));
  const past = new RegExp(`^(?:${PAST})`, 'iu').test(direction);
  return exact(today - (past && back === 0 ? 7 : back));
}

/** Weeks are given by their Monday; whatever is coarser than a day says `month` or `year`. */
function shifted(today: DayNumber | null, by: number, unit: string | undefined): Resolved | null {
  const kind = UNITS.find(([stem]) => (unit ?? '').toLowerCase().startsWith(stem))?.[1];
  if (today === null || !kind || Number.isNaN(by)) return null;
  const { year, month: m, weekday: day } = dateOf(today);
  if (kind === 'day') return exact(today + by);
  if (kind === 'week') return { day: today - day + 7 * by, precision: 'month' };
  if (kind === 'year') return inYear(year + by);
  const index = year * 12 + (m - 1) + by;
  const first = dayNumber(Math.floor(index / 12), (index % 12) + 1, 1);
  return first === null ? null : { day: first, precision: 'month' };
}

function inYear(year: number): Resolved | null {
  const first = dayNumber(year, 1, 1);
  return first === null ? null : { day: first, precision: 'year' };
}

/** All forms, the most exact first: where two overlap, the earlier one is meant. */
export const DATE_FORMS: readonly DateForm[] = [...absolute, ...relative];
