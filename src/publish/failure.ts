import type { Instant } from '../model/index.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { MediumError } from './medium.ts';
import type { Onward, Post } from './post.ts';

const HOUR = 3_600_000;
const FIRST_RETRY_MS = 30_000;

export const after = (now: Date, ms: number): Instant => new Date(now.getTime() + ms).toISOString();

/** 30 s, doubled with each attempt, at most an hour. */
export const backOff = (attempts: number): number =>
  Math.min(HOUR, FIRST_RETRY_MS * 2 ** Math.min(attempts, 10));

/** What a failure means for the row and its channel. A row goes back to the state it was in, unless nobody can say
 * whether the message arrived. */
export function fail(post: Post, row: OutboxRow, error: unknown): Onward {
  const failure =
    error instanceof MediumError ? error : new MediumError('unknown', String(error), { cause: error });
  const { outbox, channel } = post;
  const now = post.now();
  const { kind, message: reason } = failure;
  const wait = failure.retryAfterMs ?? backOff(row.attempts);
  post.tell(row, 'failed', reason);
  switch (kind) {
    case 'gone':
      outbox.park(row.id, `${reason}; it is not posted again`);
      return 'go on';
    case 'refused':
      if (row.state === 'sent') outbox.current(row.id, row.version, reason);
      else outbox.park(row.id, reason);
      return 'go on';
    case 'wait-message':
      outbox.defer({ id: row.id, state: row.state, until: after(now, wait), reason });
      return 'go on';
    case 'closed':
      outbox.defer({ id: row.id, state: row.state, until: null, reason });
      outbox.close({
        id: channel.id,
        now: now.toISOString(),
        reason,
        until: failure.retryAfterMs === null ? null : after(now, failure.retryAfterMs),
      });
      return 'stop';
    case 'wait':
    case 'offline':
      outbox.defer({ id: row.id, state: row.state, until: null, reason });
      outbox.hold(channel.id, after(now, wait));
      return 'stop';
    case 'unknown':
      outbox.defer({
        id: row.id,
        state: row.state === 'due' ? 'sending' : row.state,
        until: after(now, wait),
        reason,
      });
      return 'stop';
  }
}
