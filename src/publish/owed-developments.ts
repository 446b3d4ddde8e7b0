import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type Development, developmentsOf } from '../store/developments.ts';
import { type OutboxRow, outboxOf } from '../store/outbox.ts';
import type { ChannelSettings } from './channels.ts';
import { deliveryId } from './delivery-id.ts';

/** Something that just happened in a story, with when what tells it came out. */
export type NewDevelopment = Development & { publishedAt: Instant };

/**
 * Notes what happened in a story since it was last noted, and gives it: a stage later than all it had (a ruling), a release
 * of a party, court or authority, an edit that says something else. Each happens once, wherever its article is put.
 */
export function noteDevelopments(db: Db, storyId: number, now: Instant): NewDevelopment[] {
  const developments = developmentsOf(db);
  developments.touchWithdrawn(storyId);
  return developments.note(storyId, now);
}

/**
 * Owes a channel one message for what happened in a story that it was told of; what is not handed out yet is told in the
 * same message. Nothing is owed for a story whose own message is still to come, for that will say it, nor for
 * reports that are older than the channel's `maxAgeMs`.
 */
export function oweDevelopments(
  db: Db,
  {
    channel,
    story,
    now,
  }: {
    channel: Pick<ChannelSettings, 'id' | 'developments' | 'maxAgeMs'>;
    story: OutboxRow;
    now: Instant;
  },
  happened: readonly NewDevelopment[],
): void {
  if (!channel.developments || (story.state !== 'sent' && story.state !== 'sending')) return;
  const oldest = Date.parse(now) - channel.maxAgeMs;
  const news = happened.filter(({ publishedAt }) => Date.parse(publishedAt) >= oldest);
  if (news.length === 0 || story.storyId === null) return;
  const developments = developmentsOf(db);
  let id = developments.open(channel.id, story.storyId);
  if (id === undefined) {
    id = deliveryId();
    const row = { id, channelId: channel.id, kind: 'development', storyId: story.storyId } as const;
    outboxOf(db).insert({ ...row, state: 'due', reason: null, createdAt: now });
  }
  for (const development of news) developments.tell(id, development.id);
}
