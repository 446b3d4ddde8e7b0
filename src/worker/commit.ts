import { analyse } from '../analyse/index.ts';
import { paragraphKeys, withoutParagraphs } from '../collect/page/recurring.ts';
import type { PageEvidence } from '../collect/read.ts';
import { articleUrl, canonicalUrl } from '../link/identity.ts';
import { compareTexts } from '../link/revisions.ts';
import type { Instant, Source } from '../model/index.ts';
import type { NewArticle, StoredArticle } from '../store/articles.ts';
import type { WaitingEntry } from '../store/entries.ts';
import { later } from './clock.ts';
import type { CommitContext } from './context.ts';
import { placeInStory } from './story.ts';
import type { Understood } from './understand.ts';

const HOUR = 3_600_000;
/** A relevant article's page is read again after these times: corrections come within hours, rarely after days. */
const READ_AGAIN_MS = [2 * HOUR, 10 * HOUR, 36 * HOUR, 120 * HOUR];

/** When an article is read again that was read so many times; null: never. */
export function nextReading(reads: number, at: Instant): Instant | null {
  const wait = READ_AGAIN_MS[reads - 1];
  return wait === undefined ? null : later(at, wait);
}

/** Where a text came from, and when. */
export interface Arrival {
  source: Source;
  at: Instant;
  /** It stood in the feed before the bot first looked: stored, not posted singly. */
  backlog: boolean;
  /** What the publisher itself says of the change; makes any revision meaningful. */
  remarks: readonly string[];
}

export interface PageToCommit {
  source: Source;
  /** The entry it was read for; null when the article is read again. */
  entry: WaitingEntry | null;
  /** The article that is read again; null for an entry's first reading. */
  article: StoredArticle | null;
  /** Null when the page could not be had: the entry's own words stand in for it. */
  understood: Understood | null;
  evidence: PageEvidence | null;
  /** The page's bytes, gzipped, where they are to be kept. */
  archived: Uint8Array | null;
  at: Instant;
}

function arrivalOf({ source, entry, at }: PageToCommit): Arrival {
  return { source, at, backlog: entry?.backlog ?? false, remarks: [] };
}

/** The article as the feed alone tells it. */
function fromEntry(
  context: CommitContext,
  { source, entry, at }: PageToCommit & { entry: WaitingEntry },
): NewArticle {
  const { title, teaser, publishedAt } = entry;
  const language = entry.language ?? source.languages[0] ?? null;
  const analysis = analyse(
    {
      url: entry.url,
      title,
      teaser,
      text: '',
      language,
      publishedAt: publishedAt ?? at,
      timezone: source.timezone,
    },
    context.dossier,
  );
  return {
    sourceId: source.id,
    url: entry.url,
    urlKey: entry.urlKey,
    title,
    teaser,
    text: '',
    authors: [],
    section: null,
    image: null,
    publishedAt,
    modifiedAt: null,
    firstSeenAt: entry.firstSeenAt,
    textFrom: 'feed',
    wall: null,
    credits: [],
    analysis,
    evidence: null,
    nextReadAt: null,
  };
}

function fromPage(
  page: PageToCommit,
  understood: Understood,
  evidence: PageEvidence,
  urlKey: string,
): NewArticle {
  const { source, entry, article, archived, at } = page;
  const { bytes, headers, ...received } = evidence;
  const declared = understood.page.canonicalUrl;
  const { analysis } = understood;
  const relevant = analysis.relevance.grade !== 'off';
  return {
    sourceId: source.id,
    url: declared !== null && canonicalUrl(declared) === urlKey ? declared : evidence.finalUrl,
    urlKey,
    title: understood.title,
    teaser: understood.teaser,
    text: understood.text,
    authors: understood.page.authors,
    section: understood.page.section,
    image: understood.page.image,
    publishedAt: understood.publishedAt,
    modifiedAt: understood.page.modifiedAt,
    firstSeenAt: article?.firstSeenAt ?? entry?.firstSeenAt ?? at,
    textFrom: understood.textFrom,
    wall: understood.page.wall,
    credits: understood.page.credits,
    analysis,
    evidence: {
      ...received,
      extractor: understood.page.extractor,
      answer: { bytes, headers, page: archived },
    },
    nextReadAt:
      relevant && understood.textFrom === 'page' ? nextReading((article?.reads ?? 0) + 1, at) : null,
  };
}

function log(context: CommitContext, at: Instant, url: string) {
  const { decisions } = context.store;
  return (step: 'extract' | 'relevance' | 'revision', outcome: string, reason: string) =>
    decisions.log({ at, url, step, outcome, reason });
}

function insertArticle(context: CommitContext, arrival: Arrival, article: NewArticle): number {
  const { store } = context;
  const { at, source, backlog } = arrival;
  const note = log(context, at, article.urlKey);
  const { relevance } = article.analysis;
  const id = store.articles.insert(article);
  if (article.textFrom !== 'feed') {
    note('extract', 'text', `${article.text.length} characters by ${article.evidence?.extractor ?? 'feed'}`);
    store.articles.addRevision({ ...revisionOf(id, article, at), kind: 'first', changes: [] });
  } else note('extract', article.wall ?? 'no page', 'the feed’s own title and teaser stand in for the text');
  note('relevance', relevance.grade, relevance.reasons.join('; ') || 'no rule fired');
  store.findings.replace(id, article.analysis, article.credits);
  placeInStory(context, { articleId: id, article, source, at, backlog });
  return id;
}

