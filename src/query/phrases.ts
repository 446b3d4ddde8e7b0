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

/** Where a phrase of a group stands in a list of words. */
export interface Place {
  at: number;
  words: number;
  group: number;
}

type Sought = Phrase & { group: number };

const stands = (words: readonly string[], at: number, { words: sought, prefix }: Phrase): boolean =>
  sought.every((word, i) =>
    prefix && i === sought.length - 1 ? words[at + i]?.startsWith(word) === true : words[at + i] === word,
  );

/** Finds phrases by their first words, so that their number costs nothing. */
export function createFinder(groups: readonly (readonly Phrase[])[]) {
  const byWord = new Map<string, Sought[]>();
  const beginnings: Sought[] = [];
  for (const [group, phrases] of groups.entries())
    for (const one of phrases) {
      const [first = ''] = one.words;
      if (one.prefix && one.words.length === 1) beginnings.push({ ...one, group });
      else byWord.set(first, [...(byWord.get(first) ?? []), { ...one, group }]);
    }
  /** All places, in order. @param words folded, as the index knows them */
  return (words: readonly string[]): Place[] => {
    const places: Place[] = [];
    const look = (sought: readonly Sought[], at: number) => {
      for (const one of sought)
        if (stands(words, at, one)) places.push({ at, words: one.words.length, group: one.group });
    };
    for (const [at, word] of words.entries()) {
      look(beginnings, at);
      const sought = byWord.get(word);
      if (sought) look(sought, at);
    }
    return places;
  };
}
