import type { DeliveryState, Instant } from '../model/index.ts';
import type { Db } from './db.ts';
import { COLUMNS, type FollowUpKind, type OutboxRow } from './outbox-rows.ts';

/** A message as it is handed out. */
interface Begun {
  id: string;
  bodySha256: string;
  layout: 'embed' | 'components';
  /** JSON array. */
  roles: string;
  now: Instant;
}

/** A message that the medium confirmed. */
interface Confirmed {
  id: string;
  channelId: string;
  messageId: string;
  /** The thread that it stands in, if any. */
  standsIn: string | null;
  /** The thread about its story, if there is one already. */
  threadId: string | null;
  /** What is to be done with it now. */
  followUps: readonly FollowUpKind[];
  /** Null: it may have other words than the newest. */
  bodySha256: string | null;
  version: number;
  now: Instant;
}

/** An edit that the medium confirmed. */
interface Edited {
  id: string;
  bodySha256: string;
  version: number;
  /** Whether the name and tags of its thread are to follow. */
  labels: boolean;
  now: Instant;
}

/** A development waits for its story's message, and for the thread that it belongs into. */
const STORY_FIRST = `SELECT 1 FROM delivery s WHERE s.channel_id = @channelId AND s.story_id = delivery.story_id AND s.kind = 'story'
  AND (s.state IN ('due', 'sending')
    OR EXISTS (SELECT 1 FROM follow_up f WHERE f.delivery_id = s.id AND f.kind = 'thread' AND f.state = 'due'))`;

/** Rows as they are sent. */
export function sending(db: Db) {
  const next = db.prepare<
    { channelId: string; now: Instant; oldEditAfter: Instant; old: Instant },
    OutboxRow
  >(`
    SELECT ${COLUMNS} FROM delivery
    WHERE channel_id = @channelId AND (state IN ('due', 'sending') OR (state = 'sent' AND sent_version < version))
      AND (next_attempt_at IS NULL OR next_attempt_at <= @now)
      AND (kind <> 'development' OR state <> 'due' OR NOT EXISTS (${STORY_FIRST}))
      AND (state <> 'sent' OR sent_at > @old OR coalesce(edited_at, '') < @oldEditAfter)
    ORDER BY state = 'sent', sequence LIMIT 1`);
  const begin = db.prepare<Begun, { bodySha256: string | null }>(`
    UPDATE delivery SET state = 'sending', attempts = attempts + 1, layout = @layout, roles = @roles,
      body_sha256 = CASE WHEN state = 'due' OR body_sha256 = @bodySha256 THEN @bodySha256 END,
      sending_at = CASE WHEN state = 'due' THEN @now ELSE sending_at END,
      after_message_id = CASE WHEN state = 'due' THEN (SELECT newest_message_id FROM channel WHERE id = channel_id) ELSE after_message_id END
    WHERE id = @id RETURNING body_sha256 AS bodySha256`);
  const sent = db.prepare(`
    UPDATE delivery SET state = 'sent', message_id = @messageId, stands_in = @standsIn, thread_id = @threadId, body_sha256 = @bodySha256, sent_version = @version,
      sent_at = @now, attempts = 0, next_attempt_at = NULL, reason = NULL WHERE id = @id`);
  const newest = db.prepare(`
    UPDATE channel SET newest_message_id = @messageId WHERE id = @channelId AND (newest_message_id IS NULL
      OR length(newest_message_id) < length(@messageId)
      OR (length(newest_message_id) = length(@messageId) AND newest_message_id < @messageId))`);
  const edited = db.prepare(`
    UPDATE delivery SET body_sha256 = @bodySha256, sent_version = @version, edited_at = @now, attempts = 0,
      next_attempt_at = NULL, reason = NULL WHERE id = @id`);
  const current = db.prepare('UPDATE delivery SET sent_version = @version, reason = @reason WHERE id = @id');
  const defer = db.prepare(
    'UPDATE delivery SET state = @state, next_attempt_at = @until, reason = @reason WHERE id = @id',
  );
  const attempt = db.prepare('UPDATE delivery SET attempts = attempts + 1 WHERE id = ?');
  const park = db.prepare(
    "UPDATE delivery SET state = 'parked', next_attempt_at = NULL, reason = ? WHERE id = ?",
  );

  const relabel = db.prepare(`
    INSERT INTO follow_up (delivery_id, kind, state) VALUES (?, 'label', 'due') ON CONFLICT DO UPDATE SET
      state = 'due', attempts = 0, reason = NULL, next_attempt_at = CASE WHEN state = 'due' THEN next_attempt_at END`);
  const confirmEdit = db.transaction(({ labels, ...done }: Edited): void => {
    edited.run(done);
    if (labels) relabel.run(done.id);
  });
  const followUp = db.prepare(
    "INSERT OR IGNORE INTO follow_up (delivery_id, kind, state) VALUES (?, ?, 'due')",
  );
  const confirm = db.transaction(({ followUps, channelId, ...done }: Confirmed): void => {
    newest.run({ channelId, messageId: done.messageId });
    sent.run(done);
    for (const kind of followUps) followUp.run(done.id, kind);
  });

  return {
    /** The channel's next message that something is owed of: posts before edits, in the order they were owed.
     * A message sent before `old` is edited only if its last edit was before `oldEditAfter`. */
    next: (query: { channelId: string; now: Instant; old: Instant; oldEditAfter: Instant }) =>
      next.get(query),
    /** To be committed before the request is made: from now on the message may exist. Gives what it says should it
     * exist: the hash of this body, or null where an earlier try may have left another. */
    begin: (row: Begun) => begin.get(row)?.bodySha256 ?? null,
    sent: (done: Confirmed): void => confirm(done),
    edited: (done: Edited): void => confirmEdit(done),
    /** Nothing (more) is owed for this version: the channel shows it, or will never. */
    current: (id: string, version: number, reason: string | null): void =>
      void current.run({ id, version, reason }),
    defer: (row: { id: string; state: DeliveryState; until: Instant | null; reason: string }): void =>
      void defer.run(row),
    /** An edit is tried: harmless to repeat, but counted. */
    attempt: (id: string): void => void attempt.run(id),
    park: (id: string, reason: string): void => void park.run(reason, id),
  };
}
