import type { Db } from '../store/db.ts';
import { foldWords } from '../store/words.ts';
import type { Filters } from './filters.ts';
import { frequentShares } from './frequent.ts';
import { newestHits, type Scored } from './hits.ts';
import { anyOf, createFinder, type Expression, type Phrase, toFts } from './phrases.ts';
import { prepared } from './prepared.ts';

/**
 * Ranking a hit takes some 3 µs, so that a word of every third article would take a second in a large database: the
 * newest so many hits are ranked. Where more match, age tells more of a hit than its words.
 */
const RANKED = 2000;
/** The same where all words are frequent and count by the title alone. */
const RANKED_BY_TITLE = 1000;

const BM25 = 'bm25(article_search, 8.0, 3.0, 1.0)';
/** FTS5's k1, and the weight of the title above. */
const K1 = 1.2;
const TITLE = 8;
/** What a word in the title adds to the same in the text alone, for a text of average length. */
const IN_TITLE = ((TITLE + 1) * (K1 + 1)) / (TITLE + 1 + K1) - 1;

/** Before FTS5 ranks the first article it counts those of each phrase, some 40 ns each: of more it takes too long. */
const DEAR = 30_000;

interface Weighed {
  /** Phrases that FTS5 counts quickly. */
  quick: Phrase[];
  /** Those that it does not, by group, and the inverse document frequency of such a group. */
  dear: { phrases: Phrase[]; weight: number }[];
}

/** An expression's phrases by what ranking by them costs; null where all are quick. */
function weighed(db: Db, { wanted, unwanted }: Expression, most: number): Weighed | null {
  const all = [...wanted.flat(), ...unwanted];
  const share = frequentShares(db, all, most);
  if (!all.some((one) => share(one) > 0)) return null;
  const groups = wanted.map((phrases) => {
    const highest = Math.max(...phrases.map(share));
    // Another spelling of a frequent word in several words is not worth finding all its articles.
    const dear = phrases.filter((one) => share(one) > 0 || (highest > 0 && one.words.length > 1));
    const weight = Math.max(1e-6, Math.log((1 - highest) / highest));
    return { quick: phrases.filter((one) => !dear.includes(one)), phrases: dear, weight };
  });
  return { quick: groups.flatMap(({ quick }) => quick), dear: groups };
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

/** What frequent words add to the scores of articles: they tell by standing in the title, not by how often the text has them. */
function titleScores(db: Db, dear: Weighed['dear'], ids: readonly number[]): Map<number, number> {
  if (dear.every(({ phrases }) => phrases.length === 0)) return new Map();
  const find = createFinder(dear.map(({ phrases }) => phrases));
  const titles = prepared<[string], [id: number, title: string]>(
    db,
    'SELECT a.id, a.title FROM json_each(?) j JOIN article a ON a.id = j.value',
  ).raw();
  return new Map(
    titles.all(JSON.stringify(ids)).map(([id, title]) => {
      const places = find(foldWords(title).match(/[\p{L}\p{N}]+/gu) ?? []);
      const groups = [...new Set(places.map(({ group }) => group))];
      return [id, groups.reduce((score, group) => score - (dear[group]?.weight ?? 0) * IN_TITLE, 0)];
    }),
  );
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
 * @param dear a phrase of words that stand in more articles than this counts by the title alone
 */
export function bestOfNewest(
  db: Db,
  expression: Expression,
  filters: Filters,
  least: number,
  dear = DEAR,
): Best {
  const fts = toFts(expression);
  const phrases = weighed(db, expression, dear);
  const most = Math.max(least, phrases?.quick.length === 0 ? RANKED_BY_TITLE : RANKED);
  let scored = newestHits(db, fts, filters, most, phrases === null ? BM25 : '0.0');
  if (phrases !== null) {
    const ids = scored.map(([id]) => id);
    const [quick, titles] = [quickScores(db, phrases.quick, ids), titleScores(db, phrases.dear, ids)];
    scored = ids.map((id) => [id, (quick.get(id) ?? 0) + (titles.get(id) ?? 0)]);
  }
  scored.sort(([a, one], [b, other]) => one - other || b - a);
  return { scored, ofNewest: scored.length === most ? most : null };
}
