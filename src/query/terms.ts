/** A query that holds nothing to look for, said in a way that helps. */
export class QueryError extends Error {
  override name = 'QueryError';
}

/** One thing to look for. Its words hold letters and digits only. */
export interface Term {
  /** `word` in any form; `phrase` as quoted; `prefix` a word's beginning. */
  kind: 'word' | 'phrase' | 'prefix';
  /** More than one of a kind `word`: written with hyphens (`KI-Training`). */
  words: string[];
}

export interface Query {
  /** All of these, each as any of its alternatives. */
  wanted: Term[][];
  unwanted: Term[];
}

/** More would only make a query slow: nobody types so many. */
const MOST_TERMS = 24;

/**
 * What people type: words are joined by AND, "phrases" kept, -word excludes, OR (ODER, |) means or, word* is a prefix.
 * @throws {QueryError} when nothing searchable is left
 */
export function parseQuery(text: string): Query {
  const query: Query = { wanted: [], unwanted: [] };
  let or = false;
  for (const [, minus = '', phrase, word = ''] of text
    .slice(0, 2000)
    .matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/g)) {
    if (phrase === undefined && minus === '' && /^(?:OR|ODER|\|)$/.test(word)) {
      or = query.wanted.length > 0;
      continue;
    }
    const words = (phrase ?? word).normalize('NFC').match(/[\p{L}\p{N}]+/gu);
    if (words === null || query.wanted.length + query.unwanted.length >= MOST_TERMS) continue;
    const kind = phrase !== undefined ? 'phrase' : word.endsWith('*') ? 'prefix' : 'word';
    const term: Term = { kind, words: words.slice(0, MOST_TERMS) };
    if (minus === '-') query.unwanted.push(term);
    else if (or) query.wanted.at(-1)?.push(term);
    else query.wanted.push([term]);
    or = false;
  }
  if (query.wanted.length === 0)
    throw new QueryError(
      'nothing to search for; name at least one word, such as: standoff search "legitimate interest"',
    );
  return query;
}
