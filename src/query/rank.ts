import type { Db } from '../store/db.ts';
import { foldWords } from '../store/words.ts';
import type { Filters } from './filters.ts';
import { type Countable, frequentShares } from './frequent.ts';
import { newestHits, type Scored } from './hits.ts';
import { anyOf, createFinder, type Expression, type Phrase, toFts } from './phrases.ts';
import { prepared } from './prepared.ts';

/**
 * Ranking a hit takes some 3 µs, so that a word of every third article would take a second in a large database: the
 * newest so many hits are ranked. Where more match, age tells more of a hit than its words.
 */
const RANKED = 2000;
/** The same where words are frequent, which count by the title first. */
const RANKED_IF_FREQUENT = 1000;

const BM25 = 'bm25(article_search, 8.0, 3.0, 1.0)';
/** As bm25() has them: the weights of its columns, and how soon more of the same word and longer texts count less. */
const WEIGHTS = [8, 3, 1] as const;
const K1 = 1.2;
const B = 0.75;

/** Before FTS5 ranks the first article it counts those of each phrase, some 40 ns each: of more, reading is quicker. */
const COUNTABLE: Countable = { each: 30_000, all: 300_000 };
/** Of articles with frequent words the texts are read of so many, those with the words in the title first. */
const READ = 100;
/** Characters of a text that are read. */
const LONGEST = 20_000;
/** More of the same words in one field change nothing. */
const MOST_PLACES = 200;

interface Weighed {
  /** Phrases that FTS5 counts quickly. */
  quick: Phrase[];
  /** Those that it does not, by group, and the inverse document frequency of such a group. */
  dear: { phrases: Phrase[]; weight: number }[];
}

/** An expression's phrases by what ranking by them costs; null where all are quick. */
function weighed(db: Db, { wanted, unwanted }: Expression, countable: Countable): Weighed | null {
  const all = [...wanted.flat(), ...unwanted];
  const share = frequentShares(db, all, countable);
  if (!all.some((one) => share(one) > 0)) return null;
  const groups = wanted.map((phrases) => {
    const highest = Math.max(...phrases.map(share));
    // Another spelling of a frequent word in several words is not worth finding all its articles.
    const dear = phrases.filter((one) => share(one) > 0 || (highest > 0 && one.words.length > 1));
    const weight = Math.max(1e-6, Math.log((1 - highest) / highest));
    return { quick: phrases.filter((one) => !dear.includes(one)), phrases: dear, weight };
  });
  return {
    quick: groups.flatMap(({ quick }) => quick),
    dear: groups.filter((group) => group.phrases.length > 0),
  };
}

/** Scores of articles by phrases that FTS5 ranks quickly; those that have none of them are left out. */
function quickScores(db: Db, quick: readonly Phrase[], ids: readonly number[]): Map<number, number> {
  if (quick.length === 0 || ids.length === 0) return new Map();
  const scores = prepared<[Record<string, string | number>], Scored>(
    db,
    `SELECT rowid, ${BM25} FROM article_search WHERE article_search MATCH @fts
       AND rowid BETWEEN CAST(@first AS INTEGER) AND CAST(@last AS INTEGER)
       AND +rowid IN (SELECT value FROM json_each(@ids))`,
  ).raw();
  const range = { first: ids.at(-1) ?? 0, last: ids[0] ?? 0 };
  return new Map(scores.all({ fts: anyOf(quick), ids: JSON.stringify(ids), ...range }));
}

type Read = [id: number, ...fields: string[]];

/** What frequent words add to the scores of articles: BM25 with all phrases of a group as one word. */
function dearScores(
  db: Db,
  dear: Weighed['dear'],
  ids: readonly number[],
  fields: string,
): Map<number, number> {
  const articles = prepared<[string], Read>(
    db,
    `SELECT a.id, ${fields} FROM json_each(?) j JOIN article a ON a.id = j.value`,
  )
    .raw()
    .all(JSON.stringify(ids));
  const find = createFinder(dear.map(({ phrases }) => phrases));
  const length = ([, ...texts]: Read) => texts.reduce((sum, text) => sum + text.length, 0);
  const average = articles.reduce((sum, article) => sum + length(article), 0) / articles.length;
  return new Map(
    articles.map((article) => {
      const [id, ...texts] = article;
      const often = dear.map(() => 0);
      for (const [field, text] of texts.entries())
        for (const { group } of find(foldWords(text), MOST_PLACES))
          often[group] = (often[group] ?? 0) + (WEIGHTS[field] ?? 0);
      const damped = K1 * (1 - B + (B * length(article)) / average);
      const scores = dear.map(
        ({ weight }, i) => (weight * (often[i] ?? 0) * (K1 + 1)) / ((often[i] ?? 0) + damped),
      );
      return [id, -scores.reduce((sum, score) => sum + score, 0)];
    }),
  );
}

const bestFirst = ([a, one]: Scored, [b, other]: Scored): number => one - other || b - a;

/** Articles in order where some words are frequent: by their titles, then the first of them by their texts. */
function rankedByReading(db: Db, { quick, dear }: Weighed, ids: readonly number[]): Scored[] {
  const scores = quickScores(db, quick, ids);
  const ranked = (some: readonly number[], fields: string): Scored[] => {
    const more = dearScores(db, dear, some, fields);
    return some.map((id): Scored => [id, (scores.get(id) ?? 0) + (more.get(id) ?? 0)]).sort(bestFirst);
  };
  if (dear.length === 0) return ids.map((id): Scored => [id, scores.get(id) ?? 0]).sort(bestFirst);
  const byTitle = ranked(ids, 'a.title');
  const first = byTitle.slice(0, READ).map(([id]) => id);
  return [...ranked(first, `a.title, a.teaser, substr(a.text, 1, ${LONGEST})`), ...byTitle.slice(READ)];
}

/** Articles in order of their words. */
export interface Best {
  /** Best first. */
  scored: Scored[];
  /** More match than are ranked: these are the newest so many. Null: these are all. */
  ofNewest: number | null;
}

/**
 * The newest articles that match, best first by their words.
 * @param least so many at least, if there are
 * @param countable phrases of words that stand in more articles are not ranked by FTS5
 */
export function bestOfNewest(
  db: Db,
  expression: Expression,
  filters: Filters,
  least: number,
  countable = COUNTABLE,
): Best {
  const fts = toFts(expression);
  const phrases = weighed(db, expression, countable);
  const most = Math.max(least, phrases !== null && phrases.dear.length > 0 ? RANKED_IF_FREQUENT : RANKED);
  const hits = newestHits(db, fts, filters, most, phrases === null ? BM25 : '0.0');
  const ids = hits.map(([id]) => id);
  const scored = phrases === null ? hits.sort(bestFirst) : rankedByReading(db, phrases, ids);
  return { scored, ofNewest: scored.length === most ? most : null };
}
