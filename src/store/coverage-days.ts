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
const RELEVANT = `a.grade <> 'off' AND ${AT} >= @from AND ${AT} < @end AND (@before IS NULL OR a.first_seen_at < @before)
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id)`;

const SIDES = `p.kind NOT IN ('product', 'person', 'person (unnamed)')`;

const ofStory = (perStory: boolean, article: string): { column: string; join: string } =>
  perStory
    ? { column: 'sa.story_id', join: `LEFT JOIN story_article sa ON sa.article_id = ${article}` }
    : { column: 'NULL', join: '' };

function byStage(name: 'name_de' | 'name_en', perStory: boolean): string {
  const { column, join } = ofStory(perStory, 'a.id');
  return `
  SELECT substr(${AT}, 1, 10) AS day, coalesce(s.${name}, a.stage) AS series, ${column} AS storyId, count(*) AS count
  FROM article a ${join} LEFT JOIN stage s ON s.id = a.stage
  WHERE ${RELEVANT} GROUP BY 1, a.stage, 3 ORDER BY 1, s.rank DESC, 2`;
}

// CROSS JOIN and plus: first the period's articles, then what they name; otherwise all years' findings would be read, by their
// kind, for each article again.
function byParty(name: 'name_de' | 'name_en', perStory: boolean): string {
  const { column, join } = ofStory(perStory, 'n.id');
  return `
  SELECT n.day, p.${name} AS series, ${column} AS storyId, count(*) AS count FROM (
    SELECT DISTINCT substr(${AT}, 1, 10) AS day, f.ref, a.id
    FROM article a CROSS JOIN finding f ON f.article_id = a.id AND +f.kind = 'party' WHERE ${RELEVANT}
  ) n JOIN party p ON p.id = n.ref AND ${SIDES} ${join}
  GROUP BY 1, p.id, 3 ORDER BY 1, p.id`;
}

const nameIn = (language: 'de' | 'en') => (language === 'de' ? 'name_de' : 'name_en');

/** The same of all articles, as it is tallied. */
const byPartyTallied = (name: 'name_de' | 'name_en'): string => `
  SELECT t.day, p.${name} AS series, NULL AS storyId, t.articles AS count
  FROM party p CROSS JOIN tag_day_tally t ON t.kind = 'party' AND t.ref = p.id AND t.day >= @from AND t.day < @end
  WHERE ${SIDES} AND t.articles > 0 ORDER BY t.day, p.id`;

/** The SQL behind `coverageDays`; its parameters are `from`, `end` (the day after the last) and `before` (null for all). */
export const coverageDaysSql = (
  { by, language }: Pick<CoverageDaysQuery, 'by' | 'language'>,
  perStory: boolean,
): string => (by === 'stage' ? byStage : byParty)(nameIn(language), perStory);

const DAY_MS = 86_400_000;

/**
 * Relevant articles by day and party or stage, the earlier day first. Days are UTC, as in the view `coverage_by_day`, so
 * that page, digest and SQL tell the same figures. Reads what matters in the period only, through an index.
 */
export function coverageDays(db: Db, query: CoverageDaysQuery): CoverageDay[] {
  const { from, until, by, language, story, seenBefore = null } = query;
  const tallied = by === 'party' && story === undefined && seenBefore === null;
  const end = new Date(Date.parse(until) + DAY_MS).toISOString().slice(0, 10);
  const rows = db
    .prepare<[{ from: string; end: string; before: string | null }], Row>(
      tallied ? byPartyTallied(nameIn(language)) : coverageDaysSql({ by, language }, story !== undefined),
    )
    .all({ from, end, before: seenBefore });
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

/** Stays the same as long as the figures do: relevant articles counted, and the newest finding. Costs next to nothing. */
export function coverageMark(db: Db): string {
  const articles = db
    .prepare<[], number | null>("SELECT sum(articles) FROM article_tally WHERE grade <> 'off'")
    .pluck()
    .get();
  const finding = db.prepare<[], number | null>('SELECT max(rowid) FROM finding').pluck().get();
  return `${articles}-${finding}`;
}
