import type { Push } from '../collect/websub/listener.ts';
import type { ParsedFeed, Source } from '../model/index.ts';
import type { FeedState } from '../store/feeds.ts';
import { instant } from './clock.ts';
import type { WorkerContext } from './context.ts';
import { storeEntries } from './entries.ts';

type PushContext = Pick<WorkerContext, 'store' | 'threads' | 'clock' | 'dossier'>;

/**
 * Stores what a hub pushed as a poll would have; an entry that the next poll sees again is known then. When the feed
 * is polled next stays as it was, or a busy hub would end polling, and so do the feed's validators.
 * @returns how many entries were new; null for a push without a document that can be read: it says only that there
 *   is something new
 */
export async function takePush(
  context: PushContext,
  state: FeedState,
  source: Source,
  { body, contentType }: Push,
): Promise<number | null> {
  const { store, threads } = context;
  const known = new Set(store.feeds.knownItems(state.url).keys());
  const options = { contentType, url: state.fetchUrl, timezone: source.timezone, known };
  const parsed = body.byteLength === 0 ? null : await threads.parse(body, options).catch(() => null);
  if (parsed === null || parsed.entries.length + parsed.known.length === 0) return null;
  return commitPush(context, source, { url: state.url, parsed, bytes: body.byteLength });
}

function commitPush(
  context: PushContext,
  source: Source,
  { url, parsed, bytes }: { url: string; parsed: ParsedFeed; bytes: number },
): number | null {
  const { feeds } = context.store;
  const at = instant(context.clock);
  return context.store.transaction(() => {
    const state = feeds.all().find((feed) => feed.url === url);
    if (!state) return null;
    const items = feeds.knownItems(url);
    // A hub sends the new items only: those of the last document stand all the same.
    const whole = { ...parsed, known: [...new Set([...parsed.known, ...items.keys()])] };
    const stored = storeEntries(context, { state, source, parsed: whole, at }, items);
    feeds.replaceItems(url, stored.items);
    const { entriesNew, candidates, skipped } = stored;
    feeds.pushed(url, stored.movedEntries, entriesNew > 0 ? at : state.lastChangeAt);
    feeds.record({
      ...{ feedUrl: url, at, outcome: 'changed', status: null, durationMs: 0, bytes },
      ...{ entriesSeen: parsed.entries.length + parsed.known.length, entriesNew, candidates, skipped },
      ...{ error: null, notes: ['pushed by its WebSub hub'] },
    });
    return entriesNew;
  });
}
