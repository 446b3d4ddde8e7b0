import type { Db } from '../store/db.ts';
import { INDEXED_PREFIX } from './expand.ts';
import { anyOf, type Phrase } from './phrases.ts';
import { plucked } from './prepared.ts';

/** How frequent a word is, is told by how far back so many of its articles reach: counting them would take as long as ranking. */
const PROBED = 100;
/** Beginnings of more words than are listed: FTS5 collects all their articles before it gives the first. */
const UNLISTED_SHARE = 0.1;

/** The words of a phrase, each by itself. */
const wordsOf = ({ words, prefix }: Phrase): Phrase[] =>
  words.map((word, i) => ({ words: [word], prefix: prefix && i === words.length - 1 }));

const isUnlisted = ({ words: [word = ''], prefix }: Phrase): boolean =>
  prefix && word.length > INDEXED_PREFIX;

/** The share of articles that each of these words stands in, as far as its newest articles tell. */
function createShares(db: Db, newest: number) {
  const reach = plucked<[string], number>(
    db,
    `SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ${PROBED - 1}`,
  );
  return (words: readonly Phrase[]): number => {
    const oldest = reach.get(anyOf(words));
    return oldest === undefined ? 0 : PROBED / (newest - oldest + 1);
  };
}

/** How many articles FTS5 may count before it ranks the first: of one word, and of all words of a query. */
export interface Countable {
  each: number;
  all: number;
}

/**
 * Which of these phrases consist of words that all stand in too many articles to be counted; none do where counting all
 * of them is quick enough.
 * @returns for a phrase the share of articles with its rarest word; 0 where it is not one of them
 */
export function frequentShares(
  db: Db,
  phrases: readonly Phrase[],
  { each, all }: Countable,
): (phrase: Phrase) => number {
  const newest = plucked<[], number>(db, 'SELECT max(id) FROM article').get() ?? 0;
  if (newest <= each) return () => 0;
  const words = new Map(phrases.flatMap(wordsOf).map((word) => [anyOf([word]), word]));
  const listed = [...words.values()].filter((word) => !isUnlisted(word));
  const share = createShares(db, newest);
  const someFrequent = listed.length > 0 && share(listed) * newest > each;
  const shares = [...words].map(([fts, word]): [string, number] => [
    fts,
    isUnlisted(word) ? UNLISTED_SHARE : someFrequent ? share([word]) : 0,
  ]);
  const unlisted = listed.length < words.size;
  if (!unlisted && shares.reduce((sum, [, of]) => sum + of * newest, 0) <= all) return () => 0;
  const frequent = new Map(shares.filter(([, of]) => of * newest > each));
  return (phrase) => Math.min(...wordsOf(phrase).map((word) => frequent.get(anyOf([word])) ?? 0));
}
