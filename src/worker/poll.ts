import { CADENCE, nextPoll } from '../collect/feed/cadence.ts';
import { type PollResult, pollFeed } from '../collect/poll.ts';
import type { Source } from '../model/index.ts';
import type { FeedState } from '../store/feeds.ts';
import { instant } from './clock.ts';
import type { WorkerContext } from './context.ts';
import { storeEntries } from './entries.ts';

/** What one feed's poll brought. */
export interface PolledFeed {
  feedUrl: string;
  sourceId: string;
  outcome: PollResult['outcome'];
  entriesNew: number;
  candidates: number;
  error: string | null;
}

/** One transaction: the poll's entries, the feed's validators and the ledger's line stand or fall together. */
function commitPoll(
  context: WorkerContext,
  state: FeedState,
  source: Source,
  result: PollResult,
): PolledFeed {
  const { feeds } = context.store;
  const at = instant(context.clock);
  return context.store.transaction(() => {
    const changed = result.outcome === 'changed' ? result : null;
    const stored = changed
      ? storeEntries(context, { state, source, parsed: changed.parsed, at }, feeds.knownItems(state.url))
      : null;
    if (stored) feeds.replaceItems(state.url, stored.items);
    const counts = { entriesNew: stored?.entriesNew ?? 0, candidates: stored?.candidates ?? 0 };
    const failed = result.outcome === 'failed' ? result : null;
    const failures = failed ? state.failures + 1 : 0;
    const unchanged = failed ? state.unchanged : counts.entriesNew > 0 ? 0 : state.unchanged + 1;
    const hints = changed?.parsed.hints ?? state.hints;
    const lastChangeAt = counts.entriesNew > 0 ? at : state.lastChangeAt;
    if (counts.entriesNew > 0) context.store.websub.judge(state.url, state.lastPollAt);
    const { interval, shortest, longest } = context.config.settings.polling;
    const next = nextPoll(
      {
        now: at,
        outcome: result.outcome,
        status: result.status,
        freshForMs: result.freshForMs,
        retryAfterMs: result.retryAfterMs,
        hints: hints ?? undefined,
        failures,
        lastChangedAt: lastChangeAt,
        pushedUntil: context.pushedUntil(state.url),
        random: context.random,
      },
      { ...CADENCE, baseMs: interval, minMs: shortest, maxMs: longest },
    );
    const error = failed ? `${failed.code}: ${failed.message}` : null;
    feeds.save({
      ...state,
      fetchUrl: result.movedTo ?? state.fetchUrl,
      ...(result.outcome === 'failed'
        ? {}
        : { etag: result.validators.etag, lastModified: result.validators.lastModified, lastSuccessAt: at }),
      bodySha256: changed?.bodySha256 ?? state.bodySha256,
      lastPollAt: at,
      lastChangeAt,
      hints,
      failures,
      unchanged,
      endedAt: failed?.gone ? at : null,
      movedEntries: state.movedEntries + (stored?.movedEntries ?? 0),
      nextPollAt: next.at,
      nextPollReason: next.reason,
    });
    feeds.record({
      feedUrl: state.url,
      at,
      outcome: result.outcome,
      status: result.status,
      durationMs: result.durationMs,
      bytes: changed?.bytes ?? 0,
      entriesSeen: changed ? changed.parsed.entries.length + changed.parsed.known.length : 0,
      ...counts,
      skipped: stored?.skipped,
      error,
      notes: changed?.parsed.notes ?? [],
    });
    return { feedUrl: state.url, sourceId: source.id, outcome: result.outcome, ...counts, error };
  });
}

/** Asks every feed that is due, politely, and stores what is new. */
export async function pollDue(context: WorkerContext): Promise<PolledFeed[]> {
  const due = context.store.feeds.due(instant(context.clock));
  context.onEvent({ kind: 'start', phase: 'poll', total: due.length });
  const polled: PolledFeed[] = [];
  await Promise.all(
    due.map((state) =>
      context.hosts.run(
        state.fetchUrl,
        async () => {
          const source = context.sources.get(state.sourceId);
          if (context.signal.aborted || source === undefined) return;
          const result = await pollFeed(
            {
              feed: { url: state.fetchUrl, format: state.format },
              source,
              validators: { etag: state.etag, lastModified: state.lastModified },
              bodySha256: state.bodySha256,
              known: new Set(context.store.feeds.knownItems(state.url).keys()),
            },
            context.http,
            context.threads.parse,
          );
          const feed = commitPoll(context, state, source, result);
          polled.push(feed);
          context.onEvent({
            kind: 'step',
            phase: 'poll',
            label: source.name,
            failed: feed.outcome === 'failed',
          });
        },
        context.signal,
      ),
    ),
  );
  context.onEvent({ kind: 'end', phase: 'poll' });
  return polled;
}
