import { isReceipt, type WireAnswer, type WireClient, type WireFailure } from '../collect/wire/client.ts';
import { type BrokenEntry, readEntry } from '../collect/wire/entry.ts';
import type { Instant, Source } from '../model/index.ts';
import { wireUrl } from '../store/wire.ts';
import { instant, later } from './clock.ts';
import type { WireContext } from './context.ts';
import type { PolledFeed } from './poll.ts';
import { releaseHeld, type Taken, takeItem } from './wire-item.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** What wireQ asks for in `retry-after` where an answer leaves it out: the queue is empty; asked too often. */
const WHEN_EMPTY_MS = 50 * SECOND;
const TOO_OFTEN_MS = HOUR;
/** Longest wait that is believed. */
const LONGEST_MS = 24 * HOUR;
/** So long an entry that cannot be used stays in the queue: the next version of either side may mend it. */
const BROKEN_STAYS_MS = 24 * HOUR;

/** A wire under way. */
interface Polling {
  source: Source;
  wire: WireClient;
  failures: number;
  startedAt: number;
  counts: Record<Taken | 'broken', number>;
  notes: string[];
}

function waitAfter(answer: WireAnswer, failures: number): { ms: number; reason: string } {
  const { retryAfterMs } = answer;
  if (answer.kind === 'entries')
    return {
      ms: Math.min(retryAfterMs ?? WHEN_EMPTY_MS, LONGEST_MS),
      reason: 'as long as the wire asks (retry-after)',
    };
  const own =
    answer.status === 429 ? TOO_OFTEN_MS : Math.min(HOUR, WHEN_EMPTY_MS * 2 ** Math.min(failures, 10));
  return {
    ms: Math.min(Math.max(retryAfterMs ?? 0, own), LONGEST_MS),
    reason: `failed ${failures + 1} times in a row`,
  };
}

/** Committed before any entry is touched, so that a crash does not ask the wire sooner than it wants. */
function plan(context: WireContext, { source, failures }: Polling, answer: WireAnswer, at: Instant): Instant {
  const { ms, reason } = waitAfter(answer, failures);
  const nextPollAt = later(at, ms);
  context.store.wires.plan(source.id, { at: nextPollAt, reason, failures });
  return nextPollAt;
}

/** Whether a broken entry is to be acknowledged, so that it does not come back for ever. */
function takeBroken(context: WireContext, polling: Polling, broken: BrokenEntry, at: Instant): boolean {
  const { store } = context;
  const { reason, urn, sha256 } = broken;
  return store.transaction(() => {
    const since = store.wires.refuse(sha256, polling.source.id, at);
    const over = Date.parse(at) - Date.parse(since) >= BROKEN_STAYS_MS;
    const fate = over ? 'given up' : 'left in the queue for a day';
    polling.notes.push(`entry ${urn ?? sha256.slice(0, 12)} cannot be used: ${reason}; ${fate}`);
    if (urn !== null && (since === at || over))
      store.decisions.log({ at, url: urn, step: 'entry', outcome: 'broken', reason: `${reason}; ${fate}` });
    if (over) store.wires.forgetRefusal(sha256);
    return over;
  });
}

/** Stores one entry; gives whether it may be acknowledged. */
function take(context: WireContext, polling: Polling, raw: unknown, at: Instant): boolean {
  const read = readEntry(raw);
  if (read.kind === 'broken') {
    polling.counts.broken += 1;
    return takeBroken(context, polling, read, at);
  }
  const taken = context.store.transaction(() => takeItem(context, polling.source, read.item, at));
  polling.counts[taken] += 1;
  return true;
}

const receiptOf = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null && '_wireq_receipt' in raw ? raw._wireq_receipt : null;

/** Each entry is committed, then acknowledged; what is not acknowledged comes again and changes nothing. Gives what the
 * wire said when it would take no more acknowledgements. */
