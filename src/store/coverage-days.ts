import type { Day, Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** How many relevant articles of one day belong to one series. */
export interface CoverageDay {
  day: Day;
  /** Name of the party or stage in the language asked for; null: the article reports no stage. */
  series: string | null;
  count: number;
}

export interface CoverageDaysQuery {
  /** UTC days, both included. */
  from: Day;
  until: Day;
  /** By stage, each article counts once; by party, once for each party it names that can take a side: not for products,
   * and not for people, who speak for one. */
  by: 'party' | 'stage';
  language: 'de' | 'en';
  /** Only articles of these stories; all when left out. */
  story?: ((id: number) => boolean) | undefined;
  /** Only articles first seen before this instant, so that figures stay what they were. */
  seenBefore?: Instant | undefined;
}

interface Row extends CoverageDay {
  storyId: number | null;
}

// The index article_relevant_by_time holds this expression under this condition: both must stand here word for word.
const AT = 'coalesce(a.published_at, a.first_seen_at)';
const RELEVANT = `a.grade <> 'off' AND ${AT} >= ? AND ${AT} < ? AND a.first_seen_at < ?
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id)`;

const byStage = (name: 'name_de' | 'name_en') => `
  SELECT substr(${AT}, 1, 10) AS day, coalesce(s.${name}, a.stage) AS series, sa.story_id AS storyId, count(*) AS count
  FROM article a LEFT JOIN story_article sa ON sa.article_id = a.id LEFT JOIN stage s ON s.id = a.stage
  WHERE ${RELEVANT} GROUP BY 1, a.stage, 3 ORDER BY 1, s.rank DESC, 2`;

// CROSS JOIN: first the period's articles, then what they name; the other way round all years' findings would be read.
const byParty = (name: 'name_de' | 'name_en') => `
  SELECT substr(${AT}, 1, 10) AS day, p.${name} AS series, sa.story_id AS storyId, count(DISTINCT a.id) AS count
  FROM article a LEFT JOIN story_article sa ON sa.article_id = a.id
  CROSS JOIN finding f ON f.article_id = a.id AND f.kind = 'party'
  JOIN party p ON p.id = f.ref AND p.kind NOT IN ('product', 'person', 'person (unnamed)')
  WHERE ${RELEVANT} GROUP BY 1, p.id, 3 ORDER BY 1, p.id`;

/** The SQL behind `coverageDays`; its parameters are the first instant, the one after the last, and `seenBefore`. */
export const coverageDaysSql = ({ by, language }: Pick<CoverageDaysQuery, 'by' | 'language'>): string =>
  (by === 'stage' ? byStage : byParty)(language === 'de' ? 'name_de' : 'name_en');

const END_OF_TIME = '9999';
const DAY_MS = 86_400_000;

/**
 * Relevant articles by day and party or stage, the earlier day first. Days are UTC, as in the view `coverage_by_day`, so
 * that page, digest and SQL tell the same figures. Reads what matters in the period only, through an index.
 */
export function coverageDays(db: Db, query: CoverageDaysQuery): CoverageDay[] {
  const { from, until, story, seenBefore = END_OF_TIME } = query;
  const end = new Date(Date.parse(until) + DAY_MS).toISOString().slice(0, 10);
  const rows = db.prepare<[string, string, string], Row>(coverageDaysSql(query)).all(from, end, seenBefore);
  const sums = new Map<string, CoverageDay>();
  for (const { day, series, storyId, count } of rows) {
    if (story && (storyId === null || !story(storyId))) continue;
    const key = `${day} ${series ?? ''}`;
    const sum = sums.get(key);
    if (sum) sum.count += count;
    else sums.set(key, { day, series, count });
  }
  return [...sums.values()];
}
