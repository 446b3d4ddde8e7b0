import { randomInt } from 'node:crypto';
import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type Outbox, outboxOf, type StoryFacts } from '../store/outbox.ts';
import type { ChannelSettings } from './channels.ts';

/** Without vowels, so that no word arises, and without look-alikes. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxz';
const ID_LENGTH = 12;

/** So many silent stories that nobody announced are worth a message of their own. */
const WORTH_A_CATCH_UP = 5;

/** A delivery's id: Discord's nonce (at most 25 characters) and the mark it is found by in a channel's history. */
export function deliveryId(): string {
  return Array.from({ length: ID_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

const BACKLOG = 'backlog of the first run';

/** What of a channel decides whether it is owed a message. */
type Addressee = Pick<ChannelSettings, 'id' | 'grades' | 'maxAgeMs'>;

function tooOld(facts: StoryFacts, channel: Addressee, now: Instant): boolean {
  return Date.parse(facts.newestAt) < Date.parse(now) - channel.maxAgeMs;
}

/** A merged story's message becomes the surviving story's, so that one event keeps one message. */
function takeOver(outbox: Outbox, channelId: string, storyId: number): void {
  for (const row of outbox.ofAbsorbed(channelId, storyId)) {
    if (!outbox.ofStory(channelId, storyId)) outbox.transfer(row.id, storyId);
    else if (row.state === 'sent') outbox.touch(row.id);
    else if (row.state === 'due' && row.sendingAt === null)
      outbox.retire(row.id, `merged into story ${storyId}`);
  }
}

interface Change {
  storyId: number;
  channels: readonly Addressee[];
  now: Instant;
  silent: boolean;
}

function changeIn(outbox: Outbox, channel: Addressee, facts: StoryFacts, change: Change): void {
  const { storyId, now, silent } = change;
  takeOver(outbox, channel.id, storyId);
  const known = outbox.ofStory(channel.id, storyId);
  if (!known) {
    if (!channel.grades.includes(facts.grade)) return;
    const reason = silent ? BACKLOG : tooOld(facts, channel, now) ? 'older than the channel’s maxAge' : null;
    outbox.insert({
      id: deliveryId(),
      channelId: channel.id,
      kind: 'story',
      storyId,
      state: reason === null ? 'due' : 'silent',
      reason,
      createdAt: now,
    });
    return;
  }
  outbox.touch(known.id);
  const refused = known.state === 'parked' && known.messageId === null;
  const awake =
    known.state === 'silent' &&
    !silent &&
    channel.grades.includes(facts.grade) &&
    !tooOld(facts, channel, now) &&
    outbox.hasNews(storyId, known.createdAt);
  if (refused || awake) outbox.wake(known.id);
}

/**
 * Notes that a story is new or says something new. To be called inside the transaction that changes the story.
 *
 * Each channel whose filter matches is owed one message for the story; if it was posted already, an edit.
 * With `silent` (a first run's backlog), or when the story's newest article is older than the channel's
 * `maxAgeMs`, the story is recorded as silent. A silent story is posted after all once an article with a text of
 * its own joins that came out after the story was silenced: a reprint or a late find of the backlog is no news.
 * A message that the medium had refused is tried again with its new content.
 */
export function storyChanged(db: Db, change: Change): void {
  const outbox = outboxOf(db);
  const facts = outbox.storyFacts(change.storyId);
  if (!facts || facts.mergedInto !== null) return;
  for (const channel of change.channels) changeIn(outbox, channel, facts, change);
}

/**
 * Notes that a story is told otherwise although nothing happened: its articles were analysed anew. To be called inside
 * the transaction that changes the story.
 *
 * A message that was posted is edited. Nothing is posted that was not owed before: a story that matters to a channel
 * only now is recorded as silent with the given reason (an article that comes later wakes it, see `storyChanged`), and
 * what was owed but is no matter for the channel any more is not posted.
 */
export function storyRestated(
  db: Db,
  {
    storyId,
    channels,
    now,
    reason,
  }: Omit<Change, 'silent' | 'channels'> & {
    channels: readonly Pick<Addressee, 'id' | 'grades'>[];
    reason: string;
  },
): void {
  const outbox = outboxOf(db);
  const facts = outbox.storyFacts(storyId);
  if (!facts || facts.mergedInto !== null) return;
  for (const { id: channelId, grades } of channels) {
    takeOver(outbox, channelId, storyId);
    const known = outbox.ofStory(channelId, storyId);
    const wanted = grades.includes(facts.grade);
    if (known?.state === 'due' && known.sendingAt === null && !wanted) outbox.retire(known.id, reason);
    else if (known) outbox.touch(known.id);
    else if (wanted) {
      const id = deliveryId();
      outbox.insert({ id, channelId, kind: 'story', storyId, state: 'silent', reason, createdAt: now });
      outbox.retire(id, reason);
    }
  }
}

/**
 * Owes each channel one message for the stories that were silenced and never announced: the first time for any, so that
 * nobody takes the silence of a first run for a failure; later when five have gathered (after a downtime, or when a
 * source is added). To be called in a transaction at the end of a cycle; gives how many messages are owed by it.
 */
export function catchUp(db: Db, options: { channels: readonly ChannelSettings[]; now: Instant }): number {
  const outbox = outboxOf(db);
  let owed = 0;
  for (const { id: channelId } of options.channels) {
    const silent = outbox.unannounced(channelId);
    const enough = outbox.hasCaughtUp(channelId) ? WORTH_A_CATCH_UP : 1;
    if (silent.length < enough) continue;
    const id = deliveryId();
    outbox.insert({
      id,
      channelId,
      kind: 'catch-up',
      storyId: null,
      state: 'due',
      reason: null,
      createdAt: options.now,
    });
    for (const delivery of silent) outbox.announce(delivery.id, id);
    owed += 1;
  }
  return owed;
}
