import type { Day } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { plucked, prepared } from './prepared.ts';

/** How much each source printed on the dispute, day by day. */
export interface Coverage {
  /** Every UTC day of the period. */
  days: Day[];
  /** The most active first; `counts` are relevant articles, one number a day. */
  sources: { sourceId: string; outlet: string; country: string; total: number; counts: number[] }[];
  totals: number[];
}

// The index article_relevant_by_time holds this expression under this condition: both must stand here word for word.
const AT = 'coalesce(published_at, first_seen_at)';
const RELEVANT = `a.grade <> 'off' AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id)`;
const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
const LONGEST = 3_660;

const dayOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Coverage in a period (UTC days, both included); by default the 30 days up to the latest relevant article. */
export function coverage(db: Db, { since, until }: { since?: Day; until?: Day } = {}): Coverage {
  const latest = plucked<[], Day>(
    db,
    `SELECT substr(${AT}, 1, 10) FROM article a WHERE ${RELEVANT} ORDER BY ${AT} DESC LIMIT 1`,
  ).get();
  const end = until ?? latest ?? since;
  if (!end) return { days: [], sources: [], totals: [] };
  const last = Date.parse(end);
  const first = Math.max(
    since ? Date.parse(since) : last - (DEFAULT_DAYS - 1) * DAY_MS,
    last - (LONGEST - 1) * DAY_MS,
  );
  const days: Day[] = [];
  for (let at = first; at <= last; at += DAY_MS) days.push(dayOf(at));
  const place = new Map(days.map((day, i) => [day, i]));
  const sources = new Map<string, Coverage['sources'][number]>();
  const rows = prepared<
    [Day, Day],
    { day: Day; sourceId: string; outlet: string; country: string; relevant: number }
  >(
    db,
    // LIMIT -1 keeps the two SELECTs apart: grouped at once, SQLite would read each article instead of the index alone.
    `SELECT day, source_id AS sourceId, s.name AS outlet, s.country, count(*) AS relevant FROM (
       SELECT substr(${AT}, 1, 10) AS day, source_id FROM article a WHERE ${RELEVANT} AND ${AT} >= ? AND ${AT} < ? LIMIT -1
     ) JOIN source s ON s.id = source_id GROUP BY day, source_id`,
  ).all(dayOf(first), dayOf(last + DAY_MS));
  const totals = days.map(() => 0);
  for (const { day, sourceId, outlet, country, relevant } of rows) {
    const i = place.get(day);
    if (i === undefined) continue;
    const known = sources.get(sourceId) ?? { sourceId, outlet, country, total: 0, counts: days.map(() => 0) };
    known.counts[i] = (known.counts[i] ?? 0) + relevant;
    known.total += relevant;
    totals[i] = (totals[i] ?? 0) + relevant;
    sources.set(sourceId, known);
  }
  return {
    days,
    sources: [...sources.values()].sort((a, b) => b.total - a.total || a.outlet.localeCompare(b.outlet)),
    totals,
  };
}
