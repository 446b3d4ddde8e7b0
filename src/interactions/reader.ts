import { fileURLToPath } from 'node:url';
import type { Concept } from '../query/translate.ts';
import type { AnswerTo, Asked } from './model.ts';
import { type ChildAnswer, type Job, Seat } from './reader-seat.ts';

/** Why a question was not answered. */
export class ReaderError extends Error {
  override name = 'ReaderError';
  readonly reason: 'slow' | 'busy' | 'failed';

  constructor(reason: ReaderError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Asks the database without keeping anyone else waiting. */
export interface Reader {
  /** @param timeoutMs waiting for earlier questions included @throws {ReaderError} */
  ask<T extends Asked>(asked: T, timeoutMs: number): Promise<AnswerTo<T>>;
  close(): void;
}

/** One question can be slow while others are answered. */
const PROCESSES = 2;
const MOST_WAITING = 40;

/** Waits for one answer, as long as it may take. */
function jobFor<T extends Asked>(
  asked: T,
  timeoutMs: number,
  giveUp: (job: Job) => void,
): { job: Job; answer: Promise<AnswerTo<T>> } {
  let settle = (_answer: ChildAnswer): void => undefined;
  const job: Job = { asked, settle: (answer) => settle(answer) };
  const answer = new Promise<AnswerTo<T>>((resolve, reject) => {
    const timer = setTimeout(() => {
      giveUp(job);
      reject(new ReaderError('slow', `took longer than ${timeoutMs / 1000} s`));
    }, timeoutMs);
    settle = (given) => {
      clearTimeout(timer);
      if ('error' in given) reject(new ReaderError('failed', given.error));
      else resolve(given.answer as AnswerTo<T>);
    };
  });
  return { job, answer };
}

/**
 * Answers in processes of their own: SQLite runs within the thread that asks, and a query under way cannot be ended from
 * JavaScript. So posting and the gateway's heartbeat never wait for a member's question, and one that takes too long is
 * ended with its process, which is started anew for the next.
 * @param path of the database, which must be there
 * @param concepts what `/search` can translate
 */
export function createReader(path: string, concepts: readonly Concept[] = []): Reader {
  const file = fileURLToPath(new URL(`./reader-child${import.meta.url.slice(-3)}`, import.meta.url));
  const waiting: Job[] = [];
  let closed = false;
  const next = (): void => {
    for (const seat of seats) {
      const job = seat.job === null && !closed ? waiting.shift() : undefined;
      if (job) seat.take(job);
    }
  };
  const seats = Array.from({ length: PROCESSES }, () => new Seat({ file, path, concepts }, next));
  for (const seat of seats) seat.start();
  const giveUp = (job: Job): void => {
    const queued = waiting.indexOf(job);
    if (queued >= 0) waiting.splice(queued, 1);
    seats.find((seat) => seat.job === job)?.end();
    next();
  };
  return {
    ask: (asked, timeoutMs) => {
      if (closed || waiting.length >= MOST_WAITING)
        return Promise.reject(new ReaderError('busy', 'there are too many questions'));
      const { job, answer } = jobFor(asked, timeoutMs, giveUp);
      waiting.push(job);
      next();
      return answer;
    },
    close: () => {
      closed = true;
      const left = [...waiting.splice(0), ...seats.flatMap(({ job }) => job ?? [])];
      for (const seat of seats) seat.end();
      for (const job of left) job.settle({ error: 'the bot ends' });
    },
  };
}
