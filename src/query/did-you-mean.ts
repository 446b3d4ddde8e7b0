import { editDistance } from '../model/edit-distance.ts';
import type { Db } from '../store/db.ts';
import { foldWords } from '../store/words.ts';
import { createLexicon } from './expand.ts';
import { anyOf, phrase } from './phrases.ts';
import { plucked } from './prepared.ts';
import { MARK } from './snippet.ts';
import { parseQuery } from './terms.ts';

/** Candidates whose articles are counted. */
const MOST_CANDIDATES = 12;

const LETTERS = 'abcdefghijklmnopqrstuvwxyzß';
/** Longer words are not tried: their edits are many, and they are hardly typed. */
const LONGEST = 40;

/** All that one edit makes of a word. */
function edits(word: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, rest] = [word.slice(0, at), word.slice(at)];
    if (rest !== '') found.add(before + rest.slice(1));
    if (rest.length > 1) found.add(`${before}${rest[1]}${rest[0]}${rest.slice(2)}`);
    for (const letter of LETTERS) {
      found.add(before + letter + rest);
      if (rest !== '') found.add(before + letter + rest.slice(1));
    }
  }
  return [...found];
}

interface Candidate {
  word: string;
  distance: number;
}

/** Known words one edit away, else, for longer words, two edits away with the same two letters at the beginning. */
function candidates(db: Db, word: string): Candidate[] {
  if (word.length > LONGEST) return [];
  const near = plucked<[string], string>(
    db,
    'SELECT DISTINCT word FROM search_word WHERE word IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(edits(word)));
  if (near.length > 0 || word.length <= 4) return near.map((other) => ({ word: other, distance: 1 }));
  return plucked<[{ beginning: string; length: number }], string>(
    db,
    `SELECT DISTINCT word FROM search_word WHERE word >= @beginning AND word < @beginning || char(1114111)
       AND length(word) BETWEEN @length - 2 AND @length + 2`,
  )
    .all({ beginning: word.slice(0, 2), length: word.length })
    .map((other) => ({ word: other, distance: editDistance(word, other, 2) }))
    .filter(({ distance }) => distance <= 2);
}

/** The known word nearest to one that no article holds, as an article writes it; null where none is near. */
function createNearest(db: Db) {
  const articles = plucked<[string], number>(db, 'SELECT doc FROM search_vocabulary WHERE term = ?');
  const written = plucked<[string], string>(
    db,
    `SELECT snippet(article_search, -1, '${MARK.begin}', '${MARK.end}', '', 8) FROM article_search
     WHERE article_search MATCH ? LIMIT 1`,
  );
  const asWritten = new RegExp(`${MARK.begin}([^${MARK.end}]*)${MARK.end}`);
  return {
    stands: (word: string): boolean => articles.get(word) !== undefined,
    nearest(word: string): string | null {
      const [best] = candidates(db, word)
        .sort((a, b) => a.distance - b.distance)
        .slice(0, MOST_CANDIDATES)
        .map((candidate) => ({ ...candidate, articles: articles.get(candidate.word) ?? 0 }))
        .filter((candidate) => candidate.articles > 0)
        .sort((a, b) => a.distance - b.distance || b.articles - a.articles);
      if (best === undefined) return null;
      return asWritten.exec(written.get(anyOf([phrase([best.word])])) ?? '')?.[1] ?? best.word;
    },
  };
}

/**
 * The query with each word that stands in no article replaced by the nearest that does; null where none is near or
 * every word is known. To be asked when nothing was found.
 */
export function didYouMean(db: Db, text: string): string | null {
  const lexicon = createLexicon(db);
  const { stands, nearest } = createNearest(db);
  let suggestion = text;
  for (const word of parseQuery(text)
    .wanted.flat()
    .flatMap((term) => term.words)) {
    if (/\p{N}/u.test(word) || lexicon.forms(word).some(stands)) continue;
    const instead = nearest(foldWords(word));
    if (instead !== null) suggestion = suggestion.replace(word, () => instead);
  }
  return suggestion === text ? null : suggestion;
}
