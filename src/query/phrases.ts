import { foldWords } from '../store/words.ts';

/** Words that stand next to one another, as the full-text index knows them; of the last perhaps the beginning alone. */
export interface Phrase {
  words: readonly string[];
  prefix: boolean;
}

export const phrase = (words: readonly string[], prefix = false): Phrase => ({
  words: words.map(foldWords),
  prefix,
});

/** What a query means: of each group one phrase has to stand in an article, and none of the unwanted. */
export interface Expression {
  wanted: Phrase[][];
  unwanted: Phrase[];
}

/** Phrases as FTS5 reads them literally: nothing that a user types reaches its own syntax. */
export const anyOf = (phrases: readonly Phrase[]): string =>
  [...new Set(phrases.map(({ words, prefix }) => `"${words.join(' ')}"${prefix ? ' *' : ''}`))].join(' OR ');

/** The same as an FTS5 expression. */
export function toFts({ wanted, unwanted }: Expression): string {
  const positive = wanted.map((phrases) => `(${anyOf(phrases)})`).join(' AND ');
  return unwanted.length === 0 ? positive : `(${positive}) NOT (${anyOf(unwanted)})`;
}

/** Where a phrase of a group stands in a text, in UTF-16 units. */
export interface Place {
  start: number;
  end: number;
  group: number;
}

const LETTER = '[\\p{L}\\p{N}\\p{Mn}]';

/** A phrase as a regular expression over folded text; its words are letters and digits. */
const patternOf = ({ words, prefix }: Phrase): string =>
  `${words.join('[^\\p{L}\\p{N}]{1,40}')}${prefix ? `${LETTER}*` : ''}`;

/** The phrases of one group that have so many words. */
interface Alternatives {
  group: number;
  words: number;
  patterns: string[];
}

/** Alternatives of all groups, the longest first: a word and a phrase that begins with it are found as one. */
function alternativesOf(groups: readonly (readonly Phrase[])[]): Alternatives[] {
  const all = new Map<string, Alternatives>();
  for (const [group, phrases] of groups.entries())
    for (const one of phrases) {
      const words = one.words.length;
      const known = all.get(`${group} ${words}`) ?? { group, words, patterns: [] };
      known.patterns.push(patternOf(one));
      all.set(`${group} ${words}`, known);
    }
  return [...all.values()].sort((a, b) => b.words - a.words);
}

/** Finds the phrases of each group in a text that is folded as the index has it, in order. */
export function createFinder(groups: readonly (readonly Phrase[])[]) {
  const all = alternativesOf(groups);
  const either = all.map(({ patterns }) => `(${patterns.join('|')})`).join('|');
  const pattern = new RegExp(`(?<!${LETTER})(?:${either})(?!${LETTER})`, 'gu');
  /** @param most so many places at most */
  return (folded: string, most: number): Place[] => {
    const places: Place[] = [];
    for (const found of folded.matchAll(pattern)) {
      const { group = 0 } = all[found.slice(1).findIndex((part) => part !== undefined)] ?? {};
      places.push({ start: found.index, end: found.index + found[0].length, group });
      if (places.length === most) break;
    }
    return places;
  };
}
