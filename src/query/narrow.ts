import type { Db } from '../store/db.ts';
import type { Conditions, Filters } from './filters.ts';
import { plucked } from './prepared.ts';

/** How the hits of a search are narrowed by a filter. */
interface Narrowing {
  /** The ids of all articles that pass, where an index leads to them. */
  all?: string;
  /** The condition for one hit. */
  one: string;
}

/** Of the full-text index. Its plus keeps SQLite from asking the index once for each article of a set. */
const HIT = 'article_search.rowid';
const AT = 'coalesce(published_at, first_seen_at)';

const mention = (kind: string): Narrowing => ({
  all: `SELECT article_id FROM finding WHERE kind = '${kind}' AND ref = @${kind}`,
  one: `EXISTS (SELECT 1 FROM finding f WHERE f.kind = '${kind}' AND f.ref = @${kind} AND f.article_id = ${HIT})`,
});
const article = (condition: string): Narrowing => ({
  all: `SELECT id FROM article WHERE ${condition}`,
  one: `EXISTS (SELECT 1 FROM article WHERE id = ${HIT} AND ${condition})`,
});

const NARROWINGS: Record<Exclude<keyof Filters, 'limit' | 'offset'>, Narrowing> = {
  party: mention('party'),
  topic: mention('topic'),
  source: article('source_id = @source'),
  language: { one: article('language = @language').one },
  country: article('source_id IN (SELECT id FROM source WHERE country = @country)'),
  agency: {
    all: 'SELECT article_id FROM credit WHERE lower(agency) = @agency',
    one: `EXISTS (SELECT 1 FROM credit c WHERE c.article_id = ${HIT} AND lower(c.agency) = @agency)`,
  },
  own: {
    one: `@own = '1' AND NOT EXISTS (SELECT 1 FROM credit c WHERE c.article_id = ${HIT})
      AND NOT EXISTS (SELECT 1 FROM link l WHERE l.article_id = ${HIT} AND l.kind IN ('duplicate', 'contained-in'))`,
  },
  stage: article('stage = @stage'),
  grade: article('grade = @grade'),
  since: article(`${AT} >= @since`),
  until: article(`${AT} < date(@until, '+1 day')`),
};

/** Up to so many articles a set is made (some 0.1 µs each); more of them pass so often that hits are asked one by one. */
const LARGEST_SET = 100_000;

/**
 * What filters mean for the hits of a search (`article_search`), in the way that is quicker for this database.
 * @param values of the filters that are set, as `articleConditions` gives them
 */
export function hitConditions(db: Db, values: Conditions['values']): string {
  return Object.entries(NARROWINGS)
    .filter(([name]) => name in values)
    .map(([name, { all, one }]) => {
      const few = (set: string) =>
        (plucked<[Conditions['values']], number>(
          db,
          `SELECT count(*) FROM (${set} LIMIT ${LARGEST_SET + 1})`,
        ).get({ [name]: values[name] ?? '' }) ?? 0) <= LARGEST_SET;
      return all !== undefined && few(all) ? ` AND +${HIT} IN (${all})` : ` AND ${one}`;
    })
    .join('');
}
