import { createHash } from 'node:crypto';
import { developmentsOf } from '../store/developments.ts';
import type { FollowUpKind, OutboxRow } from '../store/outbox.ts';
import { storyTags } from '../store/story-tags.ts';
import { owedMessage } from './content.ts';
import { fail } from './failure.ts';
import { subjectsOf } from './label.ts';
import type { Form, Place, Target } from './medium.ts';
import type { Message } from './message.ts';
import { postsSingly } from './outbox.ts';
import { rolesFor } from './pings.ts';
import type { Onward, Post } from './post.ts';
import { quietBetween } from './quiet.ts';
import { threadName } from './thread-name.ts';

/** Messages that those who follow an announcement channel get. */
const PUBLISHED: ReadonlySet<string> = new Set([
  'story',
  'development',
  'digest',
] satisfies OutboxRow['kind'][]);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The roles that a message is to tell, when it is handed out for the first time. */
function rolesOf({ db, channel: { pings = [] } }: Post, { id, kind, storyId }: OutboxRow): string[] {
  if (pings.length === 0 || storyId === null || (kind !== 'story' && kind !== 'development')) return [];
  const tags = storyTags(db, storyId);
  const ofStory = new Set(tags.stage === null ? [] : [tags.stage]);
  return rolesFor(pings, tags, kind === 'story' ? ofStory : developmentsOf(db).stages(id));
}

/** What was handed out once stays in that form, whatever the configuration says by now. */
function formOf(post: Post, row: OutboxRow): Form {
  const { id: ref } = row;
  if (row.state === 'due') return { ref, layout: post.channel.layout ?? 'embed', roles: rolesOf(post, row) };
  return { ref, layout: row.layout ?? 'embed', roles: JSON.parse(row.roles ?? '[]') as string[] };
}

function targetOf(post: Post, row: OutboxRow, message: Message): Target {
  const { channel, outbox, db } = post;
  if (row.kind === 'development' && row.storyId !== null) {
    const story = outbox.ofStory(channel.id, row.storyId);
    if (story?.threadId != null) return { threadId: story.threadId };
    return story?.messageId == null ? {} : { replyTo: story.messageId };
  }
  if (channel.style !== 'forum') return {};
  const subjects = row.storyId === null ? [] : subjectsOf(db, row.storyId, channel.language);
  return { forumPost: { name: threadName(message), subjects } };
}

/** What is to be done with a message that was just posted. */
function followUpsOf({ channel, medium }: Post, { kind }: OutboxRow, place: Place): FollowUpKind[] {
  if (place.threadId !== null) return [];
  const thread = channel.style === 'threads' && kind === 'story' && medium.startThread !== undefined;
  const publish = channel.announce === true && PUBLISHED.has(kind) && medium.publish !== undefined;
  return [...(thread ? (['thread'] as const) : []), ...(publish ? (['publish'] as const) : [])];
}

/** Posts a message; where an earlier try may have done so, looks for it first. */
async function postMessage(post: Post, row: OutboxRow, message: Message): Promise<Onward> {
  const { outbox, medium, channel } = post;
  const interrupted = row.state === 'sending';
  const form = formOf(post, row);
  const target = targetOf(post, row, message);
  const bodySha256 = sha256(medium.body(message, form));
  const now = post.now().toISOString();
  const { layout } = form;
  // From this commit on, the message may exist.
  const says = outbox.begin({ id: row.id, bodySha256, layout, roles: JSON.stringify(form.roles), now });
  try {
    const since = Date.parse(row.sendingAt ?? now);
    const traces = { ref: row.id, target, afterMessageId: row.afterMessageId, since };
    const found = interrupted && medium.find ? await medium.find(traces) : null;
    const place = found ?? (await medium.post(message, form, target));
    outbox.sent({
      id: row.id,
      channelId: channel.id,
      messageId: place.messageId,
      standsIn: place.threadId,
      threadId: row.kind === 'story' ? place.threadId : null,
      followUps: followUpsOf(post, row, place),
      bodySha256: says,
      // Should an earlier try have left other words, an edit is owed.
      version: says === null ? 0 : row.version,
      now: post.now().toISOString(),
    });
    post.tell(row, found === null ? 'posted' : 'recovered');
    return 'go on';
  } catch (error) {
    return fail(post, row, error);
  }
}

