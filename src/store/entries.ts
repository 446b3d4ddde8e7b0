import type { Entry, Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** An entry that is to be read. */
export interface WaitingEntry {
  id: number;
  sourceId: string;
  url: string;
  urlKey: string;
  title: string;
  teaser: string;
  language: string | null;
  publishedAt: Instant | null;
  firstSeenAt: Instant;
  attempts: number;
  backlog: boolean;
}

/** One as it is stored: `urlKey` is null where several entries share their page. */
export type StoredWaiting = Omit<WaitingEntry, 'urlKey'> & { urlKey: string | null };

export interface NewEntry extends Omit<Entry, 'contentHtml' | 'hash' | 'updatedAt' | 'authors' | 'id'> {
  sourceId: string;
  feedUrl: string;
  guid: string | null;
  /** Canonical form of the URL: what the entry is known by. */
  urlKey: string | null;
  firstSeenAt: Instant;
  decision: 'candidate' | 'skipped';
  reason: string;
  backlog: boolean;
  /** Set when the page was already read through another entry. */
  articleId: number | null;
}

export interface KnownEntry {
  id: number;
  state: 'waiting' | 'read' | 'given-up' | 'skipped';
}

/** An entry that may be one of another id and address. */
export interface Namesake {
  id: number;
  publishedAt: Instant | null;
  firstSeenAt: Instant;
}

/** How the marks of purged entries are written; an absent mark is one that no row has. */
export const markOf = {
  url: (urlKey: string | null): string => (urlKey === null ? '' : `url:${urlKey}`),
  id: (guid: string | null): string => (guid === null ? '' : `id:${guid}`),
};

export type Entries = ReturnType<typeof createEntries>;

/** The entries of all feeds and what became of each. */
export function createEntries(db: Db) {
  const byUrl = db.prepare<[string, string], KnownEntry>(
    'SELECT id, state FROM entry WHERE source_id = ? AND url_key = ?',
  );
  const byGuid = db.prepare<[string, string], KnownEntry>(
    'SELECT id, state FROM entry WHERE source_id = ? AND guid = ?',
  );
  const purged = db.prepare<[string, string, string], { found: number }>(
    'SELECT EXISTS (SELECT 1 FROM entry_mark WHERE source_id = ? AND mark IN (?, ?)) AS found',
  );
  const titled = db.prepare<[string, string], Namesake>(
    `SELECT id, published_at AS publishedAt, first_seen_at AS firstSeenAt FROM entry
     WHERE source_id = ? AND title = ? LIMIT 2`,
  );
  const move = db.prepare('UPDATE entry SET guid = @guid, url = @url, url_key = @urlKey WHERE id = @id');
  const insert = db.prepare(`
    INSERT INTO entry (source_id, feed_url, guid, url, url_key, title, teaser, language, published_at, first_seen_at,
      decision, reason, state, next_attempt_at, backlog, article_id)
    VALUES (@sourceId, @feedUrl, @guid, @url, @urlKey, @title, @teaser, @language, @publishedAt, @firstSeenAt,
      @decision, @reason, @state, @nextAttemptAt, @backlog, @articleId)`);
  const reconsider = db.prepare(`
    UPDATE entry SET title = @title, teaser = @teaser, published_at = coalesce(published_at, @publishedAt),
      decision = 'candidate', reason = @reason, state = 'waiting', next_attempt_at = @at
    WHERE id = @id AND state = 'skipped'`);
  const waiting = db.prepare<[string, number], Omit<StoredWaiting, 'backlog'> & { backlog: number }>(`
    SELECT id, source_id AS sourceId, url, url_key AS urlKey, title, teaser, language, published_at AS publishedAt,
      first_seen_at AS firstSeenAt, attempts, backlog
    FROM entry WHERE state = 'waiting' AND next_attempt_at <= ? ORDER BY coalesce(published_at, first_seen_at), id LIMIT ?`);
  const settle = db.prepare(
    'UPDATE entry SET state = ?, article_id = coalesce(?, article_id), attempts = attempts + 1 WHERE id = ?',
  );
  const retry = db.prepare(
    'UPDATE entry SET attempts = attempts + 1, next_attempt_at = ?, article_id = coalesce(?, article_id) WHERE id = ?',
  );

  return {
    /** The entry of this source for the same page, or of the same id (whose page may have moved). */
    known: (sourceId: string, guid: string | null, urlKey: string | null): KnownEntry | undefined =>
      (urlKey === null ? undefined : byUrl.get(sourceId, urlKey)) ??
      (guid === null ? undefined : byGuid.get(sourceId, guid)),
    /** Whether an entry of this page or id was known once and purged since. */
    wasPurged: (sourceId: string, guid: string | null, urlKey: string | null): boolean =>
      purged.get(sourceId, markOf.url(urlKey), markOf.id(guid))?.found === 1,
    /** The source's one entry of this title; undefined where there is none, or several. */
    onlyTitled(sourceId: string, title: string): Namesake | undefined {
      const found = titled.all(sourceId, title);
      return found.length === 1 ? found[0] : undefined;
    },
    /** The entry is found under another id and address from now on. */
    move: (id: number, to: Pick<NewEntry, 'guid' | 'url' | 'urlKey'>): void =>
      void move.run({ id, guid: to.guid, url: to.url, urlKey: to.urlKey }),
    /** Has a skipped entry read after all: another feed tells more of the same page. */
    reconsider: (
      id: number,
      entry: Pick<NewEntry, 'title' | 'teaser' | 'publishedAt' | 'reason'> & { at: Instant },
    ): void => void reconsider.run({ ...entry, id }),
    insert(entry: NewEntry): number {
      const state =
        entry.articleId !== null ? 'read' : entry.decision === 'candidate' ? 'waiting' : 'skipped';
      const nextAttemptAt = state === 'waiting' ? entry.firstSeenAt : null;
      return Number(
        insert.run({ ...entry, state, nextAttemptAt, backlog: entry.backlog ? 1 : 0 }).lastInsertRowid,
      );
    },
    /** Entries whose page is to be read now, oldest first. */
    waiting: (now: Instant, limit: number): StoredWaiting[] =>
      waiting.all(now, limit).map((row) => ({ ...row, backlog: row.backlog === 1 })),
    settle: (id: number, state: 'read' | 'given-up', articleId: number | null): void =>
      void settle.run(state, articleId, id),
    retry: (id: number, at: Instant, articleId: number | null): void => void retry.run(at, articleId, id),
  };
}
