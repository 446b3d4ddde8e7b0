import { editDistance } from '../model/edit-distance.ts';
import type { Db } from '../store/db.ts';
import { foldWords } from '../store/words.ts';
import { createLexicon, quoted } from './expand.ts';
import { MARK } from './search.ts';
import { parseQuery } from './terms.ts';

/** Candidates whose articles are counted. */
const MOST_CANDIDATES = 12;

/** The known word nearest to one that no article holds, as an article writes it; null where none is near. */
function createNearest(db: Db) {
  const articles = db.prepare<[string], number>('SELECT doc FROM search_vocabulary WHERE term = ?').pluck();
  const similar = db
    .prepare<[number, number], string>(
      'SELECT DISTINCT word FROM search_word WHERE length(word) BETWEEN ? AND ?',
    )
    .pluck();
  const written = db
    .prepare<[string], string>(
      `SELECT snippet(article_search, -1, '${MARK.begin}', '${MARK.end}', '', 8) FROM article_search
       WHERE article_search MATCH ? LIMIT 1`,
    )
    .pluck();
  const asWritten = new RegExp(`${MARK.begin}([^${MARK.end}]*)${MARK.end}`);
  return {
    stands: (word: string): boolean => articles.get(word) !== undefined,
    nearest(word: string): string | null {
      const most = word.length <= 4 ? 1 : 2;
      const candidates: { word: string; distance: number }[] = [];
      for (const other of similar.iterate(word.length - most, word.length + most)) {
        const distance = editDistance(word, other, most);
        if (distance <= most) candidates.push({ word: other, distance });
      }
      const [best] = candidates
        .sort((a, b) => a.distance - b.distance)
        .slice(0, MOST_CANDIDATES)
        .map((candidate) => ({ ...candidate, articles: articles.get(candidate.word) ?? 0 }))
        .filter((candidate) => candidate.articles > 0)
        .sort((a, b) => a.distance - b.distance || b.articles - a.articles);
      if (best === undefined) return null;
      return asWritten.exec(written.get(quoted([best.word])) ?? '')?.[1] ?? best.word;
    },
  };
}

/**
 * The query with each word that stands in no article replaced by the nearest that does; null where none is near or
 * every word is known. To be asked when nothing was found: it reads the whole vocabulary.
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
