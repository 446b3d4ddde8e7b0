import type { DatedEvent, Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** `held` under embargo; `placed` an article; `skipped` not of the dispute; `withdrawn` by the agency. */
export type WireItemState = 'held' | 'placed' | 'skipped' | 'withdrawn';

/** The newest version of an agency's item. */
export interface WireItemRow {
  urn: string;
  sourceId: string;
  version: number;
  updatedAt: Instant | null;
  state: WireItemState;
  heldUntil: Instant | null;
  /** The item as JSON while it is held. */
  held: string | null;
  articleId: number | null;
  receivedAt: Instant;
}

/** When a wire was and will be asked; the ledger knows it by `feedUrl`, never by its secret address. */
export interface WireState {
  feedUrl: string;
  sourceId: string;
  failures: number;
  nextPollAt: Instant | null;
  nextPollReason: string | null;
}

/** One poll of a wire, as it bears on the next. */
export interface WirePolled {
  sourceId: string;
  at: Instant;
  failed: boolean;
  /** It brought something new. */
  changed: boolean;
  nextPollAt: Instant;
  nextPollReason: string;
}

export type Wires = ReturnType<typeof createWires>;

/** What a wire is called where a feed has its URL. */
export const wireUrl = (sourceId: string): string => `wire:${sourceId}`;

const ITEM = `urn, source_id AS sourceId, version, updated_at AS updatedAt, state, held_until AS heldUntil, held,
  article_id AS articleId, received_at AS receivedAt`;

/** What hangs on an article's text. */
const HANGING = [
  ...['finding', 'article_date', 'statement', 'credit', 'revision', 'fetch'],
  ...['story_sentence', 'wording_sentence'],
];

/** Agencies' wires: when they are asked, their items, and what they withdrew. */
export function createWires(db: Db) {
  const register = db.prepare(`
    INSERT INTO feed (url, source_id, format, fetch_url, active) VALUES (@url, @sourceId, 'wire', @url, 1)
    ON CONFLICT (url) DO UPDATE SET source_id = excluded.source_id, active = 1`);
  const state = db.prepare<[string], WireState>(`
    SELECT url AS feedUrl, source_id AS sourceId, failures, next_poll_at AS nextPollAt, next_poll_reason AS nextPollReason
    FROM feed WHERE url = ?`);
  const plan = db.prepare(
    'UPDATE feed SET next_poll_at = ?, next_poll_reason = ?, failures = ? WHERE url = ?',
  );
  const polled = db.prepare(`
    UPDATE feed SET last_poll_at = @at, next_poll_at = @nextPollAt, next_poll_reason = @nextPollReason,
      failures = CASE WHEN @failed THEN failures + 1 ELSE 0 END,
      last_success_at = CASE WHEN @failed THEN last_success_at ELSE @at END,
      last_change_at = CASE WHEN @changed THEN @at ELSE last_change_at END,
      unchanged = CASE WHEN @changed THEN 0 WHEN @failed THEN unchanged ELSE unchanged + 1 END
    WHERE url = @url`);
  const item = db.prepare<[string], WireItemRow>(`SELECT ${ITEM} FROM wire_item WHERE urn = ?`);
  const ended = db.prepare<[Instant], WireItemRow>(
    `SELECT ${ITEM} FROM wire_item WHERE state = 'held' AND held_until <= ? ORDER BY held_until, urn`,
  );
  const save = db.prepare(`
    INSERT INTO wire_item (urn, source_id, version, updated_at, state, held_until, held, article_id, received_at)
    VALUES (@urn, @sourceId, @version, @updatedAt, @state, @heldUntil, @held, @articleId, @receivedAt)
    ON CONFLICT (urn) DO UPDATE SET source_id = excluded.source_id, version = excluded.version,
      updated_at = excluded.updated_at, state = excluded.state, held_until = excluded.held_until, held = excluded.held,
      article_id = excluded.article_id, received_at = excluded.received_at`);
  const refuse = db.prepare<[string, string, Instant], { firstSeenAt: Instant }>(`
    INSERT INTO wire_refusal (sha256, source_id, first_seen_at) VALUES (?, ?, ?)
    ON CONFLICT (sha256) DO UPDATE SET source_id = source_id RETURNING first_seen_at AS firstSeenAt`);
  const forgetRefusal = db.prepare('DELETE FROM wire_refusal WHERE sha256 = ?');
  const dates = db.prepare<[number], DatedEvent>(
    'SELECT day, precision, type FROM article_date WHERE article_id = ?',
  );
  const withdraw = db.prepare(`
    INSERT INTO withdrawal (article_id, story_id, source_id, at)
    SELECT id, @storyId, source_id, @at FROM article WHERE id = @articleId
    ON CONFLICT (article_id) DO UPDATE SET story_id = coalesce(excluded.story_id, story_id), at = excluded.at`);
  const reinstate = db.prepare('DELETE FROM withdrawal WHERE article_id = ?');
  const clear = db.prepare(`
    UPDATE article SET title = '', teaser = '', text = '', authors = '[]', section = NULL, image = NULL,
      text_from = 'feed', grade = 'off', relevance = 0, relevance_reasons = '[]', stage = NULL, low_quality = NULL,
      next_read_at = NULL
    WHERE id = ?`);
  const forget = [
    ...HANGING.map((table) => `DELETE FROM ${table} WHERE article_id = @id`),
    'DELETE FROM story_article WHERE article_id = @id',
    'DELETE FROM link WHERE article_id = @id OR other_id = @id',
    'DELETE FROM reprint WHERE article_id = @id OR representative_id = @id',
  ].map((sql) => db.prepare(sql));
  const unsay = db.prepare('DELETE FROM wording_answer WHERE story_id = ?');
  const untitle = db.prepare(
    `UPDATE story SET title = '' WHERE id = ? AND NOT EXISTS (SELECT 1 FROM story_article WHERE story_id = story.id)`,
  );

  return {
    /** Enters a source's wire in the ledger. */
    register(sourceId: string): WireState {
      const url = wireUrl(sourceId);
      register.run({ url, sourceId });
      const row = state.get(url);
      if (!row) throw new Error(`the ledger lost ${url}`);
      return row;
    },
    /** Says when and why a wire is asked next (null: at once). */
    plan(sourceId: string, next: { at: Instant | null; reason: string | null; failures: number }): void {
      plan.run(next.at, next.reason, next.failures, wireUrl(sourceId));
    },
    polled: (poll: WirePolled): void =>
      void polled.run({
        ...poll,
        url: wireUrl(poll.sourceId),
        failed: poll.failed ? 1 : 0,
        changed: poll.changed ? 1 : 0,
      }),
    item: (urn: string): WireItemRow | undefined => item.get(urn),
    /** Items whose embargo has ended, in the order in which it did. */
    ended: (now: Instant): WireItemRow[] => ended.all(now),
    save: (row: WireItemRow): void => void save.run(row),
    /** Notes an entry that cannot be used; gives when it first came. */
    refuse: (sha256: string, sourceId: string, at: Instant): Instant =>
      refuse.get(sha256, sourceId, at)?.firstSeenAt ?? at,
    forgetRefusal: (sha256: string): void => void forgetRefusal.run(sha256),
    datesOf: (articleId: number): DatedEvent[] => dates.all(articleId),
    /** Leaves nothing of an article but its row, its evidence and the note that it was withdrawn. */
    withdraw(articleId: number, storyId: number | null, at: Instant): void {
      withdraw.run({ articleId, storyId, at });
      for (const table of forget) table.run({ id: articleId });
      clear.run(articleId);
      if (storyId === null) return;
      untitle.run(storyId);
      unsay.run(storyId);
    },
    reinstate: (articleId: number): void => void reinstate.run(articleId),
  };
}
