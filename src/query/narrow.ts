import type { Db } from '../store/db.ts';
import { articleConditions, type Filters } from './filters.ts';
import { prepared } from './prepared.ts';

/** How a list is narrowed to the articles that pass a filter. */
interface Narrowing {
  /** The ids of all articles that pass, where an index leads to them. */
  all?: string;
  /** The condition for one article, whose id stands for `ID`. */
  one: string;
}

type Filter = Exclude<keyof Filters, 'limit' | 'offset'>;
export type FilterValues = Record<string, string>;

const AT = 'coalesce(published_at, first_seen_at)';

const mention = (kind: string): Narrowing => ({
  all: `SELECT article_id FROM finding WHERE kind = '${kind}' AND ref = @${kind}`,
  one: `EXISTS (SELECT 1 FROM finding f WHERE f.kind = '${kind}' AND f.ref = @${kind} AND f.article_id = ID)`,
});
const article = (condition: string): Narrowing => ({
  all: `SELECT id FROM article WHERE ${condition}`,
  one: `EXISTS (SELECT 1 FROM article WHERE id = ID AND ${condition})`,
});

const NARROWINGS: Record<Filter, Narrowing> = {
  party: mention('party'),
  topic: mention('topic'),
  docket: mention('docket'),
  source: article('source_id = @source'),
  language: article('language = @language'),
  country: article('source_id IN (SELECT id FROM source WHERE country = @country)'),
  agency: {
    all: 'SELECT article_id FROM credit WHERE lower(agency) = @agency',
    one: 'EXISTS (SELECT 1 FROM credit c WHERE c.article_id = ID AND lower(c.agency) = @agency)',
  },
  own: {
    one: `@own = '1' AND NOT EXISTS (SELECT 1 FROM credit c WHERE c.article_id = ID)
      AND NOT EXISTS (SELECT 1 FROM link l WHERE l.article_id = ID AND l.kind IN ('duplicate', 'contained-in'))`,
  },
  stage: article('stage = @stage'),
  grade: article('grade = @grade'),
  since: article(`${AT} >= @since`),
  until: article(`${AT} < date(@until, '+1 day')`),
};

/** Up to so many articles a set is made, some 0.1 µs each; more pass so often that hits are asked one by one. */
const LARGEST_SET = 50_000;
/** The same for lists, which are full after fewer. */
const LARGEST_LIST_SET = 30_000;
/** To begin with a set, each of its articles is looked up, some 3 µs each. */
const LARGEST_START = 5_000;

/** A filter that is set. */
interface Applied extends Narrowing {
  /** How many articles pass, counted up to one more than was asked for; infinite where no index tells. */
  size: number;
  /** The first and the last of those counted. */
  first: number;
  last: number;
}

const UNCOUNTED = { size: Number.POSITIVE_INFINITY, first: 0, last: 0 };

function applied(db: Db, values: FilterValues, most: number): Applied[] {
  return Object.entries(NARROWINGS)
    .filter(([name]) => name in values)
    .map(([name, narrowing]) => {
      const { all } = narrowing;
      if (all === undefined) return { ...narrowing, ...UNCOUNTED };
      const count = prepared<[FilterValues], typeof UNCOUNTED>(
        db,
        `WITH passing(id) AS (${all} LIMIT ${most + 1})
         SELECT count(*) AS size, coalesce(min(id), 0) AS first, coalesce(max(id), 0) AS last FROM passing`,
      );
      return { ...narrowing, ...(count.get({ [name]: values[name] ?? '' }) ?? UNCOUNTED) };
    });
}

const asked = (filters: readonly Narrowing[], id: string): string =>
  filters.map(({ one }) => ` AND ${one.replaceAll('ID', id)}`).join('');

/** Conditions on an article, by sets where these are small. The plus keeps SQLite from beginning with the set: the list
 * would have to be sorted, or the full-text index asked once for each article of it. */
const inSets = (filters: readonly Applied[], id: string, largest: number): string =>
  filters
    .map((filter) => (filter.size <= largest ? ` AND +${id} IN (${filter.all})` : asked([filter], id)))
    .join('');

/** Conditions in SQL, each beginning with ` AND `, and the values of their named parameters. */
export interface Narrowed {
  where: string;
  values: FilterValues;
}

/** What filters mean for a search: conditions on its hits, and between which articles all lie that can pass. */
export interface NarrowedHits extends Narrowed {
  first: number;
  last: number;
}

/**
 * What filters mean for a search, whose hits are many: `id` names theirs.
 * @param largest sets of more articles are not made
 */
export function narrowedHits(db: Db, filters: Filters, id: string, largest = LARGEST_SET): NarrowedHits {
  const { values } = articleConditions(filters);
  const all = applied(db, values, largest);
  const sets = all.filter(({ size }) => size <= largest);
  return {
    where: inSets(all, id, largest),
    values,
    first: Math.max(0, ...sets.map(({ first }) => first)),
    last: Math.min(Number.MAX_SAFE_INTEGER, ...sets.map(({ last }) => last)),
  };
}

/**
 * What filters mean for a list that is read in its own order until a page is full.
 * @param few what to do instead where a filter leaves few articles, whose ids the SQL gives
 * @param each the same where it leaves many: conditions on the list's `id`
 */
export function narrowedList(
  db: Db,
  filters: Filters,
  id: string,
  { few, each }: { few: (ids: string) => string; each: (conditions: string) => string },
): Narrowed {
  const { values } = articleConditions(filters);
  const all = applied(db, values, LARGEST_LIST_SET).sort((a, b) => a.size - b.size);
  const [smallest, ...others] = all;
  if (smallest === undefined) return { where: '', values };
  if (smallest.all === undefined || smallest.size > LARGEST_START)
    return { where: each(inSets(all, id, LARGEST_LIST_SET)), values };
  const ids = `WITH few(id) AS (${smallest.all}) SELECT few.id FROM few WHERE 1${asked(others, 'few.id')}`;
  return { where: few(ids), values };
}
