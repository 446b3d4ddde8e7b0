import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';
import type { FollowUpKind, OutboxRow } from './outbox-rows.ts';

/** Something that is to be done with a posted message. */
export interface FollowUp extends Pick<OutboxRow, 'channelId' | 'storyId' | 'threadId'> {
  deliveryId: string;
  /** Of the message. */
  deliveryKind: OutboxRow['kind'];
  kind: FollowUpKind;
  messageId: string;
  /** When the message was owed. */
  createdAt: Instant;
  attempts: number;
}

/** What keeps one message from being published, a limit or a permission, keeps the channel's others. */
const PUBLISHING_WAITS = `SELECT 1 FROM follow_up w JOIN delivery e ON e.id = w.delivery_id
  WHERE w.state = 'due' AND w.kind = 'publish' AND e.channel_id = @channelId AND w.next_attempt_at > @now`;

/** What is to be done with posted messages: SQL only. */
export function followUps(db: Db) {
  const next = db.prepare<{ channelId: string; now: Instant }, FollowUp>(`
    SELECT d.channel_id AS channelId, d.story_id AS storyId, d.id AS deliveryId, d.kind AS deliveryKind, f.kind,
      d.message_id AS messageId, d.thread_id AS threadId, d.created_at AS createdAt, f.attempts
    FROM follow_up f JOIN delivery d ON d.id = f.delivery_id
    WHERE f.state = 'due' AND d.channel_id = @channelId AND d.message_id IS NOT NULL AND coalesce(f.next_attempt_at, '') <= @now
      AND (f.kind <> 'publish' OR NOT EXISTS (${PUBLISHING_WAITS}))
    ORDER BY f.kind = 'publish', d.sequence LIMIT 1`);
  const done = db.prepare(
    "UPDATE follow_up SET state = 'done', done_at = @now, reason = NULL WHERE delivery_id = @deliveryId AND kind = @kind",
  );
  const thread = db.prepare('UPDATE delivery SET thread_id = ? WHERE id = ?');
  const park = db.prepare(
    "UPDATE follow_up SET state = 'parked', reason = @reason WHERE delivery_id = @deliveryId AND kind = @kind",
  );
  const defer = db.prepare(`
    UPDATE follow_up SET attempts = attempts + 1, next_attempt_at = @until, reason = @reason
    WHERE delivery_id = @deliveryId AND kind = @kind`);
  const owed = db
    .prepare<[string], number>(
      `SELECT count(*) FROM follow_up f JOIN delivery d ON d.id = f.delivery_id WHERE f.state = 'due' AND d.channel_id = ?`,
    )
    .pluck();

  const finish = db.transaction((task: FollowUp, { now, threadId }: { now: Instant; threadId?: string }) => {
    if (threadId !== undefined) thread.run(threadId, task.deliveryId);
    done.run({ deliveryId: task.deliveryId, kind: task.kind, now });
  });

  return {
    /** What is to be done in a channel next: threads, which news wait for, before publishing. */
    nextFollowUp: (channelId: string, now: Instant) => next.get({ channelId, now }),
    finishFollowUp: (task: FollowUp, how: { now: Instant; threadId?: string }): void => finish(task, how),
    parkFollowUp: ({ deliveryId, kind }: FollowUp, reason: string): void =>
      void park.run({ deliveryId, kind, reason }),
    deferFollowUp: ({ deliveryId, kind }: FollowUp, until: Instant, reason: string): void =>
      void defer.run({ deliveryId, kind, until, reason }),
    owedFollowUps: (channelId: string) => owed.get(channelId) ?? 0,
  };
}
