import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { plucked } from './prepared.ts';

// The index article_relevant_by_time holds this expression under this condition: both must stand here word for word.
const AT = 'coalesce(a.published_at, a.first_seen_at)';
const ON_DAY = `a.grade <> 'off' AND ${AT} >= @day AND ${AT} < date(@day, '+1 day')`;

type Tag = { kind: 'party' | 'topic'; ref: string };

/** When relevant articles named a party or topic first and last: its days are tallied, and of one the articles are read. */
export function createNamedTimes(db: Db) {
  const find = (day: 'min' | 'max', order: 'ASC' | 'DESC') => {
    const days = plucked<[Tag], string | null>(
      db,
      `SELECT ${day}(day) FROM tag_day_tally WHERE kind = @kind AND ref = @ref AND articles > 0`,
    );
    const time = plucked<[Tag & { day: string }], Instant>(
      db,
      `SELECT ${AT} FROM article a WHERE ${ON_DAY}
         AND EXISTS (SELECT 1 FROM finding f WHERE f.kind = @kind AND f.ref = @ref AND f.article_id = a.id)
         AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id)
       ORDER BY ${AT} ${order} LIMIT 1`,
    );
    return (tag: Tag): Instant | null => {
      const on = days.get(tag);
      return on === null || on === undefined ? null : (time.get({ ...tag, day: on }) ?? null);
    };
  };
  return { first: find('min', 'ASC'), last: find('max', 'DESC') };
}
