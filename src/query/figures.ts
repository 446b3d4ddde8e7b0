import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type Health, sourceHealth } from '../store/health.ts';
import { totals } from './totals.ts';

/** What a monitor asks of the bot. */
export interface BotFigures {
  lastPollAt: Instant | null;
  /** Polls of the last day by their outcome. */
  polls: Record<'changed' | 'unchanged' | 'failed', number>;
  /** By grade. */
  articles: Record<string, number>;
  stories: number;
  /** Messages by state; `owed` counts those due or being sent and edits, `parked` those that wait for a person. */
  deliveries: { owed: number; parked: number };
  /** Sources by health. */
  sources: Record<Health, number>;
}

/** When a feed was last asked; null before the first poll. */
export const lastPollAt = (db: Db): Instant | null =>
  db.prepare<[], Instant | null>('SELECT max(at) FROM poll').pluck().get() ?? null;

const DAY_MS = 86_400_000;

/** The bot in figures. Reads tallies and indexes, so that a big database costs no more than some tens of ms. */
export function botFigures(db: Db, now: Date): BotFigures {
  const groups = (sql: string, ...values: string[]): Record<string, number> =>
    Object.fromEntries(
      db
        .prepare<string[], { name: string; n: number }>(sql)
        .all(...values)
        .map(({ name, n }) => [name, n]),
    );
  const one = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const dayAgo = new Date(now.getTime() - DAY_MS).toISOString();
  const sources: Record<Health, number> = { ok: 0, never: 0, failing: 0, silent: 0, ended: 0 };
  for (const { health } of sourceHealth(db)) sources[health] += 1;
  return {
    lastPollAt: lastPollAt(db),
    polls: {
      ...{ changed: 0, unchanged: 0, failed: 0 },
      ...groups('SELECT outcome AS name, count(*) AS n FROM poll WHERE at >= ? GROUP BY outcome', dayAgo),
    },
    articles: groups('SELECT grade AS name, sum(articles) AS n FROM article_tally GROUP BY grade'),
    stories: totals(db).stories,
    deliveries: {
      owed: one(
        `SELECT count(*) FROM delivery WHERE state IN ('due', 'sending') OR (state = 'sent' AND sent_version < version)`,
      ),
      parked: one(`SELECT count(*) FROM deliveries WHERE state = 'parked'`),
    },
    sources,
  };
}
