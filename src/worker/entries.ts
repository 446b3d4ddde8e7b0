import { entryMatters } from '../analyse/index.ts';
import { outletUrl } from '../collect/http/aggregator.ts';
import { canonicalUrl } from '../link/identity.ts';
import type { Entry, Instant, Language, ParsedFeed, Source } from '../model/index.ts';
import type { KnownEntry } from '../store/entries.ts';
import type { FeedState } from '../store/feeds.ts';
import type { WorkerContext } from './context.ts';
import { findMoved } from './moved.ts';

type EntryContext = Pick<WorkerContext, 'store' | 'dossier'>;

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

/** Aggregators' links lead to outlets' pages, which other feeds may name too. */
const atOutlet = (entry: Entry): Entry =>
  entry.url === null ? entry : { ...entry, url: outletUrl(entry.url) ?? entry.url };

function mark(listed: readonly Entry[]): Marked[] {
  const entries = listed.map(atOutlet);
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

function decide(context: EntryContext, source: Source, entry: Entry): Decision {
  if (entry.url === null) return { decision: 'skipped', reason: 'it has no link' };
  if (source.fetch === 'all')
    return { decision: 'candidate', reason: 'every page of this source is read (fetch: all)' };
  const { matters, reason } = entryMatters(entry, context.dossier);
  return { decision: matters ? 'candidate' : 'skipped', reason };
}

/** What became of a document's entries. */
export interface StoredEntries {
  entriesNew: number;
  candidates: number;
  /** Why new entries were skipped, with how many each. */
  skipped: Record<string, number>;
  /** The entry of each parsed item, by the item's hash. */
  items: Map<string, number | null>;
  /** Entries that came again under another id and address. */
  movedEntries: number;
}

/** One document on its way into the store. */
interface Intake {
  context: EntryContext;
  state: FeedState;
  source: Source;
  at: Instant;
  stored: StoredEntries;
}

/** An entry seen before: its item changed in the feed, so the page may have, too; what was skipped is judged anew. */
function storeKnown(intake: Intake, marked: Marked, before: KnownEntry): void {
  const { context, source, at, stored } = intake;
  const { entry, urlKey } = marked;
  stored.items.set(entry.hash, before.id);
  if (urlKey !== null) context.store.articles.readSoon(urlKey, at);
  if (before.state !== 'skipped') return;
  const decision = decide(context, source, entry);
  if (decision.decision === 'skipped') return;
  context.store.entries.reconsider(before.id, { ...entry, reason: decision.reason, at });
  count(intake, marked, decision);
}

function storeNew(intake: Intake, marked: Marked, language: Language | null): void {
  const { context, state, source, at, stored } = intake;
  const { entries, articles } = context.store;
  const { entry, key, urlKey, guid } = marked;
  const { title, teaser, url, publishedAt } = entry;
  const decision = decide(context, source, entry);
  stored.entriesNew += 1;
  const id = entries.insert({
    ...{ sourceId: source.id, feedUrl: state.url, guid, url, urlKey, title, teaser, publishedAt },
    ...decision,
    language: entry.language ?? language,
    firstSeenAt: at,
    backlog: state.lastSuccessAt === null,
    articleId: key === null ? null : (articles.byKey(key)?.id ?? null),
  });
  stored.items.set(entry.hash, id);
  if (decision.decision === 'skipped')
    stored.skipped[decision.reason] = (stored.skipped[decision.reason] ?? 0) + 1;
  count(intake, marked, decision);
}

function count(
  { context, state, at, stored }: Intake,
  { key }: Marked,
  { decision, reason }: Decision,
): void {
  if (decision === 'candidate') stored.candidates += 1;
  if (key === null) return;
  context.store.decisions.log({
    ...{ at, url: key, step: 'entry', outcome: decision },
    reason: `${reason}; seen in ${state.url}`,
  });
}

/** The unknown entries that are known ones under another id and address; they are found under those from now on. */
function followMoved(
  { context, state, source, at, stored }: Intake,
  all: readonly Marked[],
  unknown: readonly Marked[],
  standing: ReadonlySet<number>,
): Set<Marked> {
  const { entries, decisions } = context.store;
  const sharedTitles = repeated(all.map(({ entry }) => entry.title));
  const sharedInstants = repeated(all.map(({ entry }) => entry.publishedAt));
  const suspects = unknown.flatMap((marked) => {
    const { entry } = marked;
    const namesake = entries.onlyTitled(source.id, entry.title);
    if (namesake === undefined || standing.has(namesake.id)) return [];
    const uniqueTitle = !sharedTitles.has(entry.title);
    const uniqueInstant = entry.publishedAt !== null && !sharedInstants.has(entry.publishedAt);
    return [{ marked, entry, namesake, uniqueTitle, uniqueInstant }];
  });
  const { moved, proofs } = findMoved(suspects, unknown.length, state.movedEntries, at);
  stored.movedEntries = proofs;
  const followed = new Set<Marked>();
  for (const suspect of suspects) {
    if (!moved.has(suspect)) continue;
    const { marked, entry, namesake } = suspect;
    entries.move(namesake.id, { guid: marked.guid, url: entry.url, urlKey: marked.urlKey });
    stored.items.set(entry.hash, namesake.id);
    followed.add(marked);
    if (marked.key !== null)
      decisions.log({
        ...{ at, url: marked.key, step: 'entry', outcome: 'known' },
        reason: `the feed's ids are unstable: title and instant are those of entry ${namesake.id}; seen in ${state.url}`,
      });
  }
  return followed;
}

/**
 * Stores what is new among a document's entries; each is known from now on, whatever was decided about it. One that was
 * skipped is judged again when another feed tells more of the same page. Dates decide nothing: an entry that comes late
 * below the newest is as new as any other. To be called inside a transaction.
 * @param items entries of the last document's items, by hash
 */
export function storeEntries(
  context: EntryContext,
  { state, source, parsed, at }: { state: FeedState; source: Source; parsed: ParsedFeed; at: Instant },
  items: ReadonlyMap<string, number | null>,
): StoredEntries {
  const { entries } = context.store;
  const stored: StoredEntries = {
    ...{ entriesNew: 0, candidates: 0, skipped: {}, movedEntries: 0 },
    items: new Map(parsed.known.map((hash) => [hash, items.get(hash) ?? null])),
  };
  const intake = { context, state, source, at, stored };
  const all = mark(parsed.entries);
  const unknown: Marked[] = [];
  for (const marked of all) {
    const { entry, guid, urlKey } = marked;
    const before = entries.known(source.id, guid, urlKey);
    if (before) storeKnown(intake, marked, before);
    else if (entries.wasPurged(source.id, guid, urlKey)) stored.items.set(entry.hash, null);
    else unknown.push(marked);
  }
  const standing = new Set([...stored.items.values()].filter((id) => id !== null));
  const moved = followMoved(intake, all, unknown, standing);
  for (const marked of unknown) {
    if (moved.has(marked)) continue;
    // The same item twice in one document: the first has just been stored.
    const twin = entries.known(source.id, marked.guid, marked.urlKey);
    if (twin) stored.items.set(marked.entry.hash, twin.id);
    else storeNew(intake, marked, parsed.language);
  }
  return stored;
}
