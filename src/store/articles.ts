import type { Analysis, Credit, Instant, Page, TextOrigin, Wall } from '../model/index.ts';
import type { Db } from './db.ts';
import { createFetches, type Fetch } from './fetches.ts';
import { createWords } from './words.ts';

/** What was fetched, for citation and for telling an edit from an extractor's change. */
export interface Evidence {
  fetchedAt: Instant;
  finalUrl: string;
  status: number;
  /** Of the bytes as fetched, hex. */
  sha256: string;
  etag: string | null;
  lastModified: string | null;
  extractor: string;
  /** How it was received; null for what no page gave. */
  answer: Pick<Fetch, 'bytes' | 'headers' | 'page'> | null;
}

export interface NewArticle
  extends Pick<Page, 'authors' | 'section' | 'image' | 'publishedAt' | 'modifiedAt'> {
  sourceId: string;
  /** Where readers find it. */
  url: string;
  /** Canonical form: what the article is known by. */
  urlKey: string;
  title: string;
  teaser: string;
  text: string;
  firstSeenAt: Instant;
  textFrom: TextOrigin;
  wall: Wall | null;
  credits: Credit[];
  analysis: Analysis;
  /** Null when no answer was had. */
  evidence: Evidence | null;
  nextReadAt: Instant | null;
}

export interface StoredArticle {
  id: number;
  sourceId: string;
  url: string;
  urlKey: string;
  title: string;
  teaser: string;
  text: string;
  textFrom: TextOrigin;
  wall: Wall | null;
  language: string;
  publishedAt: Instant | null;
  firstSeenAt: Instant;
  grade: Analysis['relevance']['grade'];
  sha256: string | null;
  etag: string | null;
  lastModified: string | null;
  extractor: string | null;
  reads: number;
}

export interface NewRevision {
  articleId: number;
  seenAt: Instant;
  title: string;
  text: string;
  sha256: string | null;
  extractor: string | null;
  kind: 'first' | 'silent' | 'meaningful';
  changes: string[];
}

export type Articles = ReturnType<typeof createArticles>;

const COLUMNS = `id, source_id AS sourceId, url, url_key AS urlKey, title, teaser, text, text_from AS textFrom, wall, language,
  published_at AS publishedAt, first_seen_at AS firstSeenAt, grade, sha256, etag, last_modified AS lastModified, extractor, reads`;

/** The columns that a first text and a revision write alike. */
function row(article: NewArticle) {
  const { analysis, evidence } = article;
  return {
    sourceId: article.sourceId,
    url: article.url,
    urlKey: article.urlKey,
    title: article.title,
    teaser: article.teaser,
    text: article.text,
    language: analysis.language,
    languageConfidence: analysis.languageConfidence,
    authors: JSON.stringify(article.authors),
    section: article.section,
    image: article.image,
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt,
    firstSeenAt: article.firstSeenAt,
    textFrom: article.textFrom,
    wall: article.wall,
    grade: analysis.relevance.grade,
    relevance: analysis.relevance.score,
    relevanceReasons: JSON.stringify(analysis.relevance.reasons),
    stage: analysis.stage,
    lowQuality: analysis.lowQuality,
    dossierVersion: analysis.dossierVersion,
    fetchedAt: evidence?.fetchedAt ?? null,
    finalUrl: evidence?.finalUrl ?? null,
    status: evidence?.status ?? null,
    sha256: evidence?.sha256 ?? null,
    etag: evidence?.etag ?? null,
    lastModified: evidence?.lastModified ?? null,
    extractor: evidence?.extractor ?? null,
    nextReadAt: article.nextReadAt,
  };
}

