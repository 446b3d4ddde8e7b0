import type { Db } from './db.ts';
import { followUps } from './follow-ups.ts';
import { channels } from './outbox-channels.ts';
import { owing } from './outbox-owing.ts';
import { sending } from './outbox-sending.ts';

export type { FollowUp } from './follow-ups.ts';
export type { StoryFacts } from './outbox-owing.ts';
export type { FollowUpKind, OutboxRow } from './outbox-rows.ts';

export type Outbox = ReturnType<typeof createOutbox>;

/** Messages owed to channels: SQL only, no decisions. */
export function createOutbox(db: Db) {
  return { ...owing(db), ...sending(db), ...followUps(db), ...channels(db) };
}

const outboxes = new WeakMap<Db, Outbox>();

/** The outbox of a database; statements are prepared once. */
export function outboxOf(db: Db): Outbox {
  const known = outboxes.get(db) ?? createOutbox(db);
  outboxes.set(db, known);
  return known;
}
