import type { DatedEvent, Finding, Instant } from '../model/index.ts';
import type { WeightedTerm } from './terms.ts';

/** Of the text; what is named later is history or prospect. */
const OPENING_CHARS = 200;
const DAY_MS = 86_400_000;
const KIND = 'e:';

/** Whether a term is a day on which something happened (`e:2025-05-26`): it parts articles and joins none. */
export const isEventDay = ([term]: WeightedTerm): boolean => term.startsWith(KIND);

/**
 * The days about which an article was written: those that its headline, teaser or opening names as the day of something,
 * and that are the day it came out, the one before, or the one after where it names neither of these.
 */
export function eventDaysOf({
  findings,
  dates,
  at,
}: {
  findings: readonly Finding[];
  dates: readonly DatedEvent[];
  at: Instant;
}): WeightedTerm[] {
  const exact = new Set(
    dates
      .filter(({ precision, type }) => precision === 'day' && type !== 'other')
      .map(({ day, type }) => `${day}#${type}`),
  );
  const days = new Set<string>();
  for (const { kind, ref, field, start } of findings) {
    if (kind !== 'date' || !exact.has(ref) || (field === 'text' && start > OPENING_CHARS)) continue;
    const day = ref.slice(0, ref.indexOf('#'));
    if (Math.abs(Date.parse(day) - Date.parse(at.slice(0, 10))) <= DAY_MS) days.add(day);
  }
  // What has happened is the event, and the coming day its prospect.
  const happened = [...days].filter((day) => day <= at.slice(0, 10));
  return (happened.length > 0 ? happened : [...days]).map((day) => [`${KIND}${day}`, 1]);
}

/** Whether both articles say of what day they tell, and of another. */
export function tellOfOtherDays(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const day of a) if (b.has(day)) return false;
  return true;
}
