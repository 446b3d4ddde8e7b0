import type { FollowUp } from '../store/outbox.ts';
import { owedMessage } from './content.ts';
import { after, backOff } from './failure.ts';
import { MediumError } from './medium.ts';
import type { Onward, Post } from './post.ts';
import { threadName } from './thread-name.ts';

const HOUR = 3_600_000;
/** The channel is no announcement channel: this message will never be published. */
const WRONG_KIND = 50024;
/** Hourly tries are ended after a day. */
const MOST_ATTEMPTS = 24;

/** The headline of the story now. */
function nameOf({ db, channel }: Post, task: FollowUp): string {
  const { deliveryId: id, deliveryKind: kind, storyId, messageId, createdAt } = task;
  const message = owedMessage(db, { id, kind, storyId, messageId, createdAt }, channel);
  return message ? threadName(message) : id;
}

/** What a failure means: it never keeps messages from being posted. */
function failed(post: Post, task: FollowUp, error: unknown): Onward {
  const failure =
    error instanceof MediumError ? error : new MediumError('unknown', String(error), { cause: error });
  const { outbox, channel } = post;
  const { kind, message: reason } = failure;
  const until = after(post.now(), failure.retryAfterMs ?? backOff(task.attempts));
  if (kind === 'wait' || kind === 'wait-message') {
    outbox.deferFollowUp(task, until, reason);
    return 'go on';
  }
  post.tell({ channelId: channel.id, kind: task.deliveryKind, storyId: task.storyId }, 'failed', reason);
  const never = kind === 'gone' || kind === 'refused' || failure.code === WRONG_KIND;
  const lasting = never || (kind === 'closed' && task.kind === 'thread');
  if (lasting || task.attempts >= MOST_ATTEMPTS) outbox.parkFollowUp(task, reason);
  else outbox.deferFollowUp(task, kind === 'closed' ? after(post.now(), HOUR) : until, reason);
  return kind === 'offline' ? 'stop' : 'go on';
}

/**
 * Starts the thread of a posted message, or publishes it. Both may be asked for twice: a crash in between costs a request
 * and doubles nothing. Where a thread cannot be started, developments become replies.
 */
export async function followUp(post: Post, task: FollowUp): Promise<Onward> {
  const { medium, outbox } = post;
  try {
    const threadId =
      task.kind === 'thread' ? await medium.startThread?.(task.messageId, nameOf(post, task)) : undefined;
    if (task.kind === 'publish') await medium.publish?.(task.messageId);
    const now = post.now().toISOString();
    outbox.finishFollowUp(task, { now, ...(threadId !== undefined && { threadId }) });
    return 'go on';
  } catch (error) {
    return failed(post, task, error);
  }
}
