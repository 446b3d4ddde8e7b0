import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type FeedHealth, type Health, type SourceHealth, sourceHealth } from '../store/health.ts';
import { createSettings, GATEWAY_KEY, type GatewayRecord } from '../store/settings.ts';

export type { Health } from '../store/health.ts';

export interface SourceStatus {
  id: string;
  outlet: string;
  health: Health;
  feeds: number;
  lastSuccessAt: Instant | null;
  /** When its newest entry came. */
  newestAt: Instant | null;
  /** The same, or its first poll where it never had an entry. */
  quietSince: Instant | null;
  /** Median time between two of its entries, ms; null where there are too few to tell. */
  usualMs: number | null;
  /** Without anything new for so long, ms, it counts as silent. */
  silentAfterMs: number;
  nextPollAt: Instant | null;
  nextPollReason: string | null;
  entries: number;
  articles: number;
  relevant: number;
  /** The failure of a feed of it that is failing. */
  error: string | null;
}

export interface Status {
  sources: SourceStatus[];
  totals: { articles: number; relevant: number; stories: number; waiting: number; polls: number };
  deliveries: { state: string; count: number }[];
  lastPollAt: Instant | null;
  /** Whether members' slash commands are answered; null where there never was a bot that could. */
  commands: GatewayRecord | null;
}

/** One poll as the ledger has it. */
export interface LedgerLine {
  at: Instant;
  feedUrl: string;
  outcome: 'changed' | 'unchanged' | 'failed';
  status: number | null;
  durationMs: number;
  entriesSeen: number;
  entriesNew: number;
  candidates: number;
  skipped: number;
  /** Why entries were skipped, with how many each. */
  reasons: Record<string, number>;
  error: string | null;
  /** What was repaired in the document. */
  notes: string[];
}

export interface SourceReport extends Omit<SourceStatus, 'feeds'> {
  feeds: FeedHealth[];
  /** The last polls, newest first. */
  polls: LedgerLine[];
}

interface Counts {
  entries: number;
  articles: number;
  relevant: number;
}

function statusOf(db: Db, { id, outlet, health, feeds, rhythm, ...source }: SourceHealth): SourceStatus {
  const counts = db
    .prepare<{ id: string }, Counts>(
      `SELECT (SELECT count(*) FROM entry WHERE source_id = @id) AS entries,
         (SELECT count(*) FROM article WHERE source_id = @id) AS articles,
         (SELECT count(*) FROM article WHERE source_id = @id AND grade <> 'off') AS relevant`,
    )
    .get({ id }) ?? { entries: 0, articles: 0, relevant: 0 };
  const [next] = feeds
    .filter(({ endedAt }) => endedAt === null)
    .sort((a, b) => ((a.nextPollAt ?? '') < (b.nextPollAt ?? '') ? -1 : 1));
  return {
    ...{ id, outlet, health, feeds: feeds.length },
    ...{ lastSuccessAt: source.lastSuccessAt, quietSince: source.quietSince },
    ...rhythm,
    nextPollAt: next?.nextPollAt ?? null,
    nextPollReason: next?.nextPollReason ?? null,
    ...counts,
    error: feeds.find(({ error, endedAt }) => error !== null && endedAt === null)?.error ?? null,
  };
}

/** How the bot and each of its sources are doing. */
export function status(db: Db): Status {
  const count = (sql: string): number => db.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  return {
    sources: sourceHealth(db).map((source) => statusOf(db, source)),
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
    commands: (createSettings(db).get(GATEWAY_KEY) as GatewayRecord | undefined) ?? null,
  };
}

/** How one source is doing, feed by feed, with the ledger of its last polls; undefined where it is not followed. */
export function sourceReport(db: Db, id: string, limit: number): SourceReport | undefined {
  const source = sourceHealth(db).find((item) => item.id === id);
  if (source === undefined) return undefined;
  const polls = db
    .prepare<
      [string, number],
      Omit<LedgerLine, 'reasons' | 'notes'> & { reasons: string | null; notes: string }
    >(
      `SELECT p.at, p.feed_url AS feedUrl, p.outcome, p.status, p.duration_ms AS durationMs,
         p.entries_seen AS entriesSeen, p.entries_new AS entriesNew, p.candidates, p.skipped, p.reasons, p.error,
         coalesce(p.notes, '[]') AS notes
       FROM poll p JOIN feed f ON f.url = p.feed_url AND f.active = 1
       WHERE f.source_id = ? ORDER BY p.at DESC, p.id DESC LIMIT ?`,
    )
    .all(id, limit)
    .map(({ reasons, notes, ...poll }) => ({
      ...poll,
      reasons: JSON.parse(reasons ?? '{}') as Record<string, number>,
      notes: JSON.parse(notes) as string[],
    }));
  return { ...statusOf(db, source), feeds: source.feeds, polls };
}
