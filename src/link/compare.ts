import { shingles } from './fingerprint.ts';
import { sentencesOf } from './sentences.ts';
import { foldSpelling, splitWords } from './words.ts';

/** How two full texts overlap. */
export interface Overlap {
  /** Share of the smaller text's shingles found in the larger, 0–1. */
  containment: number;
  /** Number of shared shingles. */
  shared: number;
  /** Size of the larger text divided by the smaller's. */
  ratio: number;
  /** The shared words stand together at the beginning of the larger text: a copy cut from the end. */
  fromStart: boolean;
}

/** A text's shingles with the place of each, made once for an article and used for all its candidates. */
export type ShingledText = Map<number, number>;

/** Words beyond this are not compared in full. */
const MAX_WORDS = 4_000;

export function shingleText(text: string): ShingledText {
  const places: ShingledText = new Map();
  let place = 0;
  for (const hash of shingles(splitWords(foldSpelling(text.slice(0, MAX_WORDS * 12))).slice(0, MAX_WORDS)))
    places.set(hash, place++);
  return places;
}

/** Compares two texts by all their shingles. */
export function overlap(a: ShingledText, b: ShingledText): Overlap {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const places: number[] = [];
  for (const hash of small.keys()) {
    const place = large.get(hash);
    if (place !== undefined) places.push(place);
  }
  const containment = small.size > 0 ? places.length / small.size : 0;
  places.sort((x, y) => x - y);
  const late = places[Math.floor(places.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  return {
    containment,
    shared: places.length,
    ratio: small.size > 0 ? large.size / small.size : Number.POSITIVE_INFINITY,
    fromStart: late <= small.size * 1.3 + 20,
  };
}

/** Sentences with too few words for a shingle are headings and cries: not counted. */
const MIN_SHINGLES = 3;

/**
 * Share of a text's sentences that do not stand in the other text (less than half of their shingles do), 0–1:
 * how much an outlet added to the copy it prints.
 */
export function ownShare(text: string, other: ShingledText): number {
  let all = 0;
  let own = 0;
  for (const sentence of sentencesOf(text.slice(0, MAX_WORDS * 12))) {
    const hashes = [...shingles(splitWords(foldSpelling(sentence)))];
    if (hashes.length < MIN_SHINGLES) continue;
    all++;
    if (hashes.filter((hash) => other.has(hash)).length < hashes.length / 2) own++;
  }
  return all > 0 ? own / all : 0;
}
