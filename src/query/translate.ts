import type { Db } from '../store/db.ts';
import { foldWords, stemsOf } from '../store/words.ts';
import { type Phrase, phrase } from './phrases.ts';
import type { Query } from './terms.ts';

/** Something that the dossier names in several languages. */
export interface Concept {
  kind: 'party' | 'topic' | 'stage';
  /** Its id, as findings refer to it. */
  ref: string;
  /** Names and wordings in any language. */
  names: string[];
}

/** Findings of a concept that are read for its wordings, the newest first. */
const SAMPLE = 2000;
const MOST_WORDINGS = 40;
/** Longer names are not tried. */
const LONGEST_NAME = 5;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const key = (words: readonly string[]): string =>
  words.map((word) => stemsOf(foldWords(word))[0] ?? foldWords(word)).join(' ');

const indexes = new WeakMap<readonly Concept[], ReadonlyMap<string, Concept[]>>();

/** Concepts by the stems of their names; made once for a list, which takes longer than a search. */
function byName(concepts: readonly Concept[]): ReadonlyMap<string, Concept[]> {
  const known = indexes.get(concepts);
  if (known) return known;
  const index = new Map<string, Concept[]>();
  for (const concept of concepts)
    for (const name of new Set(concept.names.map((text) => key(wordsIn(text)))))
      index.set(name, [...(index.get(name) ?? []), concept]);
  indexes.set(concepts, index);
  return index;
}

/**
 * What each wanted term of a query is called elsewhere, by the term's position: when its words,
 * alone or with those that follow, name a concept, the wordings under which the press's articles were tagged with it.
 */
export function translations(db: Db, { wanted }: Query, concepts: readonly Concept[]): Phrase[][] {
  if (concepts.length === 0) return [];
  const names = byName(concepts);
  const wordings = db
    .prepare<[string, string], string>(
      `SELECT matched FROM (SELECT matched FROM finding WHERE kind = ? AND ref = ? ORDER BY article_id DESC LIMIT ${SAMPLE})
       GROUP BY lower(matched) ORDER BY count(*) DESC LIMIT ${MOST_WORDINGS}`,
    )
    .pluck();
  const also: Phrase[][] = wanted.map(() => []);
  const words = wanted.map((terms) =>
    terms.length === 1 && terms[0]?.kind !== 'prefix' ? (terms[0]?.words ?? []) : [],
  );
  for (let from = 0; from < wanted.length; from++)
    for (let to = wanted.length; to > from; to--) {
      const span = words.slice(from, to);
      if (span.length > LONGEST_NAME || span.some((part) => part.length === 0)) continue;
      const meant = names.get(key(span.flat())) ?? [];
      const found = meant.flatMap(({ kind, ref }) => wordings.all(kind, ref));
      const phrases = found.flatMap((text) => (wordsIn(text).length > 0 ? [phrase(wordsIn(text))] : []));
      for (let at = from; at < to; at++) also[at]?.push(...phrases);
    }
  return also;
}
