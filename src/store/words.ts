import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import type { Db } from './db.ts';

/** Longer runs of letters are no words of a language. */
const LONGEST = 40;
/** Words whose stems are remembered while storing. */
const MOST_STEMMED = 50_000;
/** A shorter stem would unite words that have nothing to do with one another (Daten, dates). */
const SHORTEST_STEM = 4;
/** Letters beyond ASCII whose folding is remembered: a text has few, again and again. */
const MOST_FOLDED = 5000;
const folded = new Map<string, string>();

function foldRun(run: string): string {
  const known = folded.get(run);
  if (known !== undefined) return known;
  const result = run
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  if (folded.size >= MOST_FOLDED) folded.clear();
  if (run.length <= 4) folded.set(run, result);
  return result;
}

/** A text as the full-text index knows it: lower case, without diacritics (FTS5's unicode61, remove_diacritics 2). */
export function foldWords(text: string): string {
  return text.toLowerCase().replace(/[\u0080-\uffff]+/g, foldRun);
}

/**
 * What a folded word is found by: its German and its English stem (Snowball), with ß as ss and ae, oe, ue as the
 * umlauts they may stand for (as Snowball's German2 does). None for what is no word.
 */
export function stemsOf(folded: string): string[] {
  if (folded.length < 2 || folded.length > LONGEST || !/^\p{L}+$/u.test(folded)) return [];
  const word = folded.replaceAll('ß', 'ss').replace(/(?<![aeq])([aou])e(?=.)/g, '$1');
  const stems = [stemGerman(word), stemEnglish(word)].map((stem) =>
    stem.length < SHORTEST_STEM ? word : stem,
  );
  return [...new Set(stems)];
}

export type Words = ReturnType<typeof createWords>;

/** The words that queries can find by their stems. */
export function createWords(db: Db) {
  const insert = db.prepare('INSERT OR IGNORE INTO search_word (stem, word) VALUES (?, ?)');
  // Texts share most of their words, and stemming one takes longer than storing it.
  const stemmed = new Map<string, string[]>();
  const stemsOnce = (word: string): string[] => {
    const stems = stemmed.get(word) ?? stemsOf(word);
    if (stemmed.size >= MOST_STEMMED) stemmed.clear();
    stemmed.set(word, stems);
    return stems;
  };
  return {
    /** Makes the words of a text known. A word stays when its last article goes: it then finds nothing. */
    learn(text: string): void {
      for (const word of new Set(foldWords(text).match(/\p{L}+/gu)))
        for (const stem of stemsOnce(word)) insert.run(stem, word);
    },
  };
}
