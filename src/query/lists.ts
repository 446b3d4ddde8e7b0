import type { Day, Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { articleConditions, type Filters, given, page } from './filters.ts';
import { createNamedTimes } from './named-times.ts';
import { narrowedList } from './narrow.ts';
import { plucked, prepared } from './prepared.ts';
import { totals } from './totals.ts';

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
const AT = 'coalesce(published_at, first_seen_at)';

/** Who said what, the latest first; a filter for a party means the speaker's. */
export function statements(db: Db, { party, since, until, ...filters }: Filters = {}): StatementRow[] {
  const { where, values } = narrowedList(db, filters, 'st.article_id', {
    few: (ids) => ` AND st.article_id IN (${ids})`,
    each: (conditions) => conditions,
  });
  const said = [
    party === undefined ? 'st.party IS NOT NULL' : 'st.party = @party',
    ...(since === undefined ? [] : ['st.at >= @since']),
    ...(until === undefined ? [] : [`st.at < date(@until, '+1 day')`]),
  ];
  return prepared<[Values], StatementRow>(
    db,
    `WITH chosen AS (
       SELECT st.id, st.at FROM statement st WHERE ${said.join(' AND ')}${where}
       ORDER BY st.at DESC, st.id LIMIT @limit OFFSET @offset
     )
     SELECT a.id AS articleId, a.at, st.party, st.speaker, st.form, st.quote, a.outlet, a.url, a.story_id AS storyId
     FROM chosen c JOIN statement st ON st.id = c.id JOIN articles a ON a.id = st.article_id ORDER BY c.at DESC, c.id`,
  ).all({ ...values, ...given({ party, since, until }), ...page(filters, 20) });
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
  const { where, values } = narrowedList(db, filters, 'd.article_id', {
    few: (ids) => ` AND d.article_id IN (${ids})`,
    each: (conditions) => conditions,
  });
  // CROSS JOIN: first the days, in order, then the articles of each.
  return prepared<[Values], DateRow>(
    db,
    `SELECT d.day, d.type, count(DISTINCT a.source_id) AS outlets, count(DISTINCT a.id) AS articles,
       min(d.matched) AS matched, a.url, max(a.story_id) AS storyId
     FROM article_date d CROSS JOIN articles a ON a.id = d.article_id
     WHERE d.type <> 'other' AND d.precision = 'day' AND a.grade <> 'off' AND d.day >= @from${where}
     GROUP BY d.day, d.type ORDER BY d.day, d.type LIMIT @limit OFFSET @offset`,
  ).all({ ...values, from: from ?? '', ...page(filters, 50) });
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
  const paging = page(filters, 200);
  if (where === '') {
    const { last } = createNamedTimes(db);
    return prepared<[Values], Omit<TagRow, 'lastAt'>>(
      db,
      `SELECT t.id, t.name_${language} AS name, coalesce(sum(n.articles), 0) AS articles, count(n.source_id) AS outlets
       FROM ${kind} t LEFT JOIN tag_tally n ON n.kind = '${kind}' AND n.ref = t.id AND n.articles > 0
       GROUP BY t.id ORDER BY articles DESC, t.id LIMIT @limit OFFSET @offset`,
    )
      .all(paging)
      .map((row) => ({ ...row, lastAt: last({ kind, ref: row.id }) }));
  }
  return prepared<[Values], TagRow>(
    db,
    `SELECT t.id, t.name_${language} AS name, count(n.id) AS articles, count(DISTINCT n.source_id) AS outlets,
       max(n.at) AS lastAt
     FROM ${kind} t LEFT JOIN (
       SELECT g.ref, a.id, a.source_id, a.at
       FROM (SELECT DISTINCT ref, article_id FROM finding WHERE kind = '${kind}') g
       JOIN articles a ON a.id = g.article_id AND a.grade <> 'off'${where}
     ) n ON n.ref = t.id
     GROUP BY t.id ORDER BY articles DESC, t.id LIMIT @limit OFFSET @offset`,
  ).all({ ...values, ...paging });
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

/** An article credited to an agency or copied from another. */
const NOT_OWN = `SELECT article_id FROM credit UNION SELECT article_id FROM link WHERE kind IN ('duplicate', 'contained-in')`;

/** The database in figures; outlets and languages count relevant articles only. */
export function stats(db: Db): Stats {
  const one = (sql: string): number => plucked<[], number>(db, sql).get() ?? 0;
  const instant = (sql: string): Instant | null => plucked<[], Instant | null>(db, sql).get() ?? null;
  const list = <T>(sql: string): T[] => prepared<[], T>(db, sql).all();
  const counted = (by: string, where = '1') =>
    `SELECT ${by}, sum(articles) AS articles FROM article_tally t WHERE ${where} GROUP BY 1 HAVING sum(articles) > 0 ORDER BY 2 DESC, 1`;
  const relevant = `grade <> 'off'`;
  return {
    ...totals(db),
    own: one(
      `SELECT count(*) FROM article INDEXED BY article_relevant_by_time WHERE ${relevant} AND id NOT IN (${NOT_OWN})`,
    ),
    outlets: list(counted('source_id', relevant)).length,
    statements: one('SELECT count(*) FROM statement'),
    revisions: one(`SELECT count(*) FROM revision WHERE kind <> 'first'`),
    firstAt: instant(`SELECT min(${AT}) FROM article WHERE ${relevant}`),
    lastAt: instant(`SELECT max(${AT}) FROM article WHERE ${relevant}`),
    grades: list(counted('grade')),
    languages: list(counted('language', relevant)),
    topOutlets: list(
      `${counted(`(SELECT s.name FROM source s WHERE s.id = t.source_id) AS outlet`, relevant)} LIMIT 10`,
    ),
  };
}

/** Where a story's lead article can be read; undefined where there is no such story. */
export function storyUrl(db: Db, id: number): string | undefined {
  return db.prepare<[number], string>('SELECT url FROM stories WHERE id = ?').pluck().get(id) ?? undefined;
}