/** Brings a posted message up to date; nothing is sent when it says so already. */
async function editMessage(post: Post, row: OutboxRow, message: Message): Promise<Onward> {
  const { outbox, medium } = post;
  const { id, version, messageId } = row;
  const form = formOf(post, row);
  const bodySha256 = sha256(medium.body(message, form));
  if (bodySha256 === row.bodySha256 || messageId === null) {
    outbox.current(id, version, null);
    return 'go on';
  }
  outbox.attempt(id);
  try {
    await medium.edit({ messageId, threadId: row.standsIn }, message, form);
    const labels = row.kind === 'story' && row.threadId !== null && medium.relabel !== undefined;
    outbox.edited({ id, bodySha256, version, labels, now: post.now().toISOString() });
    post.tell(row, 'edited');
    return 'go on';
  } catch (error) {
    return fail(post, row, error);
  }
}

/** Ms between two instants, quiet hours not counted that kept a message waiting since it was owed. */
function ageOf({ channel, now }: Post, { createdAt }: OutboxRow, newestAt: string): number {
  const [from, to] = [Date.parse(newestAt), now().getTime()];
  return to - from - quietBetween(Math.max(from, Date.parse(createdAt)), to, channel.quiet);
}

/** Why a story that is owed is not to be posted after all; null: it is. */
function storyIsOver(post: Post, row: OutboxRow, storyId: number): 'stale' | 'unwanted' | null {
  const { outbox, channel, db } = post;
  const facts = outbox.storyFacts(storyId);
  if (!facts) return null;
  if (facts.mergedInto === null && !postsSingly(channel, facts, () => storyTags(db, storyId)))
    return 'unwanted';
  return ageOf(post, row, facts.newestAt) > channel.maxAgeMs ? 'stale' : null;
}

/** Takes a message off the list that came too late or is not wanted any more; gives whether it did. */
function leaveOut(post: Post, row: OutboxRow): boolean {
  const { outbox, channel } = post;
  if (row.state !== 'due' || row.storyId === null) return false;
  const retire = (reason: string): boolean => {
    outbox.retire(row.id, reason);
    post.tell(row, 'silenced', reason);
    return true;
  };
  if (row.kind === 'development') {
    const story = outbox.ofStory(channel.id, row.storyId);
    if (story?.state !== 'sent') return retire('its story’s message is not there');
    const late = ageOf(post, row, row.createdAt) > channel.maxAgeMs;
    return late && retire('older than the channel’s maxAge; its story’s message tells it');
  }
  if (row.kind !== 'story') return false;
  const over = storyIsOver(post, row, row.storyId);
  if (over === 'unwanted') return retire('the channel does not want it any more');
  if (over === null) return false;
  // A story that could not be posted while it was news is left to the next catch-up message.
  const reason = 'older than the channel’s maxAge when it could have been posted';
  outbox.silence(row.id, reason);
  post.tell(row, 'silenced', reason);
  return true;
}

/** Brings one message on its way: posts it, edits it, or finds that there is no need to. */
export async function step(post: Post, row: OutboxRow): Promise<Onward> {
  if (leaveOut(post, row)) return 'go on';
  const message = owedMessage(post.db, row, post.channel);
  if (message === null) {
    if (row.messageId === null) post.outbox.park(row.id, 'its story has no article');
    else post.outbox.current(row.id, row.version, 'its story has no article any more');
    return 'go on';
  }
  return row.state === 'sent' ? editMessage(post, row, message) : postMessage(post, row, message);
}
