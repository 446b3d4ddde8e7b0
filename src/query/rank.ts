import type { Db } from '../store/db.ts';
import { foldWords } from '../store/words.ts';
import type { Filters } from './filters.ts';
import { newestHits, type Scored } from './hits.ts';
import { anyOf, createFinder, type Expression, type Phrase, toFts } from './phrases.ts';
import { plucked, prepared } from './prepared.ts';

const BM25 = 'bm25(article_search, 8.0, 3.0, 1.0)';
/** FTS5's k1, and the weight of the title above. */
const K1 = 1.2;
const TITLE = 8;
/** What a word in the title adds to the same in the text alone, for a text of average length. */
const IN_TITLE = ((TITLE + 1) * (K1 + 1)) / (TITLE + 1 + K1) - 1;

/** Before FTS5 ranks the first article it counts those of each phrase, some 40 ns each: of more it takes too long. */
const DEAR = 30_000;
/** How frequent a word is, is told by how far back so many of its articles reach. */
const PROBED = 100;

/** The words of a phrase, each by itself. */
const parts = ({ words, prefix }: Phrase): Phrase[] =>
  words.map((word, i) => ({ words: [word], prefix: prefix && i === words.length - 1 }));

/** Words that stand in more than so many articles, as FTS5 reads them, with the share of articles that each stands in. */
function frequent(db: Db, words: readonly Phrase[], most: number): Map<string, number> {
  const newest = plucked<[], number>(db, 'SELECT max(id) FROM article').get() ?? 0;
  const reach = plucked<[string], number>(
    db,
    `SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ${PROBED - 1}`,
  );
  const share = (fts: string): number => {
    const oldest = reach.get(fts);
    return oldest === undefined ? 0 : PROBED / (newest - oldest + 1);
  };
  if (newest <= most || share(anyOf(words)) * newest <= most) return new Map();
  const each = [...new Set(words.map((word) => anyOf([word])))];
  return new Map(
    each.map((fts): [string, number] => [fts, share(fts)]).filter(([, of]) => of * newest > most),
  );
}

interface Weighed {
  /** Phrases that FTS5 counts quickly. */
  quick: Phrase[];
  /** Those that it does not, by group, and the inverse document frequency of such a group. */
  dear: { phrases: Phrase[]; weight: number }[];
}

/** An expression's phrases by what ranking by them costs; null where all are quick. */
function weighed(db: Db, { wanted, unwanted }: Expression, most: number): Weighed | null {
  const all = [...wanted.flat(), ...unwanted];
  const shares = frequent(db, all.flatMap(parts), most);
  const share = (word: Phrase): number => shares.get(anyOf([word])) ?? 0;
  const isDear = (one: Phrase): boolean => parts(one).every((word) => share(word) > 0);
  if (!all.some(isDear)) return null;
  return {
    quick: wanted.flat().filter((one) => !isDear(one)),
    dear: wanted.map((group) => {
      const phrases = group.filter(isDear);
      const most = Math.max(0, ...phrases.map((one) => Math.min(...parts(one).map(share))));
      return { phrases, weight: Math.max(1e-6, Math.log((1 - most) / most)) };
    }),
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

/** What frequent words add to the scores of articles: they tell by standing in the title, not by how often the text has them. */
function titleScores(db: Db, dear: Weighed['dear'], ids: readonly number[]): Map<number, number> {
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

/**
 * The newest articles that match, best first by their words.
 * @param dear a phrase of frequent words counts by the title alone; they stand in more articles than this
 */
export function bestOfNewest(
  db: Db,
  expression: Expression,
  filters: Filters,
  most: number,
  dear = DEAR,
): Scored[] {
  const fts = toFts(expression);
  const phrases = weighed(db, expression, dear);
  let hits = newestHits(db, fts, filters, most, phrases === null ? BM25 : '0.0');
  if (phrases !== null) {
    const ids = hits.map(([id]) => id);
    const [quick, titles] = [quickScores(db, phrases.quick, ids), titleScores(db, phrases.dear, ids)];
    hits = ids.map((id) => [id, (quick.get(id) ?? 0) + (titles.get(id) ?? 0)]);
  }
  return hits.sort(([a, one], [b, other]) => one - other || b - a);
}
