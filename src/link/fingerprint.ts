import { foldSpelling, splitWords } from './words.ts';

/** Words in one shingle. */
const RUN = 5;
/** One hash in this many is kept of longer texts. */
const SAMPLE = 8;
/** Texts below this many words keep every hash. */
export const SHORT = 200;
/** Words beyond this are not looked at: live blogs run to hundreds of thousands of characters. */
const MAX_WORDS = 12_000;

/** What a text is compared by. */
export interface Fingerprint {
  words: number;
  /**
   * 47-bit hashes of runs of five words, distinct, in text order: all of a short text, else those whose value
   * is a multiple of {@link SAMPLE}.
   */
  hashes: number[];
  /** Every hash was kept, not only the sampled ones. */
  complete: boolean;
}

/** The hash belongs to the sample that is kept of every text, however long. */
export const isSampled = (hash: number): boolean => hash % SAMPLE === 0;

function finish(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

function hashWord(word: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return finish(h);
}

/** Distinct hashes of all runs of five words, in text order. */
export function shingles(words: string[]): Set<number> {
  const low = words.map((word) => hashWord(word, 0x811c9dc5));
  const high = words.map((word) => hashWord(word, 0x9747b28c));
  const all = new Set<number>();
  for (let i = 0; i + RUN <= words.length; i++) {
    let a = 0;
    let b = 0;
    for (let k = i; k < i + RUN; k++) {
      a = Math.imul(a, 0x2c9277b5) + (low[k] ?? 0);
      b = Math.imul(b, 0x5f356495) + (high[k] ?? 0);
    }
    // 47 bits fit a double exactly and take six bytes in SQLite.
    all.add((finish(b) >>> 17) * 0x1_0000_0000 + finish(a));
  }
  return all;
}

/**
 * Fingerprints a text by sampled shingles: after Broder ("On the resemblance and containment of documents",
 * 1997), mod-m sampling so that a part's sample is a subset of the whole's.
 */
export function fingerprint(text: string): Fingerprint {
  const words = splitWords(foldSpelling(text.slice(0, MAX_WORDS * 12))).slice(0, MAX_WORDS);
  const complete = words.length < SHORT;
  const hashes: number[] = [];
  for (const hash of shingles(words)) if (complete || isSampled(hash)) hashes.push(hash);
  return { words: words.length, hashes, complete };
}
