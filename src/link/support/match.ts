import type { Clause, Reading } from './reading.ts';
import type { Word } from './words.ts';

/** A source's clause counts as told when so much of it is in the claim. */
const TOLD = 0.5;

/** What a source sentence holds, to look words up in. */
export interface Index {
  keys: ReadonlySet<string>;
  words: readonly Word[];
  parties: ReadonlySet<string>;
}

export const indexOf = ({ words, parties }: Pick<Reading, 'words' | 'parties'>): Index => ({
  keys: new Set(words.flatMap(({ keys }) => keys)),
  words,
  parties,
});

const SHORTEST_HEAD = 5;
/** `Kartellamt` is known from `Bundeskartellamt`, `berg` from no `Zuckerberg`. */
const SHORTEST_NAME_HEAD = 8;

/** Whether a word stands in the source: itself, another form of it, or a compound of it (`Eilantrag` is an `Antrag`). */
export function holds(source: Index, word: Word): boolean {
  if (word.party !== null && source.parties.has(word.party)) return true;
  const proper = word.name || word.party !== null;
  const keys = proper ? word.keys.filter((key) => !/^[cm]:/.test(key)) : word.keys;
  if (keys.some((key) => source.keys.has(key))) return true;
  if (word.lower.length < (proper ? SHORTEST_NAME_HEAD : SHORTEST_HEAD)) return false;
  return source.words.some(({ lower }) => lower.length > word.lower.length && lower.endsWith(word.lower));
}

/** Share of words that stand in the source, 0–1. */
export const share = (words: readonly Word[], source: Index): number =>
  words.length === 0 ? 0 : words.filter((word) => holds(source, word)).length / words.length;

/** The source's clauses that a clause of the claim retells, those that share most of its words first. */
export function retold(clause: Clause, source: Reading): Clause[] {
  const alike = source.clauses.filter(({ reporting }) => reporting === clause.reporting);
  return (alike.length > 0 ? alike : source.clauses).filter((one) => {
    const index = indexOf({ words: one.words, parties: idsOf(one.words) });
    return (
      share(clause.words, index) >= TOLD ||
      share(one.words, indexOf({ ...clause, parties: idsOf(clause.words) })) > TOLD
    );
  });
}

const idsOf = (words: readonly Word[]): ReadonlySet<string> =>
  new Set(words.flatMap(({ party }) => party ?? []));

/** Whether a word names something: a name, a German noun. */
export const isNominal = ({ name, noun, party }: Word): boolean => name || noun || party !== null;
/** Whether two words stand for one another. */
export const same = (a: Word, b: Word): boolean =>
  (a.party !== null && a.party === b.party) || a.keys.some((key) => b.keys.includes(key));
