import type { Words } from './words.ts';

/**
 * A sentence of a revision's changes (`number changed: 4,5 → 4,8`), with its own words in the reader's language; what an
 * outlet printed stays as it is.
 */
export function changeIn(change: string, words: Words): string {
  const sentences = /^(\d+) sentences (added|removed)$/.exec(change);
  if (sentences) return words.sentences(Number(sentences[1]), sentences[2] === 'added');
  const colon = change.indexOf(': ');
  const known = colon < 0 ? undefined : words.changes[change.slice(0, colon)];
  return known === undefined ? change : `${known}: ${change.slice(colon + 2)}`;
}
