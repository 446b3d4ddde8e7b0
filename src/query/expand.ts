import type { Db } from '../store/db.ts';
import { foldWords, stemsOf } from '../store/words.ts';
import { type Expression, type Phrase, phrase } from './phrases.ts';
import { plucked } from './prepared.ts';
import type { Query, Term } from './terms.ts';

/** Forms of one word looked for at most, the query's own first. */
const MOST_FORMS = 32;
/** Letters that join the parts of a German compound. */
const JOINTS = ['', 's', 'n', 'en'];
const SHORTEST_PART = 4;
/** So many words are tried as parts of compounds; each pair costs eight look-ups. */
const MOST_PARTS = 6;

/** Prefixes of up to so many letters have an index of their own (001-articles.sql). */
export const INDEXED_PREFIX = 3;
/** A prefix of so few words is looked for as these: FTS5 would merge the articles of all before it gives the first. */
const MOST_BEGINNINGS = 256;

export type Lexicon = ReturnType<typeof createLexicon>;

/** What the index's vocabulary knows of a word. */
export function createLexicon(db: Db) {
  const byStem = plucked<[string, number], string>(db, 'SELECT word FROM search_word WHERE stem = ? LIMIT ?');
  // Parts of compounds are asked for again and again.
  const asked = new Map<string, string[]>();
  const known = (word: string): string[] => {
    const forms = asked.get(word) ?? [
      ...new Set(stemsOf(foldWords(word)).flatMap((stem) => byStem.all(stem, MOST_FORMS))),
    ];
    asked.set(word, forms);
    return forms;
  };
  // Words of letters are known by their stems, others are such with figures (llama3): the index's vocabulary would count
  // the articles of each word it gives.
  const beginning = plucked<[{ prefix: string; most: number }], string>(
    db,
    `WITH known(word) AS (
       SELECT DISTINCT word FROM search_word WHERE word >= @prefix AND word < @prefix || char(1114111) LIMIT @most
     )
     SELECT word FROM known UNION
     SELECT v.term FROM (SELECT word FROM known UNION SELECT @prefix) k CROSS JOIN search_vocabulary v
       ON v.term >= k.word || '0' AND v.term < k.word || ':' LIMIT @most`,
  );
  return {
    /** Words of some article that begin so; null where there are more than it pays to list. */
    beginning(prefix: string): string[] | null {
      const words = beginning.all({ prefix: foldWords(prefix), most: MOST_BEGINNINGS + 1 });
      return words.length > MOST_BEGINNINGS ? null : words;
    },
    /** Inflections and spellings of a word that stand in some article. */
    known,
    /** The same with the word itself, which comes first. */
    forms: (word: string): string[] => [...new Set([foldWords(word), ...known(word)])].slice(0, MOST_FORMS),
  };
}

/** Compounds of two words in either order that stand in some article: Daten, Training → trainingsdaten. */
function compounds(lexicon: Lexicon, one: string, other: string): string[] {
  if (one.length + other.length < 2 * SHORTEST_PART - 2) return [];
  return [
    [one, other],
    [other, one],
  ].flatMap(([first = '', second = '']) =>
    JOINTS.flatMap((joint) => lexicon.known(`${first}${joint}${second}`)),
  );
}

/** The parts of a compound, where they may stand apart: `KITraining`, `Trainingsdaten` → KI Training, Trainings Daten. */
function splits(lexicon: Lexicon, word: string): string[][] {
  const abbreviation = /^(\p{Lu}{2,4})(\p{Lu}\p{Ll}{2,})$/u.exec(word);
  if (abbreviation) return [[abbreviation[1] ?? '', abbreviation[2] ?? '']];
  const found: string[][] = [];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => lexicon.known(part).length > 0)) found.push(parts);
  }
  const evenness = ([first = '', second = '']: string[]) => Math.abs(first.length - second.length);
  return found.sort((a, b) => evenness(a) - evenness(b)).slice(0, 2);
}

/** Words next to one another, the last in any form. */
function together(lexicon: Lexicon, words: readonly string[]): Phrase[] {
  return lexicon.forms(words.at(-1) ?? '').map((last) => phrase([...words.slice(0, -1), last]));
}

const each = (words: readonly string[]): Phrase[] => words.map((word) => phrase([word]));

function alternatives(lexicon: Lexicon, { kind, words }: Term): Phrase[] {
  const [word = ''] = words;
  if (kind === 'phrase') return [phrase(words)];
  if (kind === 'prefix') {
    const known = words.length === 1 && word.length > INDEXED_PREFIX ? lexicon.beginning(word) : null;
    return known?.length ? each(known) : [phrase(words, true)];
  }
  if (words.length > 1) return [...together(lexicon, words), ...each(lexicon.known(words.join('')))];
  return [
    ...each(lexicon.forms(word)),
    ...splits(lexicon, word).flatMap((parts) => together(lexicon, parts)),
  ];
}

const isWord = (term: Term | undefined): term is Term => term?.kind === 'word' && term.words.length === 1;

/**
 * What a query means: words in their inflections and spellings, compounds written together, apart and with hyphens.
 * @param also further phrases that mean the same as a wanted term, by its position
 */
export function expand(
  { wanted, unwanted }: Query,
  lexicon: Lexicon,
  also: readonly Phrase[][] = [],
): Expression {
  const single = wanted
    .flatMap((terms) => {
      const [term] = terms;
      return terms.length === 1 && isWord(term) ? [term] : [];
    })
    .slice(0, MOST_PARTS);
  const joined = (only: Term) =>
    single
      .filter((other) => other !== only)
      .flatMap((other) => compounds(lexicon, only.words[0] ?? '', other.words[0] ?? ''));
  return {
    wanted: wanted.map((terms, i) => {
      const [only] = terms;
      return [
        ...terms.flatMap((term) => alternatives(lexicon, term)),
        ...(isWord(only) && single.includes(only) ? each(joined(only)) : []),
        ...(also[i] ?? []),
      ];
    }),
    unwanted: unwanted.flatMap((term) => alternatives(lexicon, term)),
  };
}
