import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';

/** `never` not polled yet; `failing` its last poll failed; `silent` nothing new for much longer than usual; `ended` 410. */
export type Health = 'ok' | 'never' | 'failing' | 'silent' | 'ended';

export interface SourceStatus {
  id: string;
  outlet: string;
  health: Health;
  feeds: number;
  lastSuccessAt: Instant | null;
  lastChangeAt: Instant | null;
  nextPollAt: Instant | null;
  entries: number;
  articles: number;
  relevant: number;
  /** The newest failure, where a feed of it is failing. */
  error: string | null;
}

export interface Status {
  sources: SourceStatus[];
  totals: { articles: number; relevant: number; stories: number; waiting: number; polls: number };
  deliveries: { state: string; count: number }[];
  lastPollAt: Instant | null;
}

const SILENT_AFTER_MS = 14 * 86_400_000;

interface Row extends Omit<SourceStatus, 'health'> {
  failures: number;
  ended: number;
}

function healthOf(row: Row, now: number): Health {
  if (row.ended === row.feeds) return 'ended';
  if (row.failures > 0) return 'failing';
  if (row.lastSuccessAt === null) return 'never';
  const change = row.lastChangeAt ?? row.lastSuccessAt;
  return now - Date.parse(change) > SILENT_AFTER_MS ? 'silent' : 'ok';
}

/** How the bot and each of its sources are doing. */
export function status(db: Db, now: Date): Status {
  const rows = db
    .prepare<[], Row>(
      `SELECT s.id, s.name AS outlet, count(*) AS feeds, max(f.last_success_at) AS lastSuccessAt,
         max(f.last_change_at) AS lastChangeAt, min(CASE WHEN f.ended_at IS NULL THEN f.next_poll_at END) AS nextPollAt,
         sum(f.failures > 0 AND f.ended_at IS NULL) AS failures, sum(f.ended_at IS NOT NULL) AS ended,
         (SELECT count(*) FROM entry e WHERE e.source_id = s.id) AS entries,
         (SELECT count(*) FROM article a WHERE a.source_id = s.id) AS articles,
         (SELECT count(*) FROM article a WHERE a.source_id = s.id AND a.grade <> 'off') AS relevant,
         (SELECT p.error FROM poll p JOIN feed g ON g.url = p.feed_url
          WHERE g.source_id = s.id AND g.failures > 0 AND p.outcome = 'failed' ORDER BY p.id DESC LIMIT 1) AS error
       FROM source s JOIN feed f ON f.source_id = s.id AND f.active = 1
       WHERE s.active = 1 GROUP BY s.id ORDER BY s.name COLLATE NOCASE`,
    )
    .all();
  const count = (sql: string): number => db.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  return {
    sources: rows.map(({ failures, ended, ...row }) => ({
      ...row,
      health: healthOf({ ...row, failures, ended }, now.getTime()),
    })),
    totals: {
      articles: count('SELECT count(*) AS n FROM article'),
      relevant: count(`SELECT count(*) AS n FROM article WHERE grade <> 'off'`),
      stories: count('SELECT count(*) AS n FROM stories'),
      waiting: count(`SELECT count(*) AS n FROM entry WHERE state = 'waiting'`),
      polls: count('SELECT count(*) AS n FROM poll'),
    },
    deliveries: db
      .prepare<[], { state: string; count: number }>(
        'SELECT state, count(*) AS count FROM deliveries GROUP BY state ORDER BY state',
      )
      .all(),
    lastPollAt: db.prepare<[], { at: Instant | null }>('SELECT max(at) AS at FROM poll').get()?.at ?? null,
  };
}
