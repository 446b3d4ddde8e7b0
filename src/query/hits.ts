import type { Db } from '../store/db.ts';
import type { Filters } from './filters.ts';
import { narrowedHits } from './narrow.ts';
import { plucked, prepared } from './prepared.ts';

/** An article that was found, and how well it fits by its words: BM25, lower is better. */
export type Scored = [id: number, score: number];

type Values = Record<string, string | number>;

/** Of the articles of a day and before it, so many newest are taken to tell where those days end in the index. */
const LATEST = 1000;

/** An article about which those end that were found by a day: few later ones were published by then. */
function lastBy(db: Db, until: string): number {
  const last = plucked<[string], number | null>(
    db,
    `SELECT max(id) FROM (SELECT id FROM article WHERE coalesce(published_at, first_seen_at) < date(?, '+1 day')
       ORDER BY coalesce(published_at, first_seen_at) DESC LIMIT ${LATEST})`,
  );
  return last.get(until) ?? 0;
}

/**
 * The newest articles that match.
 * @param score SQL for their score
 */
export function newestHits(db: Db, fts: string, filters: Filters, most: number, score: string): Scored[] {
  const { where, values, first, last } = narrowedHits(db, filters, 'article_search.rowid');
  // Numbers are bound as reals, which FTS5 does not take for rows: it would read every hit of the index.
  const hits = prepared<[Values], Scored>(
    db,
    `SELECT rowid, ${score} FROM article_search WHERE article_search MATCH @fts
       AND rowid BETWEEN CAST(@first AS INTEGER) AND CAST(@last AS INTEGER)${where}
     ORDER BY rowid DESC LIMIT @most`,
  ).raw();
  const between = (from: number, to: number, limit: number): Scored[] =>
    from > to ? [] : hits.all({ ...values, fts, first: from, last: to, most: limit });
  const near = filters.until === undefined ? last : Math.min(last, lastBy(db, filters.until));
  const found = between(first, near, most);
  return found.length < most ? [...between(near + 1, last, most - found.length), ...found] : found;
}
