import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { createLexicon, toFts } from './expand.ts';
import { articleConditions, type Filters, page } from './filters.ts';
import { parseQuery, QueryError } from './terms.ts';
import { type Concept, translations } from './translate.ts';

export { type Filters, QueryError };

/** Private-use characters: no text holds them, and every output can turn them into its own emphasis. */
export const MARK = { begin: '\ue000', end: '\ue001' } as const;

export interface SearchHit {
  id: number;
  url: string;
  title: string;
  outlet: string;
  language: string;
  at: Instant;
  grade: string;
  storyId: number | null;
  agencies: string | null;
  /** A part of the text around the words found, which stand between `MARK.begin` and `MARK.end`. */
  snippet: string;
  /** BM25, title weighing eight times the text, up to a third more for what is new; lower is better. */
  rank: number;
}

/** So many of the best by words are weighed by age, too. */
const POOL = 200;

const SCORE = 'bm25(article_search, 8.0, 3.0, 1.0)';
/** A third at the time of the newest article, a sixth 90 days before it. */
const NEWNESS = `1 + 0.33 / (1 + max(0, julianday((SELECT max(coalesce(published_at, first_seen_at)) FROM article))
  - julianday(a.at)) / 90.0)`;

/**
 * Full-text search over title, teaser and text, best first. Words are found in their inflections and spellings
 * (`expand.ts`); with concepts of the dossier, in the other languages as well.
 * @throws {QueryError} when the query holds no word
 */
export function search(
  db: Db,
  text: string,
  filters: Filters = {},
  concepts: readonly Concept[] = [],
): SearchHit[] {
  const query = parseQuery(text);
  const fts = toFts(query, createLexicon(db), translations(db, query, concepts));
  const { where, values } = articleConditions(filters);
  const { limit, offset } = page(filters, 20);
  const narrowed = where === '' ? '' : 'JOIN articles a ON a.id = article_search.rowid';
  const ranked = db
    .prepare<[Record<string, string | number>], Omit<SearchHit, 'snippet'>>(
      `WITH found AS (
         SELECT article_search.rowid AS id, ${SCORE} AS score FROM article_search ${narrowed}
         WHERE article_search MATCH @fts${where} ORDER BY score LIMIT @pool
       ), best AS (
         SELECT a.id, f.score * (${NEWNESS}) AS rank FROM found f JOIN articles a ON a.id = f.id
         ORDER BY rank, a.at DESC LIMIT @limit OFFSET @offset
       )
       SELECT a.id, a.url, a.title, a.outlet, a.language, a.at, a.grade, a.story_id AS storyId, a.agencies, b.rank
       FROM best b JOIN articles a ON a.id = b.id ORDER BY b.rank, a.at DESC`,
    )
    .all({ ...values, fts, pool: Math.max(POOL, limit + offset), limit, offset });
  const snippet = db
    .prepare<[string, number], string>(
      `SELECT snippet(article_search, -1, '${MARK.begin}', '${MARK.end}', ' … ', 24)
       FROM article_search WHERE article_search MATCH ? AND rowid = ?`,
    )
    .pluck();
  return ranked.map((hit) => ({ ...hit, snippet: snippet.get(fts, hit.id) ?? '' }));
}
