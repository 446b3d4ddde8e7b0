import type { Language } from '../model/index.ts';
import { cuesIn, type Mention, mentionsIn } from './mentions.ts';
import type { Quotation } from './quotations.ts';
import type { Sentence } from './sentences.ts';
import { OBLIQUE, PREPOSITION, SOURCE, words } from './speaker-words.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A text as the search for speakers sees it. */
export interface SpeechContext {
  text: string;
  language: Language;
  sentences: readonly Sentence[];
  /** The words of the text that nobody is quoted with; names of papers in quotation marks count. */
  tokens: readonly Token[];
  /** Offsets of names that are written small. */
  names: ReadonlySet<number>;
  /** Sentences already read, by index. */
  read: Map<number, Clause>;
}

/** A sentence, or the part of it before or after a quotation, without what is quoted in it. */
export interface Clause {
  tokens: readonly Token[];
  mentions: readonly Mention[];
  /** Token positions of words of saying. */
  cues: readonly number[];
  /** Token positions where a possible subject ends. */
  heads: readonly number[];
  passive: boolean;
  /** What speaks for and against each of its mentions, wherever the quotation stands; filled when asked for. */
  traits: Traits[];
}

/** How well somebody named in a clause does as its speaker, and the token position of the word of saying nearest to
 * them. */
export interface Traits {
  weight: number;
  cue: number | null;
}

const PASSIVE = words('wird werden wurde wurden worden was were been is are');

/** Reads a stretch of text: its words, who is named, and the words of saying. */
export function clauseOf(context: SpeechContext, start: number, end: number): Clause {
  const tokens = context.tokens.slice(tokenAt(context.tokens, start), tokenAt(context.tokens, end));
  const mentions = mentionsIn(context.text, tokens, context.language);
  return {
    tokens,
    mentions,
    cues: cuesIn(tokens, context.language),
    heads: mentions.filter(isSubject).map(({ last }) => last),
    passive: tokens.some(({ lower }) => PASSIVE.has(lower)),
    traits: [],
  };
}

/** Reads a whole sentence, once; null where there is none of that index. */
export function sentenceClause(context: SpeechContext, index: number): Clause | null {
  const sentence = context.sentences[index];
  if (sentence === undefined) return null;
  const known = context.read.get(index);
  if (known !== undefined) return known;
  const clause = clauseOf(context, sentence.start, sentence.end);
  context.read.set(index, clause);
  return clause;
}

const isSubject = (mention: Mention): boolean =>
  !PREPOSITION.has(mention.before) && !OBLIQUE.has(mention.article) && !SOURCE.has(mention.before);

/** Index of the first token that begins at a position or after it. */
function tokenAt(tokens: readonly Token[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of a text outside the quotations (in order, not overlapping). */
export function unquotedTokens(
  text: string,
  quotations: readonly Quotation[],
  names: ReadonlySet<number>,
): Token[] {
  let next = 0;
  return tokensOf(text, 0, text.length, names).filter(({ start, end }) => {
    while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) < end) next++;
    const quotation = quotations[next];
    return quotation === undefined || start <= quotation.start || end >= quotation.end;
  });
}
