import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

export interface ChannelRow {
  fingerprint: string;
  parkedAt: Instant | null;
  parkedReason: string | null;
  nextAttemptAt: Instant | null;
  newestMessageId: string | null;
}

/** What is known of the channels themselves. */
export function channels(db: Db) {
  const get = db.prepare<[string], ChannelRow>(
    `SELECT fingerprint, parked_at AS parkedAt, parked_reason AS parkedReason, next_attempt_at AS nextAttemptAt,
      newest_message_id AS newestMessageId FROM channel WHERE id = ?`,
  );
  const register = db.prepare(`
    INSERT INTO channel (id, fingerprint) VALUES (@id, @fingerprint)
    ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, parked_at = NULL, parked_reason = NULL,
      next_attempt_at = NULL, newest_message_id = NULL
    WHERE fingerprint <> excluded.fingerprint`);
  const hold = db.prepare('UPDATE channel SET next_attempt_at = @until WHERE id = @id');
  const close = db.prepare(
    'UPDATE channel SET parked_at = @now, parked_reason = @reason, next_attempt_at = @until WHERE id = @id',
  );
  const reopen = db.prepare(
    'UPDATE channel SET parked_at = NULL, parked_reason = NULL, next_attempt_at = NULL WHERE id = ? AND parked_at IS NOT NULL',
  );
  const owed = db.prepare<[string], { count: number }>(`
    SELECT count(*) AS count FROM delivery
    WHERE channel_id = ? AND (state IN ('due', 'sending') OR (state = 'sent' AND sent_version < version))`);

  const lastSent = db
    .prepare<[string], Instant | null>('SELECT max(sent_at) FROM delivery WHERE channel_id = ?')
    .pluck();

  const filter = db.prepare<[string], { filter: string; since: Instant | null }>(
    'SELECT filter, since FROM channel_filter WHERE channel_id = ?',
  );
  const setFilter = db.prepare(
    'INSERT OR REPLACE INTO channel_filter (channel_id, filter, since) VALUES (@id, @filter, @since)',
  );

  return {
    /** Notes what a channel wants to hear of, and since when. */
    noteFilter: (id: string, wanted: string, now: Instant): void => {
      const known = filter.get(id);
      if (known?.filter === wanted) return;
      // A channel from before filters were noted has wanted this all along, as far as anybody knows.
      setFilter.run({ id, filter: wanted, since: known?.filter === '' ? null : now });
    },
    /** Since when a channel wants what it wants; null: as long as it is known. */
    filterSince: (id: string): Instant | null => filter.get(id)?.since ?? null,
    channel: (id: string) => get.get(id),
    /** Notes a channel's settings; when they are other than before, it is open again. */
    register: (id: string, fingerprint: string): void => void register.run({ id, fingerprint }),
    hold: (id: string, until: Instant): void => void hold.run({ id, until }),
    /** Parks the channel; `until` null: until its settings change. */
    close: (row: { id: string; now: Instant; reason: string; until: Instant | null }): void =>
      void close.run(row),
    /** Whether a parked channel was opened. */
    reopen: (id: string): boolean => reopen.run(id).changes === 1,
    /** When its newest message was sent; null: none was. */
    lastSentAt: (id: string) => lastSent.get(id) ?? null,
    /** Posts and edits that the channel has not got yet. */
    owed: (id: string) => owed.get(id)?.count ?? 0,
  };
}
