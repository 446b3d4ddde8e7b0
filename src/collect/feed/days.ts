import { monthOf } from './months.ts';

interface DayContext {
  /** Whether `3/4/2024` is the third of April. */
  dayFirst: boolean;
  /** Whether the string has no time of day: only then it may be a bare year, month or ordinal day. */
  alone: boolean;
}

/** First letters of the days of the week in English, German and French, from Sunday. */
const WEEKDAYS = [
  /^(?:su|so|dim)/,
  /^(?:mo|lun)/,
  /^(?:tu|di|mar)/,
  /^(?:we|mi|mer)/,
  /^(?:th|do|jeu)/,
  /^(?:fr|ven)/,
  /^(?:sa)/,
];

/**
 * Midnight UTC, in ms, of the calendar day a folded text names; undefined where it names none or an impossible
 * one. Two-digit years are of 1950 to 2049 (RFC 5322, 4.3).
 */
export function readDay(text: string, context: DayContext): number | undefined {
  return (
    readNamedMonth(text) ??
    readYearFirst(text) ??
    readYearLast(text, context) ??
    (context.alone ? readShort(text) : undefined)
  );
}

/** `1. März 2024`, `March 1st, 2024`, `2004-július-13`, `Nov. 2020`. */
function readNamedMonth(text: string): number | undefined {
  const words = text.match(/(?<!\p{L})(?!mon|tue|wed|thu|fri|sat|sun)\p{L}{3,}/gu) ?? [];
  // `mar., 01 déc.`: the name of a day may look like a month; it stands first.
  const month = words.map(monthOf).findLast((number) => number !== undefined);
  const numbers = text.match(/(?<!\d)\d{1,4}(?!\d)/g) ?? [];
  if (!month || numbers.length === 0 || numbers.length > 2) return undefined;
  const yearAt = numbers.findIndex((digits) => digits.length >= 3 || Number(digits) > 31);
  if (numbers.length === 1) return yearAt === 0 ? midnight(numbers[0], month, 1) : undefined;
  const year = numbers[yearAt < 0 ? 1 : yearAt];
  const day = numbers[yearAt === 0 ? 1 : 0];
  return midnight(year, month, Number(day));
}

/** `2024-03-01`, `2024/3/1`, `2024年3月1日`. */
function readYearFirst(text: string): number | undefined {
  const match = /(?<!\d)(\d{4})\s?[-/.년年]\s?(\d{1,3})\s?[-/.월月]\s?(\d{1,2})(?!\d)/.exec(text);
  if (match) return midnight(match[1], Number(match[2]), Number(match[3]));
  const basic = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return basic ? midnight(basic[1], Number(basic[2]), Number(basic[3])) : undefined;
}

/** `01.03.2024`, `3/1/2024`, `01 03 2024`; the weekday decides between the two orders, then custom. */
function readYearLast(text: string, { dayFirst }: DayContext): number | undefined {
  const match = /(?<![\d-])(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/.exec(text);
  if (!match) return undefined;
  const [, first, separator, second, year] = match;
  if (separator === '-' && year?.length === 2) {
    const iso = midnight(first, Number(second), Number(year));
    if (iso !== undefined) return iso;
  }
  const european = midnight(year, Number(second), Number(first));
  const american = midnight(year, Number(first), Number(second));
  if (european === undefined || american === undefined) return european ?? american;
  const weekday = WEEKDAYS.findIndex((name) => name.test(text));
  const fitting = [european, american].filter((day) => new Date(day).getUTCDay() === weekday);
  if (fitting.length === 1) return fitting[0];
  return separator !== '/' || dayFirst ? european : american;
}

/** Shortened forms of ISO 8601:1988: `2003`, `2003-12`, `2003-335`, `-0312`, `031231`, `03335`. */
function readShort(text: string): number | undefined {
  const year = /^(\d{4})$/.exec(text);
  if (year) return midnight(year[1], 1, 1);
  const month = /^(\d{4})-(\d{1,2})$/.exec(text) ?? /^-(\d{2})-?(\d{2})$/.exec(text);
  if (month) return midnight(month[1], Number(month[2]), 1);
  const ordinal = /^(\d{4}|\d{2})-?(\d{3})$/.exec(text);
  if (ordinal) return ordinalDay(ordinal[1], Number(ordinal[2]));
  const day = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  return day ? midnight(day[1], Number(day[2]), Number(day[3])) : undefined;
}

function ordinalDay(year: string | undefined, day: number): number | undefined {
  const start = midnight(year, 1, 1);
  return start === undefined || day < 1 || day > 366 ? undefined : start + (day - 1) * 86_400_000;
}

function midnight(yearDigits: string | undefined, month: number, day: number): number | undefined {
  if (!yearDigits || month < 1 || month > 12 || day < 1) return undefined;
  const given = Number(yearDigits);
  const year = yearDigits.length > 2 ? given : given < 50 ? 2000 + given : 1900 + given;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 ? date.getTime() : undefined;
}