function revisionOf(articleId: number, article: NewArticle, at: Instant) {
  return {
    articleId,
    seenAt: at,
    title: article.title,
    text: article.text,
    sha256: article.evidence?.sha256 ?? null,
    extractor: article.evidence?.extractor ?? null,
  };
}

/** The text behind a wall or a failure at last: the article's first full text, not an edit of it. */
function firstText(
  context: CommitContext,
  { source, at }: Arrival,
  known: StoredArticle,
  article: NewArticle,
): void {
  const { store } = context;
  store.articles.update(known.id, article);
  store.articles.addRevision({ ...revisionOf(known.id, article, at), kind: 'first', changes: [] });
  store.findings.replace(known.id, article.analysis, article.credits);
  const note = log(context, at, known.urlKey);
  note('extract', 'text', `the text could be had at last: ${article.text.length} characters`);
  note(
    'relevance',
    article.analysis.relevance.grade,
    article.analysis.relevance.reasons.join('; ') || 'no rule fired',
  );
  placeInStory(context, { articleId: known.id, article, source, at, backlog: false });
}

/** A text read again: nothing, a silent edit, or one that readers should hear of. */
function reviseArticle(
  context: CommitContext,
  { source, at, remarks }: Arrival,
  known: StoredArticle,
  article: NewArticle,
): void {
  const { store } = context;
  const note = log(context, at, known.urlKey);
  const comparison = compareTexts(
    { title: known.title, text: known.text, ...store.findings.of(known.id) },
    { title: article.title, text: article.text, ...article.analysis, credits: article.credits },
  );
  if (comparison.kind === 'none' && remarks.length === 0) {
    store.articles.readAgain(known.id, article.nextReadAt);
    return;
  }
  store.articles.update(known.id, article);
  store.findings.replace(known.id, article.analysis, article.credits);
  if (known.extractor !== article.evidence?.extractor) {
    note(
      'revision',
      'none',
      `read by ${article.evidence?.extractor} instead of ${known.extractor}: no edit of the outlet's`,
    );
    return;
  }
  const changes = [...remarks, ...comparison.changes];
  const kind = changes.length > 0 ? 'meaningful' : 'silent';
  store.articles.addRevision({ ...revisionOf(known.id, article, at), kind, changes });
  note('revision', kind, changes.join('; ') || 'wording only');
  placeInStory(context, { articleId: known.id, article, source, at, backlog: false });
}

/**
 * Stores a text, whichever way it came, with its whole consequence: article, revision, findings, links, story and
 * outbox. To be called inside a transaction.
 * @param known the article as it was stored before
 * @returns the article's id
 */
export function commitArticle(
  context: CommitContext,
  arrival: Arrival,
  known: StoredArticle | undefined,
  article: NewArticle,
): number {
  if (known === undefined) return insertArticle(context, arrival, article);
  if (article.textFrom === 'feed') context.store.articles.readAgain(known.id, later(arrival.at, 24 * HOUR));
  else if (known.textFrom === 'feed') firstText(context, arrival, known, article);
  else reviseArticle(context, arrival, known, article);
  return known.id;
}

/** Counts the paragraphs of a page that is read for the first time. */
function learnBlocks(
  { store }: CommitContext,
  { source, at }: PageToCommit,
  { page, analysis, text }: Understood,
): void {
  const keys = new Set([...paragraphKeys(text), ...page.recurring]);
  store.siteBlocks.see(source.id, [...keys], { at, offTopic: analysis.relevance.grade === 'off' });
}

/**
 * Stores what one reading of a page gave. To be called inside a transaction.
 * @returns the article's id
 */
export function commitPage(context: CommitContext, page: PageToCommit): number {
  const { articles } = context.store;
  const { entry, understood, evidence } = page;
  const byEntry = page.article ?? (entry ? articles.byKey(entry.urlKey) : undefined);
  if (understood === null || evidence === null) {
    if (byEntry) return byEntry.id;
    if (!entry) throw new TypeError('a page without text needs its entry');
    return insertArticle(context, arrivalOf(page), fromEntry(context, { ...page, entry }));
  }
  const urlKey = articleUrl(evidence.finalUrl, understood.page.canonicalUrl);
  const known = byEntry ?? articles.byKey(urlKey);
  if (understood.textFrom === 'page' && known?.textFrom !== 'page') learnBlocks(context, page, understood);
  const article = fromPage(page, understood, evidence, known?.urlKey ?? urlKey);
  // What the bot has learned since to leave out is no edit of the outlet's.
  const before = known && { ...known, text: withoutParagraphs(known.text, understood.page.recurring) };
  return commitArticle(context, arrivalOf(page), before, article);
}
