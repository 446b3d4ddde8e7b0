import type { CadenceHints, Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** What is remembered of a feed between polls. */
export interface FeedState {
  url: string;
  sourceId: string;
  format: 'feed' | 'sitemap';
  /** Where it moved to for good, else `url`. */
  fetchUrl: string;
  etag: string | null;
  lastModified: string | null;
  bodySha256: string | null;
  nextPollAt: Instant | null;
  lastPollAt: Instant | null;
  lastSuccessAt: Instant | null;
  lastChangeAt: Instant | null;
  failures: number;
  unchanged: number;
  endedAt: Instant | null;
  /** What its last document said of how often it may be asked. */
  hints: CadenceHints | null;
  /** Entries seen to come again under another id and another address. */
  movedEntries: number;
}

/** One poll as the ledger keeps it. */
export interface PollRecord {
  feedUrl: string;
  at: Instant;
  outcome: 'changed' | 'unchanged' | 'failed';
  status: number | null;
  durationMs: number;
  bytes: number;
  entriesSeen: number;
  entriesNew: number;
  candidates: number;
  /** Why new entries were skipped, with how many each. */
  skipped?: Readonly<Record<string, number>> | undefined;
  error: string | null;
  notes: string[];
}

export type Feeds = ReturnType<typeof createFeeds>;

/** A poll that lies further in the future was noted by a clock that was wrong. */
const CLOCK_AHEAD_MS = 3_600_000;

const COLUMNS = `url, source_id AS sourceId, format, fetch_url AS fetchUrl, etag, last_modified AS lastModified,
  body_sha256 AS bodySha256, next_poll_at AS nextPollAt, last_poll_at AS lastPollAt, last_success_at AS lastSuccessAt,
  last_change_at AS lastChangeAt, failures, unchanged, ended_at AS endedAt, hints, moved_entries AS movedEntries`;

type Row = Omit<FeedState, 'hints'> & { hints: string | null };

function read({ hints, ...row }: Row): FeedState {
  return { ...row, hints: hints === null ? null : (JSON.parse(hints) as CadenceHints) };
}

/** Feeds, their validators and the ledger of polls. */
export function createFeeds(db: Db) {
  const all = db.prepare<[], Row>(
    `SELECT ${COLUMNS} FROM feed WHERE active = 1 AND format <> 'wire' ORDER BY source_id, url`,
  );
  const due = db.prepare<[{ now: Instant; ahead: Instant }], Row>(`
    SELECT ${COLUMNS} FROM feed
    WHERE active = 1 AND format <> 'wire' AND ended_at IS NULL
      AND (next_poll_at IS NULL OR next_poll_at <= @now OR last_poll_at > @ahead)
    ORDER BY next_poll_at, url`);
  const items = db.prepare<[string], { hash: string; entryId: number | null }>(
    'SELECT hash, entry_id AS entryId FROM feed_item WHERE feed_url = ?',
  );
  const forgetItems = db.prepare('DELETE FROM feed_item WHERE feed_url = ?');
  const addItem = db.prepare('INSERT OR IGNORE INTO feed_item (feed_url, hash, entry_id) VALUES (?, ?, ?)');
  const save = db.prepare(`
    UPDATE feed SET fetch_url = @fetchUrl, etag = @etag, last_modified = @lastModified, body_sha256 = @bodySha256,
      next_poll_at = @nextPollAt, next_poll_reason = @nextPollReason, last_poll_at = @lastPollAt,
      last_success_at = @lastSuccessAt, last_change_at = @lastChangeAt, failures = @failures, unchanged = @unchanged,
      ended_at = @endedAt, hints = @hints, moved_entries = @movedEntries
    WHERE url = @url`);
  const pollSoon = db.prepare(`
    UPDATE feed SET next_poll_at = @at, next_poll_reason = 'its hub may have told of news'
    WHERE url = @url AND ended_at IS NULL AND failures = 0 AND next_poll_at > @at`);
  const pushed = db.prepare(
    'UPDATE feed SET moved_entries = moved_entries + ?, last_change_at = ? WHERE url = ?',
  );
  const record = db.prepare(`
    INSERT INTO poll (feed_url, at, outcome, status, duration_ms, bytes, entries_seen, entries_new, candidates, skipped, reasons,
      error, notes)
    VALUES (@feedUrl, @at, @outcome, @status, @durationMs, @bytes, @entriesSeen, @entriesNew, @candidates, @skipped, @reasons,
      @error, @notes)`);

  return {
    /** Every feed of the catalogue. */
    all: (): FeedState[] => all.all().map(read),
    /** Those to be asked now, the longest overdue first; those too that a clock that was ahead has put off. */
    due: (now: Instant): FeedState[] =>
      due.all({ now, ahead: new Date(Date.parse(now) + CLOCK_AHEAD_MS).toISOString() }).map(read),
    /** The items that its last document held, by hash, each with the entry it was. */
    knownItems: (url: string): Map<string, number | null> =>
      new Map(items.all(url).map(({ hash, entryId }) => [hash, entryId])),
    /** Keeps the items of the newest document only: what left the feed need not be known by hash. */
    replaceItems(url: string, found: ReadonlyMap<string, number | null>): void {
      forgetItems.run(url);
      for (const [hash, entryId] of found) addItem.run(url, hash, entryId);
    },
    save: (state: FeedState & { nextPollReason: string }): void =>
      void save.run({ ...state, hints: state.hints === null ? null : JSON.stringify(state.hints) }),
    /** Brings the next poll forward; one that waits because of failures, or because the server said so, keeps waiting. */
    pollSoon: (url: string, at: Instant): void => void pollSoon.run({ url, at }),
    /** Notes what a hub pushed; validators and the next poll stay as they are. */
    pushed: (url: string, movedEntries: number, lastChangeAt: Instant | null): void =>
      void pushed.run(movedEntries, lastChangeAt, url),
    record({ skipped = {}, ...poll }: PollRecord): void {
      record.run({
        ...poll,
        skipped: Object.values(skipped).reduce((sum, number) => sum + number, 0),
        reasons: JSON.stringify(skipped),
        notes: JSON.stringify(poll.notes),
      });
    },
  };
}
