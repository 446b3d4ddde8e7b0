import type { DeliveryKind, DeliveryState, Grade, Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** One message owed to a channel, as the sender needs it. */
export interface OutboxRow {
  id: string;
  channelId: string;
  kind: DeliveryKind;
  storyId: number | null;
  state: DeliveryState;
  /** Counts the changes of what it should say; above `sentVersion`, something is owed. */
  version: number;
  sentVersion: number;
  messageId: string | null;
  bodySha256: string | null;
  attempts: number;
  createdAt: Instant;
  sendingAt: Instant | null;
  afterMessageId: string | null;
  sentAt: Instant | null;
  editedAt: Instant | null;
}

/** A message that the medium confirmed. */
interface Confirmed {
  id: string;
  channelId: string;
  messageId: string;
  /** Null: it may have other words than the newest. */
  bodySha256: string | null;
  version: number;
  now: Instant;
}

export interface ChannelRow {
  fingerprint: string;
  parkedAt: Instant | null;
  parkedReason: string | null;
  nextAttemptAt: Instant | null;
  newestMessageId: string | null;
}

/** What decides whether and how a story is posted. */
export interface StoryFacts {
  grade: Grade;
  mergedInto: number | null;
  /** When its newest article came out, never later than it was seen. */
  newestAt: Instant;
}

export type Outbox = ReturnType<typeof createOutbox>;

const COLUMNS = `id, channel_id AS channelId, kind, story_id AS storyId, state, version, sent_version AS sentVersion,
  message_id AS messageId, body_sha256 AS bodySha256, attempts, created_at AS createdAt, sending_at AS sendingAt,
  after_message_id AS afterMessageId, sent_at AS sentAt, edited_at AS editedAt`;

const PUBLISHED = 'min(coalesce(a.published_at, a.first_seen_at), a.first_seen_at)';

/** Rows as they are written: what is owed. */
function owing(db: Db) {
  const insert = db.prepare(`
    INSERT INTO delivery (id, sequence, channel_id, kind, story_id, state, reason, created_at)
    VALUES (@id, (SELECT coalesce(max(sequence), 0) + 1 FROM delivery), @channelId, @kind, @storyId, @state, @reason, @createdAt)`);
  const ofStory = db.prepare<[string, number], OutboxRow>(
    `SELECT ${COLUMNS} FROM delivery WHERE channel_id = ? AND story_id = ? AND kind = 'story'`,
  );
  const absorbed = db.prepare<[string, number], OutboxRow>(
    `SELECT ${COLUMNS} FROM delivery WHERE channel_id = ? AND kind = 'story' AND story_id IN (SELECT id FROM story WHERE merged_into = ?)
     ORDER BY message_id IS NULL, sequence`,
  );
  const facts = db.prepare<[number], StoryFacts>(`
    SELECT s.grade, s.merged_into AS mergedInto,
      coalesce((SELECT max(${PUBLISHED}) FROM story_article sa JOIN article a ON a.id = sa.article_id WHERE sa.story_id = s.id), s.last_seen_at) AS newestAt
    FROM story s WHERE s.id = ?`);
  const news = db.prepare<[number, Instant], { found: number }>(`
    SELECT EXISTS (SELECT 1 FROM story_article sa JOIN article a ON a.id = sa.article_id
      WHERE sa.story_id = ? AND ${PUBLISHED} > ?
        AND NOT EXISTS (SELECT 1 FROM link l WHERE l.article_id = a.id AND l.kind IN ('duplicate', 'contained-in'))) AS found`);
  const touch = db.prepare('UPDATE delivery SET version = version + 1 WHERE id = ?');
  const wake = db.prepare(
    "UPDATE delivery SET state = 'due', reason = NULL, attempts = 0, next_attempt_at = NULL WHERE id = ?",
  );
  const silence = db.prepare("UPDATE delivery SET state = 'silent', reason = ? WHERE id = ?");
  const retire = db.prepare(
    "UPDATE delivery SET state = 'silent', reason = ?, announced_by = id WHERE id = ?",
  );
  const transfer = db.prepare('UPDATE delivery SET story_id = ?, version = version + 1 WHERE id = ?');
  const caughtUp = db.prepare<[string], { found: number }>(
    "SELECT EXISTS (SELECT 1 FROM delivery WHERE channel_id = ? AND kind = 'catch-up') AS found",
  );
  const unannounced = db.prepare<[string], { id: string }>(
    "SELECT id FROM delivery WHERE channel_id = ? AND state = 'silent' AND announced_by IS NULL AND kind = 'story'",
  );
  const announce = db.prepare('UPDATE delivery SET announced_by = ? WHERE id = ?');

  return {
    insert: (
      row: Pick<OutboxRow, 'id' | 'channelId' | 'kind' | 'storyId' | 'state' | 'createdAt'> & {
        reason: string | null;
      },
    ): void => void insert.run(row),
    ofStory: (channelId: string, storyId: number) => ofStory.get(channelId, storyId),
    /** Messages of stories that were merged into this one, those that were posted first. */
    ofAbsorbed: (channelId: string, storyId: number) => absorbed.all(channelId, storyId),
    storyFacts: (storyId: number) => facts.get(storyId),
    /** Whether an article with a text of its own came out after `since`. */
    hasNews: (storyId: number, since: Instant) => news.get(storyId, since)?.found === 1,
    /** What the message should say has changed. */
    touch: (id: string): void => void touch.run(id),
    /** A message that was silent or refused is owed (again). */
    wake: (id: string): void => void wake.run(id),
    silence: (id: string, reason: string): void => void silence.run(reason, id),
    /** Makes the message that of another story. */
    transfer: (id: string, storyId: number): void => void transfer.run(storyId, id),
    /** A message that is not wanted any more; nothing announces it. */
    retire: (id: string, reason: string): void => void retire.run(reason, id),
    hasCaughtUp: (channelId: string) => caughtUp.get(channelId)?.found === 1,
    unannounced: (channelId: string) => unannounced.all(channelId),
    announce: (id: string, by: string): void => void announce.run(by, id),
  };
}

/** Rows as they are sent. */
function sending(db: Db) {
  const next = db.prepare<
    { channelId: string; now: Instant; oldEditAfter: Instant; old: Instant },
    OutboxRow
  >(`
    SELECT ${COLUMNS} FROM delivery
    WHERE channel_id = @channelId AND (state IN ('due', 'sending') OR (state = 'sent' AND sent_version < version))
      AND (next_attempt_at IS NULL OR next_attempt_at <= @now)
      AND (state <> 'sent' OR sent_at > @old OR coalesce(edited_at, '') < @oldEditAfter)
    ORDER BY state = 'sent', sequence LIMIT 1`);
  const begin = db.prepare<{ id: string; bodySha256: string; now: Instant }, { bodySha256: string | null }>(`
    UPDATE delivery SET state = 'sending', attempts = attempts + 1,
      body_sha256 = CASE WHEN state = 'due' OR body_sha256 = @bodySha256 THEN @bodySha256 END,
      sending_at = CASE WHEN state = 'due' THEN @now ELSE sending_at END,
      after_message_id = CASE WHEN state = 'due' THEN (SELECT newest_message_id FROM channel WHERE id = channel_id) ELSE after_message_id END
    WHERE id = @id RETURNING body_sha256 AS bodySha256`);
  const sent = db.prepare(`
    UPDATE delivery SET state = 'sent', message_id = @messageId, body_sha256 = @bodySha256, sent_version = @version,
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

  const confirm = db.transaction(
    ({ id, channelId, messageId, bodySha256, version, now }: Confirmed): void => {
      newest.run({ channelId, messageId });
      sent.run({ id, messageId, bodySha256, version, now });
    },
  );

  return {
    /** The channel's next message that something is owed of: posts before edits, in the order they were owed.
     * A message sent before `old` is edited only if its last edit was before `oldEditAfter`. */
    next: (query: { channelId: string; now: Instant; old: Instant; oldEditAfter: Instant }) =>
      next.get(query),
    /** To be committed before the request is made: from now on the message may exist. Gives what it says should it
     * exist: the hash of this body, or null where an earlier try may have left another. */
    begin: (row: { id: string; bodySha256: string; now: Instant }) => begin.get(row)?.bodySha256 ?? null,
    sent: (done: Confirmed): void => confirm(done),
    edited: (done: { id: string; bodySha256: string; version: number; now: Instant }): void =>
      void edited.run(done),
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

/** What is known of the channels themselves. */
function channels(db: Db) {
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

  return {
    channel: (id: string) => get.get(id),
    /** Notes a channel's settings; when they are other than before, it is open again. */
    register: (id: string, fingerprint: string): void => void register.run({ id, fingerprint }),
    hold: (id: string, until: Instant): void => void hold.run({ id, until }),
    /** Parks the channel; `until` null: until its settings change. */
    close: (row: { id: string; now: Instant; reason: string; until: Instant | null }): void =>
      void close.run(row),
    /** Whether a parked channel was opened. */
    reopen: (id: string): boolean => reopen.run(id).changes === 1,
    /** Posts and edits that the channel has not got yet. */
    owed: (id: string) => owed.get(id)?.count ?? 0,
  };
}

/** Messages owed to channels: SQL only, no decisions. */
export function createOutbox(db: Db) {
  return { ...owing(db), ...sending(db), ...channels(db) };
}

const outboxes = new WeakMap<Db, Outbox>();

/** The outbox of a database; statements are prepared once. */
export function outboxOf(db: Db): Outbox {
  const known = outboxes.get(db) ?? createOutbox(db);
  outboxes.set(db, known);
  return known;
}