type Column = keyof ReturnType<typeof row>;
const FIXED: readonly Column[] = ['sourceId', 'urlKey', 'firstSeenAt'];
const CHANGING: readonly Column[] = [
  'url',
  'title',
  'teaser',
  'text',
  'language',
  'languageConfidence',
  'authors',
  'section',
  'image',
  'publishedAt',
  'modifiedAt',
  'textFrom',
  'wall',
  'grade',
  'relevance',
  'relevanceReasons',
  'stage',
  'lowQuality',
  'dossierVersion',
  'fetchedAt',
  'finalUrl',
  'status',
  'sha256',
  'etag',
  'lastModified',
  'extractor',
  'nextReadAt',
];

/** Articles with their revisions; findings, dates, statements and credits are `createFindings`. */
export function createArticles(db: Db) {
  const words = createWords(db);
  const fetches = createFetches(db);
  const byKey = db.prepare<[string], StoredArticle>(`SELECT ${COLUMNS} FROM article WHERE url_key = ?`);
  const byId = db.prepare<[number], StoredArticle>(`SELECT ${COLUMNS} FROM article WHERE id = ?`);
  const due = db.prepare<[string, number], StoredArticle>(
    `SELECT ${COLUMNS} FROM article WHERE next_read_at <= ? ORDER BY next_read_at LIMIT ?`,
  );
  const all = [...FIXED, ...CHANGING];
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const insert = db.prepare(
    `INSERT INTO article (${all.map(snake).join(', ')}) VALUES (${all.map((name) => `@${name}`).join(', ')})`,
  );
  const update = db.prepare(
    `UPDATE article SET ${CHANGING.map((name) => `${snake(name)} = @${name}`).join(', ')}, reads = reads + 1 WHERE id = @id`,
  );
  const soon = db.prepare(
    `UPDATE article SET next_read_at = ? WHERE url_key = ? AND grade <> 'off' AND (next_read_at IS NULL OR next_read_at > ?)`,
  );
  const reread = db.prepare('UPDATE article SET next_read_at = ?, reads = reads + 1 WHERE id = ?');
  const revise = db.prepare(`
    INSERT INTO revision (article_id, number, seen_at, title, text, sha256, extractor, kind, changes)
    VALUES (@articleId, (SELECT count(*) + 1 FROM revision WHERE article_id = @articleId), @seenAt, @title, @text, @sha256,
      @extractor, @kind, @changes)`);

  /** Of relevant articles only: of the others nobody asks for evidence. */
  function recordFetch(articleId: number, { evidence, analysis }: NewArticle): void {
    if (!evidence?.answer || analysis.relevance.grade === 'off') return;
    const { fetchedAt: at, finalUrl, status, sha256, answer } = evidence;
    fetches.record({ articleId, at, finalUrl, status, sha256, ...answer });
  }

  return {
    byKey: (urlKey: string): StoredArticle | undefined => byKey.get(urlKey),
    byId: (id: number): StoredArticle | undefined => byId.get(id),
    /** Articles whose page is to be read again, the longest overdue first. */
    dueForReading: (now: Instant, limit: number): StoredArticle[] => due.all(now, limit),
    insert(article: NewArticle): number {
      words.learn(`${article.title} ${article.teaser} ${article.text}`);
      const id = Number(insert.run(row(article)).lastInsertRowid);
      recordFetch(id, article);
      return id;
    },
    /** Overwrites what the page says now; the earlier text stays as a revision. */
    update(id: number, article: NewArticle): void {
      const { sourceId: _source, urlKey: _key, firstSeenAt: _seen, ...changed } = row(article);
      words.learn(`${article.title} ${article.teaser} ${article.text}`);
      update.run({ ...changed, id });
      recordFetch(id, article);
    },
    /** Has the page of a relevant article read again at once. */
    readSoon: (urlKey: string, at: Instant): void => void soon.run(at, urlKey, at),
    /** Notes a reading that changed nothing. */
    readAgain: (id: number, nextReadAt: Instant | null): void => void reread.run(nextReadAt, id),
    addRevision: (revision: NewRevision): void =>
      void revise.run({ ...revision, changes: JSON.stringify(revision.changes) }),
  };
}
