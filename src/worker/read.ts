import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type ReadResult, readPage } from '../collect/read.ts';
import { canonicalUrl } from '../link/identity.ts';
import { publisherRule, type Source } from '../model/index.ts';
import type { StoredArticle } from '../store/articles.ts';
import type { WaitingEntry } from '../store/entries.ts';
import { instant, later } from './clock.ts';
import { commitPage, nextReading } from './commit.ts';
import type { WorkerContext } from './context.ts';
import { TimeLimitError } from './threads.ts';
import type { Understood } from './understand.ts';

const HOUR = 3_600_000;
/** When a page that could not be read is tried again; after the last it is given up. */
const RETRY_AFTER_MS = [HOUR / 2, 2 * HOUR, 8 * HOUR, 24 * HOUR];
/** Pages of one cycle; what is left waits for the next. */
const BATCH = 1000;

/** What is to be read: an entry's page for the first time, or an article's page again. */
interface Reading {
  url: string;
  source: Source;
  entry: WaitingEntry | null;
  article: StoredArticle | null;
}

export interface ReadSummary {
  read: number;
  failed: number;
}

function readings(context: WorkerContext): Reading[] {
  const now = instant(context.clock);
  const { entries, articles } = context.store;
  const of = (sourceId: string) => context.sources.get(sourceId);
  const fresh = entries.waiting(now, BATCH).flatMap((entry): Reading[] => {
    const source = of(entry.sourceId);
    const urlKey = entry.urlKey ?? canonicalUrl(entry.url);
    return source ? [{ url: entry.url, source, entry: { ...entry, urlKey }, article: null }] : [];
  });
  const again = articles.dueForReading(now, BATCH).flatMap((article): Reading[] => {
    const source = of(article.sourceId);
    return source ? [{ url: article.url, source, entry: null, article }] : [];
  });
  return [...fresh, ...again];
}

/** A page that could not be had: tried again later, or given up; the entry's own words stand in for it, unless there is no
 * such page: what its outlet took down is not reported. */
function commitFailure(
  context: WorkerContext,
  reading: Reading,
  result: Extract<ReadResult, { kind: 'failed' }>,
): void {
  const { store } = context;
  const at = instant(context.clock);
  const { entry, article } = reading;
  store.transaction(() => {
    const wait = RETRY_AFTER_MS[entry?.attempts ?? 0];
    const retry = !result.permanent && wait !== undefined;
    store.decisions.log({
      at,
      url: entry?.urlKey ?? article?.urlKey ?? reading.url,
      step: 'fetch',
      outcome: retry ? 'failed, tried again later' : 'failed',
      reason: `${result.code}: ${result.message}`,
    });
    const final = result.permanent || result.missing;
    if (article) store.articles.readAgain(article.id, final ? null : later(at, 24 * HOUR));
    if (!entry) return;
    const articleId = result.missing
      ? null
      : commitPage(context, { ...reading, understood: null, evidence: null, archived: null, at });
    if (retry) store.entries.retry(entry.id, later(at, Math.max(wait, result.retryAfterMs ?? 0)), articleId);
    else store.entries.settle(entry.id, 'given-up', articleId);
  });
}

/** A wall instead of the text is stored as such, and asked again: many fall within a day. */
function commitUnderstood(
  context: WorkerContext,
  reading: Reading,
  result: Extract<ReadResult, { kind: 'page' }>,
  understood: Understood,
  archived: Uint8Array | null,
): void {
  const { store } = context;
  const { entry, article } = reading;
  const at = instant(context.clock);
  store.transaction(() => {
    if (result.remark !== null)
      store.decisions.log({
        at,
        url: entry?.urlKey ?? article?.urlKey ?? '',
        step: 'fetch',
        outcome: 'read',
        reason: result.remark,
      });
    const articleId = commitPage(context, {
      ...reading,
      understood,
      evidence: result.evidence,
      archived,
      at,
    });
    if (!entry) return;
    const wait = RETRY_AFTER_MS[entry.attempts];
    const walled = understood.textFrom === 'feed' && understood.page.wall !== 'paywall';
    if (walled && wait !== undefined) store.entries.retry(entry.id, later(at, wait), articleId);
    else store.entries.settle(entry.id, 'read', articleId);
  });
}

const compress = promisify(gzip);

/** A relevant page's bytes as they are kept; null where `store.archive` does not ask for it. */
async function archive(
  { config }: WorkerContext,
  bytes: Uint8Array,
  { analysis }: Understood,
): Promise<Uint8Array | null> {
  return config.settings.store.archive && analysis.relevance.grade !== 'off' ? compress(bytes) : null;
}

async function readOne(context: WorkerContext, reading: Reading): Promise<boolean> {
  const { article } = reading;
  const result = await readPage(
    {
      url: reading.url,
      validators: article ? { etag: article.etag, lastModified: article.lastModified } : null,
    },
    { http: context.http, robots: context.robots },
  );
  if (result.kind === 'unchanged') {
    if (article)
      context.store.articles.readAgain(article.id, nextReading(article.reads, instant(context.clock)));
    return true;
  }
  if (result.kind === 'failed') {
    commitFailure(context, reading, result);
    return false;
  }
  const understood = await understandPage(context, reading, result);
  if ('kind' in understood) {
    commitFailure(context, reading, understood);
    return false;
  }
  const archived = await archive(context, result.bytes, understood);
  commitUnderstood(context, reading, result, understood, archived);
  return understood.textFrom === 'page';
}

type Failure = Extract<ReadResult, { kind: 'failed' }>;

/** In a thread; a page that takes too long is a failed reading. */
async function understandPage(
  context: WorkerContext,
  { source, entry, article }: Reading,
  result: Extract<ReadResult, { kind: 'page' }>,
): Promise<Understood | Failure> {
  const job = {
    bytes: result.bytes,
    contentType: result.contentType,
    url: result.url,
    source: { timezone: source.timezone, selectors: source.selectors, languages: source.languages },
    recurring: context.store.siteBlocks.recurring(source.id),
    publisher: publisherRule(context.config.publishers ?? [], result.url),
    entry: {
      title: entry?.title ?? article?.title ?? '',
      teaser: entry?.teaser ?? article?.teaser ?? '',
      publishedAt: entry?.publishedAt ?? article?.publishedAt ?? null,
      language: entry?.language ?? null,
    },
    fetchedAt: result.evidence.fetchedAt,
  };
  try {
    return await context.threads.understand(job);
  } catch (error) {
    // One page that an extractor stumbles over must not end the cycle for all others.
    const code = error instanceof TimeLimitError ? error.code : 'not-understood';
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', code, message, retryAfterMs: null, permanent: true, missing: false };
  }
}

/** Reads the pages that wait, and those of recent articles again. */
export async function readWaiting(context: WorkerContext): Promise<ReadSummary> {
  const waiting = readings(context);
  const summary = { read: 0, failed: 0 };
  context.onEvent({ kind: 'start', phase: 'read', total: waiting.length });
  await Promise.all(
    waiting.map((reading) =>
      context.hosts.run(
        reading.url,
        async () => {
          if (context.signal.aborted) return;
          const ok = await readOne(context, reading);
          summary[ok ? 'read' : 'failed'] += 1;
          context.onEvent({ kind: 'step', phase: 'read', label: reading.source.name, failed: !ok });
        },
        context.signal,
      ),
    ),
  );
  context.onEvent({ kind: 'end', phase: 'read' });
  return summary;
}
