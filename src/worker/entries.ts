import { entryMatters } from '../analyse/index.ts';
import { canonicalUrl } from '../link/identity.ts';
import type { Entry, Instant, ParsedFeed, Source } from '../model/index.ts';
import type { FeedState } from '../store/feeds.ts';
import type { WorkerContext } from './context.ts';

interface Decision {
  decision: 'candidate' | 'skipped';
  reason: string;
}

/** An entry with the marks by which it is known again. */
interface Marked {
  entry: Entry;
  /** The feed's id, or a stand-in; null when the page alone tells. */
  guid: string | null;
  /** The page; null where several entries of the document share it. */
  urlKey: string | null;
  /** The page, shared or not. */
  key: string | null;
}

/** Values that more than one entry of a document has: as a mark of identity they are useless. */
function repeated(values: readonly (string | null)[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) {
    if (value === null) continue;
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return twice;
}

function mark(entries: readonly Entry[]): Marked[] {
  const keys = entries.map(({ url }) => (url === null ? null : canonicalUrl(url)));
  const sharedKeys = repeated(keys);
  const sharedIds = repeated(entries.map(({ id }) => id));
  return entries.map((entry, index) => {
    const key = keys[index] ?? null;
    const urlKey = key !== null && sharedKeys.has(key) ? null : key;
    const id = entry.id !== null && !sharedIds.has(entry.id) ? entry.id : null;
    // Without any mark of its own an entry is known by its words.
    return { entry, key, urlKey, guid: id ?? (urlKey === null ? `title:${entry.title}` : null) };
  });
}

function decide(context: WorkerContext, source: Source, entry: Entry): Decision {
  if (entry.url === null) return { decision: 'skipped', reason: 'it has no link' };
  if (source.fetch === 'all')
    return { decision: 'candidate', reason: 'every page of this source is read (fetch: all)' };
  const { matters, reason } = entryMatters(entry, context.dossier);
  return { decision: matters ? 'candidate' : 'skipped', reason };
}

/**
 * Stores what is new among a document's entries; each is known from now on, whatever was decided about it. One that was
 * skipped is judged again when another feed tells more of the same page.
 */
export function storeEntries(
  context: WorkerContext,
  state: FeedState,
  source: Source,
  parsed: ParsedFeed,
  at: Instant,
): { entriesNew: number; candidates: number } {
  const { entries, articles, decisions } = context.store;
  const counts = { entriesNew: 0, candidates: 0 };
  for (const { entry, key, urlKey, guid } of mark(parsed.entries)) {
    const before = entries.known(source.id, guid, urlKey);
    // Its item changed in the feed: the page may have, too.
    if (before && urlKey !== null) articles.readSoon(urlKey, at);
    if (before && before.state !== 'skipped') continue;
    const { decision, reason } = decide(context, source, entry);
    if (before && decision === 'skipped') continue;
    if (before) entries.reconsider(before.id, { ...entry, reason, at });
    else {
      counts.entriesNew += 1;
      entries.insert({
        sourceId: source.id,
        feedUrl: state.url,
        guid,
        url: entry.url,
        urlKey,
        title: entry.title,
        teaser: entry.teaser,
        language: entry.language ?? parsed.language,
        publishedAt: entry.publishedAt,
        firstSeenAt: at,
        decision,
        reason,
        backlog: state.lastSuccessAt === null,
        articleId: key === null ? null : (articles.byKey(key)?.id ?? null),
      });
    }
    if (decision === 'candidate') counts.candidates += 1;
    if (key !== null)
      decisions.log({
        at,
        url: key,
        step: 'entry',
        outcome: decision,
        reason: `${reason}; seen in ${state.url}`,
      });
  }
  return counts;
}
