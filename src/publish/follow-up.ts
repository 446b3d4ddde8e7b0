import type { FollowUp } from '../store/outbox.ts';
import { owedMessage } from './content.ts';
import { after, backOff } from './failure.ts';
import { labelOf } from './label.ts';
import { MediumError } from './medium.ts';
import type { Message } from './message.ts';
import type { Onward, Post } from './post.ts';
import { threadName } from './thread-name.ts';

const HOUR = 3_600_000;
/** The channel is no announcement channel: this message will never be published. */
const WRONG_KIND = 50024;
/** Hourly tries are ended after a day. */
const MOST_ATTEMPTS = 24;
/** A limit is waited for as long as it takes, but not by news that wait for their thread. */
const MOST_WAITS_FOR_THREAD = 6;

/** What the task's message says now. */
function messageOf({ db, channel }: Post, task: FollowUp): Message | null {
  const { deliveryId: id, deliveryKind: kind, storyId, messageId, createdAt } = task;
  return owedMessage(db, { id, kind, storyId, messageId, createdAt }, channel);
}

/** Starts the thread of a message; gives its id. */
function startThread(post: Post, task: FollowUp): Promise<string> | undefined {
  const message = messageOf(post, task);
  return post.medium.startThread?.(task.messageId, message ? threadName(message) : task.deliveryId);
}

/** Lets the thread's name and tags follow the story. */
async function relabel(post: Post, task: FollowUp): Promise<void> {
  const { db, medium, channel } = post;
  const { storyId, threadId } = task;
  const message = messageOf(post, task);
  if (message === null || storyId === null || threadId === null) return;
  const label = labelOf(db, storyId, { message, language: channel.language });
  await medium.relabel?.(threadId, label, channel.style === 'forum');
}

/** What a failure means: it never keeps messages from being posted. */
function failed(post: Post, task: FollowUp, error: unknown): Onward {
  const failure =
    error instanceof MediumError ? error : new MediumError('unknown', String(error), { cause: error });
  const { outbox, channel } = post;
  const { kind, message: reason } = failure;
  const until = after(post.now(), failure.retryAfterMs ?? backOff(task.attempts));
  const waits = kind === 'wait' || kind === 'wait-message';
  const waitedLong = task.kind === 'thread' && task.attempts >= MOST_WAITS_FOR_THREAD;
  if (waits && !waitedLong) {
    outbox.deferFollowUp(task, until, reason);
    return 'go on';
  }
  post.tell({ channelId: channel.id, kind: task.deliveryKind, storyId: task.storyId }, 'failed', reason);
  const never = kind === 'gone' || kind === 'refused' || failure.code === WRONG_KIND;
  const lasting = never || (kind === 'closed' && task.kind === 'thread');
  if (lasting || waits || task.attempts >= MOST_ATTEMPTS) outbox.parkFollowUp(task, reason);
  else outbox.deferFollowUp(task, kind === 'closed' ? after(post.now(), HOUR) : until, reason);
  return kind === 'offline' ? 'stop' : 'go on';
}

/**
 * Starts the thread of a posted message, labels it anew, or publishes it. Each may be asked for twice: a crash in between
 * costs a request and doubles nothing. Where a thread cannot be started, developments become replies.
 */
export async function followUp(post: Post, task: FollowUp): Promise<Onward> {
  const { medium, outbox } = post;
  try {
    const threadId = task.kind === 'thread' ? await startThread(post, task) : undefined;
    if (task.kind === 'label') await relabel(post, task);
    if (task.kind === 'publish') await medium.publish?.(task.messageId);
    const now = post.now().toISOString();
    outbox.finishFollowUp(task, { now, ...(threadId !== undefined && { threadId }) });
    return 'go on';
  } catch (error) {
    return failed(post, task, error);
  }
}
