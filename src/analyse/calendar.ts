import type { Day, Instant } from '../model/index.ts';

const DAY_MS = 86_400_000;
const zones = new Map<string, Intl.DateTimeFormat>();

/** A calendar day counted in days since 1970-01-01, so that days can be added. */
export type DayNumber = number;

/** The calendar day of an instant in a zone; an unknown zone counts as UTC, an unreadable instant gives null. */
export function localDay(instant: Instant, zone: string): DayNumber | null {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return null;
  // A bare day has no zone to be moved by.
  if (/^\d{4}-\d{2}-\d{2}$/u.test(instant)) return Math.floor(time / DAY_MS);
  const [year, month, day] = format(zone).format(time).split('-').map(Number);
  return dayNumber(year ?? 0, month ?? 0, day ?? 0);
}

function format(zone: string): Intl.DateTimeFormat {
  const known = zones.get(zone);
  if (known) return known;
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory' } as const;
  // Canadian English writes days as 2025-05-27.
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat('en-CA', { ...options, timeZone: zone });
  } catch {
    made = new Intl.DateTimeFormat('en-CA', { ...options, timeZone: 'UTC' });
  }
  zones.set(zone, made);
  return made;
}

/** Day number of a date, or null where the calendar has no such day. Month counts from 1. */
export function dayNumber(year: number, month: number, day: number): DayNumber | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? Math.floor(time / DAY_MS) : null;
}

export function toDay(number: DayNumber): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Year, month from 1, day of the month, and weekday (Monday 0). */
export function dateOf(number: DayNumber): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(number * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

/** The day of that month and day nearest to another day: what a date without a year means. */
export function nearest(month: number, day: number, to: DayNumber): DayNumber | null {
  const { year } = dateOf(to);
  const candidates = [year - 1, year, year + 1].flatMap((y) => dayNumber(y, month, day) ?? []);
  candidates.sort((a, b) => Math.abs(a - to) - Math.abs(b - to));
  return candidates[0] ?? null;
}
