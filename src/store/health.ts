import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** `never` not polled yet; `failing` its last poll failed; `silent` nothing new for much longer than usual; `ended` 410. */
export type Health = 'ok' | 'never' | 'failing' | 'silent' | 'ended';

export interface FeedHealth {
  url: string;
  /** In a row. */
  failures: number;
  /** Since when it gave nothing: its last success, else its first poll; null while it does. */
  failingSince: Instant | null;
  lastPollAt: Instant | null;
  lastSuccessAt: Instant | null;
  nextPollAt: Instant | null;
  nextPollReason: string | null;
  endedAt: Instant | null;
  /** Its ids and links have proved unstable. */
  movedEntries: number;
  /** Of its last poll, while it fails. */
  error: string | null;
}

export interface Rhythm {
  /** Median time between two entries, ms; null where there are too few to tell. */
  usualMs: number | null;
  /** Without anything new for longer than this, ms, the source counts as silent. */
  silentAfterMs: number;
  /** When the newest entry came. */
  newestAt: Instant | null;
}

export interface SourceHealth {
  id: string;
  outlet: string;
  health: Health;
  feeds: FeedHealth[];
  rhythm: Rhythm;
  lastSuccessAt: Instant | null;
  /** Since when it brought nothing new: its newest entry, else its first poll; null before that. */
  quietSince: Instant | null;
}

const DAY = 86_400_000;
/** Entries that a source's rhythm is learned from. */
const LEARNED_FROM = 200;
const TELLING_GAPS = 4;
/** A weekend and a bank holiday are no silence, even in a feed that fills by the minute; a season always is. */
const SHORTEST_SILENCE = 4 * DAY;
const LONGEST_SILENCE = 90 * DAY;
const UNLEARNED_SILENCE = 30 * DAY;

interface Seen {
  at: Instant;
  seenAt: Instant;
  backlog: number;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * A source's rhythm from its newest entries. Silent means: longer than twice its long gaps (95th percentile, so that a
 * pinned old entry does not count) and ten times its usual gap; 4 days at least, 90 at most, 30 until it is known.
 */
export function rhythmOf(seen: readonly Seen[]): Rhythm {
  const instants = [...new Set(seen.map(({ at }) => Date.parse(at)))].sort((a, b) => a - b);
  const gaps = instants
    .slice(1)
    .map((at, index) => at - (instants[index] ?? at))
    .sort((a, b) => a - b);
  // One that came late counts from when it came, unless it stood there before the bot first looked.
  const arrivals = seen.map(({ at, seenAt, backlog }) => (backlog === 1 ? at : seenAt));
  const newestAt = arrivals.reduce<Instant | null>((a, b) => (a === null || b > a ? b : a), null);
  if (gaps.length < TELLING_GAPS) return { usualMs: null, silentAfterMs: UNLEARNED_SILENCE, newestAt };
  const usualMs = quantile(gaps, 0.5);
  const long = Math.max(2 * quantile(gaps, 0.95), 10 * usualMs);
  const silentAfterMs = Math.min(Math.max(long, SHORTEST_SILENCE), LONGEST_SILENCE);
  return { usualMs, silentAfterMs, newestAt };
}

function healthOf({ feeds, lastSuccessAt, quietSince, rhythm }: Omit<SourceHealth, 'health'>): Health {
  if (feeds.every(({ endedAt }) => endedAt !== null)) return 'ended';
  if (feeds.some(({ failures, endedAt }) => failures > 0 && endedAt === null)) return 'failing';
  if (lastSuccessAt === null) return 'never';
  if (quietSince === null) return 'ok';
  // Up to the last look: what nobody asked for is not silent.
  return Date.parse(lastSuccessAt) - Date.parse(quietSince) > rhythm.silentAfterMs ? 'silent' : 'ok';
}

/** How the active sources are doing, by name. */
export function sourceHealth(db: Db): SourceHealth[] {
  const feeds = db.prepare<[], Omit<FeedHealth, 'failingSince'> & { sourceId: string; outlet: string }>(`
    SELECT s.id AS sourceId, s.name AS outlet, f.url, f.failures, f.last_poll_at AS lastPollAt,
      f.last_success_at AS lastSuccessAt, f.next_poll_at AS nextPollAt, f.next_poll_reason AS nextPollReason,
      f.ended_at AS endedAt, f.moved_entries AS movedEntries,
      CASE WHEN f.failures > 0 THEN (SELECT p.error FROM poll p WHERE p.feed_url = f.url ORDER BY p.at DESC LIMIT 1) END AS error
    FROM source s JOIN feed f ON f.source_id = s.id AND f.active = 1
    WHERE s.active = 1 ORDER BY s.name COLLATE NOCASE, s.id, f.url`);
  const firstPoll = db
    .prepare<[string], Instant | null>('SELECT min(at) FROM poll WHERE feed_url = ?')
    .pluck();
  const seen = db.prepare<[string, number], Seen>(`
    SELECT min(coalesce(published_at, first_seen_at), first_seen_at) AS at, first_seen_at AS seenAt, backlog
    FROM entry WHERE source_id = ? ORDER BY first_seen_at DESC LIMIT ?`);
  const sources = new Map<string, { outlet: string; feeds: FeedHealth[] }>();
  for (const { sourceId, outlet, ...feed } of feeds.all()) {
    const source = sources.get(sourceId) ?? { outlet, feeds: [] };
    const failingSince = feed.failures > 0 ? (feed.lastSuccessAt ?? firstPoll.get(feed.url) ?? null) : null;
    source.feeds.push({ ...feed, failingSince });
    sources.set(sourceId, source);
  }
  return [...sources].map(([id, source]) => {
    const rhythm = rhythmOf(seen.all(id, LEARNED_FROM));
    const lastSuccessAt = source.feeds
      .map((feed) => feed.lastSuccessAt)
      .reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
    const watchedSince = () =>
      source.feeds
        .map(({ url }) => firstPoll.get(url) ?? null)
        .reduce((a, b) => (b !== null && (a === null || b < a) ? b : a), null);
    const facts = { id, ...source, rhythm, lastSuccessAt, quietSince: rhythm.newestAt ?? watchedSince() };
    return { ...facts, health: healthOf(facts) };
  });
}
