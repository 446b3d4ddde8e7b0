import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type FeedHealth, type Health, type SourceHealth, sourceHealth } from '../store/health.ts';
import { createSettings, GATEWAY_KEY, type GatewayRecord } from '../store/settings.ts';
import { plucked, prepared } from './prepared.ts';
import { totals } from './totals.ts';

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

export interface ParkedChannel {
  id: string;
  since: Instant;
  /** What is wrong, and what to do. */
  reason: string;
  /** Null: when its settings change. */
  triedAgainAt: Instant | null;
  /** Messages and edits. */
  owed: number;
}

export interface Status {
  sources: SourceStatus[];
  totals: { articles: number; relevant: number; stories: number; waiting: number; polls: number };
  deliveries: { state: string; count: number }[];
  /** Channels that nothing can be sent to until someone acts. */
  parked: ParkedChannel[];
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
  const counts = prepared<[{ id: string }], Counts>(
    db,
    `SELECT coalesce((SELECT entries FROM entry_tally WHERE source_id = @id), 0) AS entries,
       coalesce((SELECT sum(articles) FROM article_tally WHERE source_id = @id), 0) AS articles,
       coalesce((SELECT sum(articles) FROM article_tally WHERE source_id = @id AND grade <> 'off'), 0) AS relevant`,
  ).get({ id }) ?? { entries: 0, articles: 0, relevant: 0 };
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

/** Deliveries by state as the view `deliveries` tells it; what a parked channel is owed is parked. */
function deliveryStates(db: Db): Status['deliveries'] {
  return prepared<[], Status['deliveries'][number]>(
    db,
    `SELECT CASE WHEN c.parked_at IS NOT NULL AND d.state IN ('due', 'sending') THEN 'parked' ELSE d.state END AS state,
       sum(d.count) AS count
     FROM (SELECT channel_id, state, count(*) AS count FROM delivery GROUP BY state, channel_id) d
     LEFT JOIN channel c ON c.id = d.channel_id GROUP BY 1 ORDER BY 1`,
  ).all();
}

function parkedChannels(db: Db): ParkedChannel[] {
  return prepared<[], ParkedChannel>(
    db,
    `SELECT id, parked_at AS since, coalesce(parked_reason, '') AS reason, next_attempt_at AS triedAgainAt,
       (SELECT count(*) FROM delivery d WHERE d.channel_id = channel.id
          AND (d.state IN ('due', 'sending') OR (d.state = 'sent' AND d.sent_version < d.version))) AS owed
     FROM channel WHERE parked_at IS NOT NULL ORDER BY id`,
  ).all();
}

/** How the bot and each of its sources are doing. */
export function status(db: Db): Status {
  const count = (sql: string): number => plucked<[], number>(db, sql).get() ?? 0;
  return {
    sources: sourceHealth(db).map((source) => statusOf(db, source)),
    totals: {
      ...totals(db),
      waiting: count(`SELECT count(*) FROM entry WHERE state = 'waiting'`),
      polls: count('SELECT count(*) FROM poll'),
    },
    deliveries: deliveryStates(db),
    parked: parkedChannels(db),
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
