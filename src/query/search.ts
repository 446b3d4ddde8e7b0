import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';

/** What narrows a search or a list. Days are UTC, `since` and `until` inclusive. */
export interface Filters {
  party?: string | undefined;
  topic?: string | undefined;
  source?: string | undefined;
  language?: string | undefined;
  grade?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  limit?: number | undefined;
}

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
  /** BM25, title weighing eight times the text; lower is better. */
  rank: number;
}

/** A query that FTS5 cannot read, said in a way that helps. */
export class QueryError extends Error {
  override name = 'QueryError';
}

/**
 * What people type, as an FTS5 expression: words are joined by AND, "phrases" kept, -word excludes, OR means or, word*
 * is a prefix. Nothing a user types reaches FTS5's own syntax, so no input is an error but an empty one.
 * @throws {QueryError} when nothing searchable is left
 */
export function toFts(query: string): string {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  let or = false;
  for (const [, minus = '', phrase, word = ''] of query.matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/g)) {
    if (phrase === undefined && minus === '' && /^(?:OR|ODER|\|)$/.test(word)) {
      or = wanted.length > 0;
      continue;
    }
    const words = (phrase ?? word).match(/[\p{L}\p{N}]+/gu);
    if (words === null) continue;
    const term = `"${words.join(' ')}"${phrase === undefined && word.endsWith('*') ? ' *' : ''}`;
    if (minus === '-') unwanted.push(term);
    else if (or) wanted.push(`${wanted.pop()} OR ${term}`);
    else wanted.push(term);
    or = false;
  }
  if (wanted.length === 0)
    throw new QueryError(
      'nothing to search for; name at least one word, such as: standoff search "legitimate interest"',
    );
  const positive = wanted.map((term) => `(${term})`).join(' AND ');
  return unwanted.length === 0 ? positive : `(${positive}) NOT (${unwanted.join(' OR ')})`;
}

/** The conditions that filters mean for a query over the view `articles` as `a`. */
export function articleConditions(filters: Filters): { where: string; values: Record<string, string> } {
  const conditions: string[] = [];
  const values: Record<string, string> = {};
  const add = (name: string, value: string | undefined, condition: string) => {
    if (value === undefined) return;
    conditions.push(condition);
    values[name] = value;
  };
  const mention = (kind: string) =>
    `EXISTS (SELECT 1 FROM finding f WHERE f.article_id = a.id AND f.kind = '${kind}' AND f.ref = @${kind})`;
  add('party', filters.party, mention('party'));
  add('topic', filters.topic, mention('topic'));
  add('source', filters.source, 'a.source_id = @source');
  add('language', filters.language, 'a.language = @language');
  add('grade', filters.grade, 'a.grade = @grade');
  add('since', filters.since, 'a.at >= @since');
  add('until', filters.until, `a.at < date(@until, '+1 day')`);
  return { where: conditions.map((condition) => ` AND ${condition}`).join(''), values };
}

/**
 * Full-text search over title, teaser and text, best first.
 * @throws {QueryError} when the query holds no word
 */
export function search(db: Db, query: string, filters: Filters = {}): SearchHit[] {
  const { where, values } = articleConditions(filters);
  return db
    .prepare<[Record<string, string | number>], SearchHit>(
      `SELECT a.id, a.url, a.title, a.outlet, a.language, a.at, a.grade, a.story_id AS storyId, a.agencies,
         snippet(article_search, -1, '${MARK.begin}', '${MARK.end}', ' … ', 24) AS snippet,
         bm25(article_search, 8.0, 3.0, 1.0) AS rank
       FROM article_search JOIN articles a ON a.id = article_search.rowid
       WHERE article_search MATCH @fts${where}
       ORDER BY rank, a.at DESC LIMIT @limit`,
    )
    .all({ ...values, fts: toFts(query), limit: filters.limit ?? 20 });
}
