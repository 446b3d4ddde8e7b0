import { analyse, entryMatters } from '../analyse/index.ts';
import type { WireItem } from '../collect/wire/entry.ts';
import type { Analysis, Instant, Source } from '../model/index.ts';
import type { NewArticle } from '../store/articles.ts';
import type { WireItemRow } from '../store/wire.ts';
import { commitArticle } from './commit.ts';
import type { WireContext } from './context.ts';
import { withdrawArticle } from './wire-withdraw.ts';

/** What became of an entry; `known` changed nothing. */
export type Taken = 'known' | 'held' | 'placed' | 'skipped' | 'withdrawn';

const EXTRACTOR = 'wireq@1';
const HOUR = 3_600_000;

/** The newest version wins, whatever the order of delivery; of one version the one touched last, and a withdrawal. */
function isNewer(item: WireItem, known: WireItemRow): boolean {
  if (item.version !== known.version) return item.version > known.version;
  const [mine, theirs] = [item.updatedAt ?? '', known.updatedAt ?? ''];
  return mine > theirs || (mine === theirs && item.withdrawn && known.state !== 'withdrawn');
}

function note(context: WireContext, item: WireItem, at: Instant) {
  const { decisions } = context.store;
  return (outcome: string, reason: string) =>
    decisions.log({
      at,
      url: item.urn,
      step: 'entry',
      outcome,
      reason: `${reason} (version ${item.version})`,
    });
}

/** What an agency says of a new version; nothing of one that is only delivered again. */
function remarksOn(item: WireItem, known: WireItemRow | undefined, source: Source): string[] {
  if (known === undefined || known.version === item.version || item.signal !== 'correction') return [];
  return [`corrected by ${source.name}${item.notes.map((text) => `: ${text}`).join('')}`];
}

function toArticle(item: WireItem, source: Source, analysis: Analysis, at: Instant): NewArticle {
  // Not before its embargo ended, and not in the future: that is a planning date or a wrong clock.
  const [published = at] = [item.publishedAt, item.embargoedUntil]
    .filter((instant) => instant !== null)
    .sort()
    .reverse();
  return {
    sourceId: source.id,
    url: item.urn,
    urlKey: item.urn,
    title: item.title,
    teaser: item.teaser,
    text: item.text,
    authors: item.authors,
    section: item.section,
    image: null,
    publishedAt: Date.parse(published) <= Date.parse(at) + HOUR ? published : at,
    modifiedAt: item.modifiedAt,
    firstSeenAt: at,
    textFrom: 'wire',
    wall: null,
    credits: item.credits,
    analysis,
    evidence: {
      fetchedAt: at,
      finalUrl: item.urn,
      status: 200,
      sha256: item.sha256,
      etag: null,
      lastModified: null,
      extractor: EXTRACTOR,
      answer: null,
    },
    nextReadAt: null,
  };
}

/** Whether an item becomes an article: the wire carries everything that happens anywhere. */
function decide(
  context: WireContext,
  source: Source,
  item: WireItem,
  analysis: Analysis | null,
): { matters: boolean; reason: string } {
  if (analysis === null) return { matters: false, reason: 'analysis stumbled over it' };
  const { relevance } = analysis;
  if (relevance.grade !== 'off') return { matters: true, reason: relevance.reasons.join('; ') };
  if (source.fetch === 'all')
    return { matters: true, reason: 'every item of this source is kept (fetch: all)' };
  return entryMatters(item, context.dossier);
}

/** Null where analysis stumbles over a text: that must not end the cycle for all others. */
function analysed(context: WireContext, source: Source, item: WireItem, at: Instant): Analysis | null {
  const { urn: url, title, teaser, text, publishedAt } = item;
  const language = item.language ?? source.languages[0] ?? null;
  const { timezone } = source;
  try {
    return analyse(
      { url, title, teaser, text, language, publishedAt: publishedAt ?? at, timezone },
      context.dossier,
    );
  } catch {
    return null;
  }
}

function place(
  context: WireContext,
  source: Source,
  item: WireItem,
  known: WireItemRow | undefined,
  at: Instant,
): Taken {
  const { store } = context;
  const analysis = analysed(context, source, item, at);
  const before = store.articles.byKey(item.urn);
  const { matters, reason } = decide(context, source, item, analysis);
  const row = rowOf(item, source, at);
  if (analysis === null || (!matters && before === undefined)) {
    note(context, item, at)('skipped', reason);
    store.wires.save({ ...row, state: 'skipped', articleId: before?.id ?? null });
    return 'skipped';
  }
  note(context, item, at)('candidate', reason);
  if (before) store.wires.reinstate(before.id);
  const article = toArticle(item, source, analysis, at);
  const arrival = { source, at, backlog: false, remarks: remarksOn(item, known, source) };
  const articleId = commitArticle(context, arrival, before, article);
  store.wires.save({ ...row, state: 'placed', articleId });
  return 'placed';
}

function rowOf(item: WireItem, source: Source, at: Instant): Omit<WireItemRow, 'state'> {
  const { urn, version, updatedAt } = item;
  return {
    urn,
    sourceId: source.id,
    version,
    updatedAt,
    heldUntil: null,
    held: null,
    articleId: null,
    receivedAt: at,
  };
}

/**
 * Stores one entry of a wire with its whole consequence. Known by URN and version, so that one that is delivered again
 * changes nothing. To be called inside a transaction; the entry may be acknowledged once that is committed.
 */
export function takeItem(context: WireContext, source: Source, item: WireItem, at: Instant): Taken {
  const { wires } = context.store;
  const known = wires.item(item.urn);
  if (known && !isNewer(item, known)) return 'known';
  const articleId = known?.articleId ?? null;
  const row = { ...rowOf(item, source, at), articleId };
  if (item.withdrawn) {
    note(context, item, at)('withdrawn', `${source.name} withdrew it`);
    wires.save({ ...row, state: 'withdrawn' });
    if (articleId !== null && known?.state !== 'withdrawn') withdrawArticle(context, articleId, at);
    return 'withdrawn';
  }
  const { embargoedUntil } = item;
  if (embargoedUntil !== null && embargoedUntil > at) {
    note(context, item, at)('held', `under embargo until ${embargoedUntil}`);
    wires.save({ ...row, state: 'held', heldUntil: embargoedUntil, held: JSON.stringify(item) });
    return 'held';
  }
  return place(context, source, item, known, at);
}

/** Places the items whose embargo has ended, each in a transaction of its own; gives how many. */
export function releaseHeld(context: WireContext, at: Instant): number {
  let released = 0;
  for (const row of context.store.wires.ended(at)) {
    const source = context.sources.get(row.sourceId);
    if (source === undefined || row.held === null) continue;
    const item = JSON.parse(row.held) as WireItem;
    // The held version is not the one that readers know, if they know any.
    const known = row.articleId === null ? undefined : { ...row, version: -1 };
    context.store.transaction(() => place(context, source, item, known, at));
    released += 1;
  }
  return released;
}
