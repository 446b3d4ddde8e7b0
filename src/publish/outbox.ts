import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type Outbox, outboxOf, type StoryFacts } from '../store/outbox.ts';
import { type StoryTags, storyTags } from '../store/story-tags.ts';
import type { ChannelSettings, Filter } from './channels.ts';
import { deliveryId } from './delivery-id.ts';
import { filterText, wants } from './filter.ts';
import { type NewDevelopment, noteDevelopments, oweDevelopments } from './owed-developments.ts';

/** So many silent stories that nobody announced are worth a message of their own. */
const WORTH_A_CATCH_UP = 5;

const BACKLOG = 'backlog of the first run';
const BEFORE = 'from before the channel wanted such stories';

/** What of a channel decides whether it is owed a message. */
export type Addressee = Filter & Pick<ChannelSettings, 'id' | 'style' | 'maxAgeMs' | 'developments'>;

/**
 * Whether a channel is told of a story by a message of its own.
 * @param tags asked for only where the channel's filter needs them
 */
export function postsSingly(
  channel: Filter & Pick<Addressee, 'style'>,
  facts: StoryFacts,
  tags: () => StoryTags,
): boolean {
  return channel.style !== 'digest' && wants(channel, facts, tags);
}

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
  /** Nothing happened: articles were only put elsewhere. */
  regrouped?: boolean;
}

/** The story as a change finds it. */
interface Changed {
  db: Db;
  outbox: Outbox;
  facts: StoryFacts;
  wanted: boolean;
  developments: readonly NewDevelopment[];
}

/** Whether the story was there before the channel wanted such stories, and nothing new was said since. */
function isFromBefore({ outbox, facts }: Changed, channelId: string, storyId: number): boolean {
  const since = outbox.filterSince(channelId);
  return since !== null && facts.firstSeenAt < since && !outbox.hasNews(storyId, since);
}

function oweStory(changed: Changed, channel: Addressee, { storyId, now, silent }: Change): void {
  const { outbox, facts } = changed;
  const id = deliveryId();
  const row = { id, channelId: channel.id, kind: 'story', storyId, createdAt: now } as const;
  const reason = silent ? BACKLOG : tooOld(facts, channel, now) ? 'older than the channel’s maxAge' : null;
  outbox.insert({ ...row, state: reason === null ? 'due' : 'silent', reason });
  if (isFromBefore(changed, channel.id, storyId)) outbox.retire(id, BEFORE);
}

function changeIn(changed: Changed, channel: Addressee, change: Change): void {
  const { storyId, now, silent } = change;
  const { outbox, facts, wanted } = changed;
  takeOver(outbox, channel.id, storyId);
  const known = outbox.ofStory(channel.id, storyId);
  if (!known) {
    if (wanted) oweStory(changed, channel, change);
    return;
  }
  outbox.touch(known.id);
  if (wanted && !silent) oweDevelopments(changed.db, { channel, story: known, now }, changed.developments);
  const refused = known.state === 'parked' && known.messageId === null;
  const awake =
    known.state === 'silent' &&
    !silent &&
    wanted &&
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
 * A message that the medium had refused is tried again with its new content. What happened in the story since its message
 * went out (see `noteDevelopments`) is owed as a message of its own to channels that want developments.
 */
export function storyChanged(db: Db, change: Change): void {
  const { storyId, now } = change;
  const outbox = outboxOf(db);
  const facts = outbox.storyFacts(storyId);
  if (!facts || facts.mergedInto !== null) return;
  const happened = noteDevelopments(db, storyId, now);
  const developments = change.regrouped ? [] : happened;
  const tags = lazily(() => storyTags(db, storyId));
  for (const channel of change.channels)
    changeIn({ db, outbox, facts, wanted: postsSingly(channel, facts, tags), developments }, channel, change);
}

/** A value that is made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Notes what the channels want to hear of. A channel whose wishes changed, or that is new, is told of stories from before
 * only when news of them comes: nothing old is posted. To be called inside a transaction, before anything is owed.
 */
export function noteChannels(db: Db, channels: readonly ChannelSettings[], now: Instant): void {
  for (const channel of channels) outboxOf(db).noteFilter(channel.id, filterText(channel), now);
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
    channels: readonly (Filter & Pick<Addressee, 'id' | 'style'>)[];
    reason: string;
  },
): void {
  const outbox = outboxOf(db);
  const facts = outbox.storyFacts(storyId);
  if (!facts || facts.mergedInto !== null) return;
  // What the articles say by now is no news, and must not be taken for it when one joins.
  noteDevelopments(db, storyId, now);
  const tags = lazily(() => storyTags(db, storyId));
  for (const channel of channels) {
    const { id: channelId } = channel;
    takeOver(outbox, channelId, storyId);
    const known = outbox.ofStory(channelId, storyId);
    const wanted = postsSingly(channel, facts, tags);
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
