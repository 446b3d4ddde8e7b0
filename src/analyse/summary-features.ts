import type { Sentence } from './sentences.ts';
import { REPORTING } from './speaker-words.ts';

/** Counts of a text's content words, of its words in pairs, and how many words it has. */
export interface Bag {
  words: ReadonlyMap<string, number>;
  pairs: ReadonlyMap<string, number>;
  size: number;
}

const STEM_LENGTH = 7;
const SHORTEST_WORD = 4;

/** Counts a text's words, lower case. Content words have four letters or a digit and are cut to seven
 * letters, so that inflected forms meet; pairs are of neighbouring words as they stand. */
export function bagOf(text: string): Bag {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  const tokens = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  for (const [at, word] of tokens.entries()) {
    if (word.length >= SHORTEST_WORD || /\d/.test(word)) count(words, word.slice(0, STEM_LENGTH));
    const next = tokens[at + 1];
    if (next !== undefined) count(pairs, `${word} ${next}`);
  }
  return { words, pairs, size: tokens.length };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** One bag of several. */
export function joined(bags: readonly Bag[]): Bag {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const bag of bags) {
    for (const [word, n] of bag.words) words.set(word, (words.get(word) ?? 0) + n);
    for (const [pair, n] of bag.pairs) pairs.set(pair, (pairs.get(pair) ?? 0) + n);
  }
  return { words, pairs, size: bags.reduce((sum, { size }) => sum + size, 0) };
}

type Counts = ReadonlyMap<string, number>;

const lengthOf = (counts: Counts): number => {
  let sum = 0;
  for (const n of counts.values()) sum += n * n;
  return Math.sqrt(sum);
};

/** Cosine of two counts, 0–1. */
export function cosine(a: Counts, b: Counts): number {
  let dot = 0;
  for (const [word, n] of a) dot += n * (b.get(word) ?? 0);
  return dot === 0 ? 0 : dot / (lengthOf(a) * lengthOf(b));
}

/** Share of the keys of `a` that `holds`, 0–1. */
function share(a: Counts, holds: (key: string, n: number) => boolean): number {
  let held = 0;
  for (const [key, n] of a) if (holds(key, n)) held++;
  return a.size === 0 ? 0 : held / a.size;
}

/** What a sentence is compared with. */
export interface Surroundings {
  title: Bag;
  /** All articles of the story together. */
  story: Bag;
  /** Number of sentences of the article. */
  count: number;
}

const POINTS_BACK =
  /^(?:er|sie|es|das|dies|diese[rsmn]?|damit|dabei|dazu|dafür|darum|denn|und|auch|so|dort|da|deshalb|daher|zudem|außerdem|he|she|it|they|this|that|these|those|and|also|so|there)\s/i;

/** What of a sentence predicts that an editor puts its words into a teaser. */
export function sentenceFeatures(
  sentence: Sentence,
  bag: Bag,
  index: number,
  { title, story, count: sentenceCount }: Surroundings,
): Record<SummaryFeature, number> {
  const names = sentence.text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;
  let frequency = 0;
  for (const word of bag.words.keys()) frequency += Math.log(Math.max(1, story.words.get(word) ?? 1));
  return {
    bias: 1,
    recurring: share(bag.pairs, (pair, n) => (story.pairs.get(pair) ?? 0) > n),
    frequent: bag.words.size === 0 ? 0 : frequency / bag.words.size,
    titleCovered: share(title.words, (word) => bag.words.has(word)),
    ofTitle: share(bag.words, (word) => title.words.has(word)),
    titlePairs: share(bag.pairs, (pair) => title.pairs.has(pair)),
    names: bag.size === 0 ? 0 : names / bag.size,
    depth: Math.log1p(index),
    place: sentenceCount === 0 ? 0 : index / sentenceCount,
    pointsBack: POINTS_BACK.test(sentence.text) ? 1 : 0,
    startsQuoted: /^["„“»«]/.test(sentence.text) ? 1 : 0,
    reported: REPORTING.test(sentence.text) ? 1 : 0,
  };
}

/** How much each feature adds to the logarithm of the share of a sentence's word pairs that a teaser has. */
export type SummaryFeature =
  | 'bias'
  | 'recurring'
  | 'frequent'
  | 'titleCovered'
  | 'ofTitle'
  | 'titlePairs'
  | 'names'
  | 'depth'
  | 'place'
  | 'pointsBack'
  | 'startsQuoted'
  | 'reported';
