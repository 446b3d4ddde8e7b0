import type { Instant } from '../../model/index.ts';
import type { Db } from '../../store/db.ts';
import { articleConditions, type Filters, page } from '../filters.ts';

/** An article as exports cite it. */
export interface ArticleRecord {
  id: number;
  url: string;
  title: string;
  teaser: string;
  outlet: string;
  language: string;
  country: string;
  authors: string[];
  publishedAt: Instant | null;
  modifiedAt: Instant | null;
  at: Instant;
  fetchedAt: Instant | null;
  grade: string;
  stage: string | null;
  agencies: string | null;
  storyId: number | null;
  sha256: string | null;
}

/** Columns of a record in tables. */
export const RECORD_COLUMNS = [
  'id',
  'at',
  'outlet',
  'country',
  'language',
  'title',
  'teaser',
  'authors',
  'agencies',
  'grade',
  'stage',
  'storyId',
  'publishedAt',
  'modifiedAt',
  'fetchedAt',
  'sha256',
  'url',
] as const satisfies readonly (keyof ArticleRecord)[];

/** Relevant articles for export, the oldest first; all grades where one is asked for. */
export function articleRecords(db: Db, filters: Filters): ArticleRecord[] {
  const { where, values } = articleConditions(filters);
  return db
    .prepare<[Record<string, string | number>], Omit<ArticleRecord, 'authors'> & { authors: string }>(
      `SELECT a.id, a.url, a.title, a.teaser, a.outlet, a.language, a.country, a.authors, a.published_at AS publishedAt,
         a.modified_at AS modifiedAt, a.at, a.fetched_at AS fetchedAt, a.grade, a.stage, a.agencies,
         a.story_id AS storyId, a.sha256
       FROM articles a WHERE ${filters.grade === undefined ? `a.grade <> 'off'` : '1'}${where}
       ORDER BY a.at, a.id LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, ...page(filters, 100_000) })
    .map((row) => ({ ...row, authors: JSON.parse(row.authors) as string[] }));
}
