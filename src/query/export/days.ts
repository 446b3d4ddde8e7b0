import type { Day } from '../../model/index.ts';
import type { Db } from '../../store/db.ts';
import type { Filters } from '../filters.ts';
import { knownEvents } from '../known-events.ts';
import { dates } from '../lists.ts';
import type { CalendarDay } from './ics.ts';

const ALL = 1_000_000;
/** One outlet alone may have misprinted a day. */
const OUTLETS = 2;

/**
 * Known events of the dispute, and days that two outlets or more name for a hearing, ruling or the like.
 * @param from days that are only named are left out before it; null: all are told
 */
export function calendarDays(
  db: Db,
  language: 'de' | 'en',
  filters: Filters,
  from: Day | null,
): CalendarDay[] {
  const known = knownEvents(db, language, filters)
    .filter(({ day }) => day.length === 10)
    .map(
      ({ day, text, urls }, i, all): CalendarDay => ({
        // Several events may share a day; their order within it is the dossier's.
        id: `event-${day}-${i - all.findIndex((other) => other.day === day)}`,
        day,
        title: text,
        description: urls.join('\n'),
        url: urls[0] ?? null,
      }),
    );
  const named = dates(db, { ...filters, limit: ALL, offset: 0 }, from)
    .filter(({ outlets }) => outlets >= OUTLETS)
    .map(
      ({ day, type, outlets, matched, url }): CalendarDay => ({
        id: `date-${day}-${type}`,
        day,
        title: type,
        description: `${outlets} outlets: ${matched}`,
        url,
      }),
    );
  return [...known, ...named];
}
