import { createHash } from 'node:crypto';
import type { OutboxRow } from '../store/outbox.ts';
import { owedMessage } from './content.ts';
import { fail } from './failure.ts';
import type { Message } from './message.ts';
import type { Onward, Post } from './post.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Posts a message; where an earlier try may have done so, looks for it first. */
async function postMessage(post: Post, row: OutboxRow, message: Message): Promise<Onward> {
  const { outbox, medium, channel } = post;
  const interrupted = row.state === 'sending';
  const bodySha256 = sha256(medium.body(message, row.id));
  const now = post.now().toISOString();
  // From this commit on, the message may exist.
  const says = outbox.begin({ id: row.id, bodySha256, now });
  try {
    const traces = {
      ref: row.id,
      afterMessageId: row.afterMessageId,
      since: Date.parse(row.sendingAt ?? now),
    };
    const found = interrupted && medium.find ? await medium.find(traces) : null;
    const messageId = found ?? (await medium.post(message, row.id));
    outbox.sent({
      id: row.id,
      channelId: channel.id,
      messageId,
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
  const bodySha256 = sha256(medium.body(message, id));
  if (bodySha256 === row.bodySha256 || messageId === null) {
    outbox.current(id, version, null);
    return 'go on';
  }
  outbox.attempt(id);
  try {
    await medium.edit(messageId, message, id);
    outbox.edited({ id, bodySha256, version, now: post.now().toISOString() });
    post.tell(row, 'edited');
    return 'go on';
  } catch (error) {
    return fail(post, row, error);
  }
}

/** A story that could not be posted while it was news is left to the next catch-up message. */
function isStale(post: Post, row: OutboxRow): boolean {
  if (row.kind !== 'story' || row.storyId === null || row.state !== 'due') return false;
  const facts = post.outbox.storyFacts(row.storyId);
  return facts !== undefined && Date.parse(facts.newestAt) < post.now().getTime() - post.channel.maxAgeMs;
}

export async function step(post: Post, row: OutboxRow): Promise<Onward> {
  if (isStale(post, row)) {
    const reason = 'older than the channel’s maxAge when it could have been posted';
    post.outbox.silence(row.id, reason);
    post.tell(row, 'silenced', reason);
    return 'go on';
  }
  const message = owedMessage(post.db, row, post.channel.language);
  if (message === null) {
    if (row.messageId === null) post.outbox.park(row.id, 'its story has no article');
    else post.outbox.current(row.id, row.version, 'its story has no article any more');
    return 'go on';
  }
  return row.state === 'sent' ? editMessage(post, row, message) : postMessage(post, row, message);
}
