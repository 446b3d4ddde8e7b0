import type { Grade, Instant } from '../model/index.ts';
import type { Db } from './db.ts';
import { COLUMNS, type OutboxRow } from './outbox-rows.ts';

/** What decides whether and how a story is posted. */
export interface StoryFacts {
  grade: Grade;
  mergedInto: number | null;
  /** When its newest article came out, never later than it was seen. */
  newestAt: Instant;
  firstSeenAt: Instant;
}

const PUBLISHED = 'min(coalesce(a.published_at, a.first_seen_at), a.first_seen_at)';

/** Rows as they are written: what is owed. */
export function owing(db: Db) {
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
    SELECT s.grade, s.merged_into AS mergedInto, s.first_seen_at AS firstSeenAt,
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
  const transferDevelopments = db.prepare(`
    UPDATE delivery SET story_id = @storyId WHERE kind = 'development' AND channel_id = (SELECT channel_id FROM delivery WHERE id = @id)
      AND story_id = (SELECT story_id FROM delivery WHERE id = @id)`);
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
    /** Makes the message, and those that follow it, that of another story. */
    transfer: (id: string, storyId: number): void => {
      transferDevelopments.run({ id, storyId });
      transfer.run(storyId, id);
    },
    /** A message that is not wanted any more; nothing announces it. */
    retire: (id: string, reason: string): void => void retire.run(reason, id),
    hasCaughtUp: (channelId: string) => caughtUp.get(channelId)?.found === 1,
    unannounced: (channelId: string) => unannounced.all(channelId),
    announce: (id: string, by: string): void => void announce.run(by, id),
  };
}
