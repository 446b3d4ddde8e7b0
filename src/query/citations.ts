import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';

/** What it takes to cite an article. */
export interface Citation {
  articleId: number;
  title: string;
  outlet: string;
  url: string;
  at: Instant;
  /** How many characters of it its outlet lets be shown; null: no limit. */
  snippetLimit: number | null;
}

/** Articles by their ids; one that is not there, or was withdrawn, is left out. */
export function citations(db: Db, ids: readonly number[]): Map<number, Citation> {
  const rows = db
    .prepare<[string], Citation>(
      `SELECT a.id AS articleId, a.title, a.outlet, a.url, a.at, s.snippet_limit AS snippetLimit
       FROM articles a JOIN source s ON s.id = a.source_id WHERE a.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
  return new Map(rows.map((row) => [row.articleId, row]));
}

/** The article that leads each of these stories. */
export function leadArticles(db: Db, storyIds: readonly number[]): Map<number, number> {
  const rows = db
    .prepare<[string], { id: number; lead: number }>(
      `SELECT id, lead_article_id AS lead FROM stories WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(storyIds));
  return new Map(rows.map(({ id, lead }) => [id, lead]));
}
