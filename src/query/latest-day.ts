import type { Day } from '../model/index.ts';
import type { Db } from '../store/db.ts';

/** The UTC day of the latest article on the dispute; null before the first. */
export function latestDay(db: Db): Day | null {
  const latest = db
    .prepare<[], string | null>(
      `SELECT max(coalesce(published_at, first_seen_at)) FROM article WHERE grade <> 'off'`,
    )
    .pluck()
    .get();
  return latest?.slice(0, 10) ?? null;
}