async function takeAll(
  context: WireContext,
  polling: Polling,
  entries: readonly unknown[],
  at: Instant,
): Promise<WireFailure | null> {
  for (const raw of entries) {
    if (context.signal.aborted) return null;
    if (!take(context, polling, raw, at)) continue;
    const receipt = receiptOf(raw);
    if (!isReceipt(receipt)) {
      polling.notes.push('an entry without a usable receipt cannot be acknowledged; it comes again');
      continue;
    }
    const answer = await polling.wire.acknowledge(receipt);
    if (answer.kind === 'gone') polling.notes.push('a receipt timed out; its entry comes again');
    if (answer.kind === 'failed') {
      polling.notes.push(`acknowledging stopped: ${answer.code}: ${answer.message}`);
      return answer;
    }
  }
  return null;
}

function record(
  context: WireContext,
  polling: Polling,
  answer: WireAnswer,
  next: { at: Instant; nextPollAt: Instant },
): PolledFeed {
  const { store } = context;
  const { source, counts, notes } = polling;
  const failed = answer.kind === 'failed' ? answer : null;
  const entries = answer.kind === 'entries' ? answer : null;
  const entriesNew = counts.held + counts.placed + counts.skipped + counts.withdrawn;
  const error = failed ? `${failed.code}: ${failed.message}` : null;
  const outcome = failed ? 'failed' : entriesNew > 0 ? 'changed' : 'unchanged';
  const feedUrl = wireUrl(source.id);
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  const { reason: nextPollReason } = waitAfter(answer, polling.failures);
  return store.transaction(() => {
    store.wires.polled({
      sourceId: source.id,
      ...next,
      failed: failed !== null,
      changed: entriesNew > 0,
      nextPollReason,
    });
    store.feeds.record({
      feedUrl,
      at: next.at,
      outcome,
      status: answer.status,
      durationMs: Math.round(performance.now() - polling.startedAt),
      bytes: entries?.bytes ?? 0,
      entriesSeen: entries?.entries.length ?? 0,
      entriesNew,
      candidates: counts.placed,
      error,
      notes: [
        ...(told.length > 0 ? [told.map(([name, count]) => `${count} ${name}`).join(', ')] : []),
        ...notes,
      ],
    });
    return { feedUrl, sourceId: source.id, outcome, entriesNew, candidates: counts.placed, error };
  });
}

async function pollWire(context: WireContext, source: Source, wire: WireClient): Promise<PolledFeed | null> {
  const { failures, nextPollAt } = context.store.wires.register(source.id);
  if (context.signal.aborted || (nextPollAt !== null && nextPollAt > instant(context.clock))) return null;
  const polling: Polling = {
    source,
    wire,
    failures,
    startedAt: performance.now(),
    counts: { known: 0, held: 0, placed: 0, skipped: 0, withdrawn: 0, broken: 0 },
    notes: [],
  };
  const answer = await wire.fetch();
  const at = instant(context.clock);
  const next = { at, nextPollAt: plan(context, polling, answer, at) };
  if (answer.kind === 'entries') {
    const refused = await takeAll(context, polling, answer.entries, at);
    const wait = refused && later(at, waitAfter(refused, failures).ms);
    if (wait !== null && wait > next.nextPollAt) next.nextPollAt = wait;
  }
  return record(context, polling, answer, next);
}

/**
 * Places what was held until now, and asks each wire that is due for its next entries, at most 50.
 *
 * An entry is acknowledged only after the transaction that stores it, and known again by URN and version: a crash at
 * any instant loses nothing and doubles nothing.
 */
export async function pollWires(context: WireContext): Promise<PolledFeed[]> {
  releaseHeld(context, instant(context.clock));
  const polled = await Promise.all(
    [...context.wires].map(([sourceId, wire]) => {
      const source = context.sources.get(sourceId);
      return source === undefined ? null : pollWire(context, source, wire);
    }),
  );
  return polled.filter((poll) => poll !== null);
}
