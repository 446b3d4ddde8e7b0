import type { Day, Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { articleConditions, type Filters, page } from './filters.ts';

export interface StatementRow {
  articleId: number;
  at: Instant;
  party: string | null;
  speaker: string | null;
  form: string;
  quote: string;
  outlet: string;
  url: string;
  storyId: number | null;
}

type Values = Record<string, string | number>;

/** Who said what, the latest first; a filter for a party means the speaker's. */
export function statements(db: Db, { party, ...filters }: Filters = {}): StatementRow[] {
  const { where, values } = articleConditions(filters);
  return db
    .prepare<[Values], StatementRow>(
      `SELECT a.id AS articleId, a.at, st.party, st.speaker, st.form, st.quote, a.outlet, a.url, a.story_id AS storyId
       FROM statement st JOIN articles a ON a.id = st.article_id
       WHERE ${party === undefined ? 'st.party IS NOT NULL' : 'st.party = @party'}${where}
       ORDER BY a.at DESC, st.id LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, ...(party === undefined ? {} : { party }), ...page(filters, 20) });
}

export interface DateRow {
  day: Day;
  type: string;
  /** Outlets and articles that name it. */
  outlets: number;
  articles: number;
  /** The words of one of them. */
  matched: string;
  url: string;
  storyId: number | null;
}

/** Days that articles name for a hearing, ruling or the like, in order. @param from the first day wanted */
export function dates(db: Db, filters: Filters = {}, from: Day | null = null): DateRow[] {
  const { where, values } = articleConditions(filters);
  return db
    .prepare<[Values], DateRow>(
      `SELECT d.day, d.type, count(DISTINCT a.source_id) AS outlets, count(DISTINCT a.id) AS articles,
         min(d.matched) AS matched, a.url, max(a.story_id) AS storyId
       FROM article_date d JOIN articles a ON a.id = d.article_id
       WHERE d.type <> 'other' AND d.precision = 'day' AND a.grade <> 'off' AND d.day >= @from${where}
       GROUP BY d.day, d.type ORDER BY d.day, d.type LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, from: from ?? '', ...page(filters, 50) });
}

export interface TagRow {
  id: string;
  name: string;
  articles: number;
  outlets: number;
  lastAt: Instant | null;
}

/** The dossier's parties or topics, those named most first; those never named are listed too. */
export function tags(
  db: Db,
  kind: 'party' | 'topic',
  language: 'de' | 'en',
  filters: Filters = {},
): TagRow[] {
  const { where, values } = articleConditions(filters);
  return db
    .prepare<[Values], TagRow>(
      `SELECT t.id, t.name_${language} AS name, count(n.id) AS articles, count(DISTINCT n.source_id) AS outlets,
         max(n.at) AS lastAt
       FROM ${kind} t LEFT JOIN (
         SELECT DISTINCT g.ref, a.id, a.source_id, a.at FROM finding g JOIN articles a ON a.id = g.article_id
         WHERE g.kind = '${kind}' AND a.grade <> 'off'${where}
       ) n ON n.ref = t.id
       GROUP BY t.id ORDER BY articles DESC, t.id LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, ...page(filters, 200) });
}

/** How much there is, by name. */
export interface Stats {
  articles: number;
  relevant: number;
  own: number;
  stories: number;
  outlets: number;
  statements: number;
  revisions: number;
  firstAt: Instant | null;
  lastAt: Instant | null;
  grades: { grade: string; articles: number }[];
  languages: { language: string; articles: number }[];
  topOutlets: { outlet: string; articles: number }[];
}

/** The database in figures; outlets and languages count relevant articles only. */
export function stats(db: Db): Stats {
  const one = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const instant = (sql: string): Instant | null => db.prepare<[], Instant | null>(sql).pluck().get() ?? null;
  const list = <T>(sql: string): T[] => db.prepare<[], T>(sql).all();
  const relevant = `FROM articles WHERE grade <> 'off'`;
  return {
    articles: one('SELECT count(*) FROM article'),
    relevant: one(`SELECT count(*) ${relevant}`),
    own: one(`SELECT count(*) ${relevant} AND agencies IS NULL AND reprint_kind IS NULL`),
    stories: one('SELECT count(*) FROM stories'),
    outlets: one(`SELECT count(DISTINCT source_id) ${relevant}`),
    statements: one('SELECT count(*) FROM statement'),
    revisions: one(`SELECT count(*) FROM revision WHERE kind <> 'first'`),
    firstAt: instant(`SELECT min(at) ${relevant}`),
    lastAt: instant(`SELECT max(at) ${relevant}`),
    grades: list('SELECT grade, count(*) AS articles FROM article GROUP BY grade ORDER BY 2 DESC'),
    languages: list(`SELECT language, count(*) AS articles ${relevant} GROUP BY language ORDER BY 2 DESC`),
    topOutlets: list(
      `SELECT outlet, count(*) AS articles ${relevant} GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT 10`,
    ),
  };
}

/** Where a story's lead article can be read; undefined where there is no such story. */
export function storyUrl(db: Db, id: number): string | undefined {
  return db.prepare<[number], string>('SELECT url FROM stories WHERE id = ?').pluck().get(id) ?? undefined;
}
