import type { Instant } from '../../model/index.ts';
import type { Db } from '../../store/db.ts';
import { digestsOf } from '../../store/digests.ts';
import { outboxOf } from '../../store/outbox.ts';
import { deliveryId } from '../delivery-id.ts';
import type { Message } from '../message.ts';
import type { DigestContent } from './content.ts';
import { type DigestOrder, digestContent } from './gather.ts';
import { digestMessage } from './message.ts';

const NOTHING = 'nothing happened';
const SUPERSEDED = 'a newer digest took its place before it could be sent';
const FIRST = 'ended before the channel had digests';

/** Sets the beginning of a channel's digests: the period that ended last is not told. */
export function beginDigests(
  db: Db,
  { channel, cadence, until }: Pick<DigestOrder, 'channel' | 'cadence' | 'until'>,
  now: Instant,
): void {
  digestsOf(db).write({
    ...{ channelId: channel.id, cadence, since: until, until },
    ...{ deliveryId: null, content: null, reason: FIRST, createdAt: now },
  });
}

/**
 * Owes a channel the digest of a period that ended, or notes that there was nothing to tell. What it tells is stored with
 * it: later news changes nothing. One of an earlier period that was not sent yet is given up. To be called inside a
 * transaction, once for each period.
 */
export function oweDigest(db: Db, order: DigestOrder, now: Instant): void {
  const digests = digestsOf(db);
  const outbox = outboxOf(db);
  const { cadence, since, until } = order;
  const { id: channelId } = order.channel;
  for (const id of digests.waiting(channelId, cadence)) outbox.retire(id, SUPERSEDED);
  const content = digestContent(db, order);
  const row = { channelId, cadence, since, until, createdAt: now };
  if (!content) {
    digests.write({ ...row, deliveryId: null, content: null, reason: NOTHING });
    return;
  }
  const id = deliveryId();
  outbox.insert({ id, channelId, kind: 'digest', storyId: null, state: 'due', reason: null, createdAt: now });
  digests.write({ ...row, deliveryId: id, content: JSON.stringify(content), reason: null });
}

/** The message of a digest that is owed or sent; null where there is none of that id. */
export function storedDigest(db: Db, id: string): Message | null {
  const digests = digestsOf(db);
  const content = digests.content(id);
  return content === null ? null : digestMessage(JSON.parse(content) as DigestContent, digests.isWithdrawn);
}

/** Brings the digests up to date that tell of a story of which an agency withdrew a report. */
export function takeBackFromDigests(db: Db, storyId: number): void {
  for (const id of digestsOf(db).naming(storyId)) outboxOf(db).touch(id);
}
