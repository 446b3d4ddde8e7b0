// MinHash with 128 permutations over runs of five words (Broder 1997), found by 32 bands of four rows; duplicates have
// an estimated Jaccard similarity of at least .5.
// node ../shared/bench/duplicates/score.mjs bench/peers/minhash.mjs
import { hash32, indexOf, runsOf, wordsOf } from './_near.mjs';

const PERMUTATIONS = 128;
const ROWS = 4;
const JACCARD = 0.5;
const factors = Array.from({ length: PERMUTATIONS }, (_, i) => [hash32(`a${i}`) | 1, hash32(`b${i}`)]);

function signature(text) {
  const least = new Uint32Array(PERMUTATIONS).fill(0xffffffff);
  for (const run of runsOf(wordsOf(text), 5)) {
    const hash = hash32(run);
    for (let i = 0; i < PERMUTATIONS; i++) {
      const mixed = (Math.imul(hash ^ (hash >>> 15), factors[i][0]) + factors[i][1]) >>> 0;
      const value = (mixed ^ (mixed >>> 13)) >>> 0;
      if (value < least[i]) least[i] = value;
    }
  }
  return least;
}

export default function createIndex() {
  const bands = new Map();
  const signatures = new Map();
  return indexOf((id, text) => {
    const own = signature(text);
    const candidates = new Set();
    for (let at = 0; at < PERMUTATIONS; at += ROWS) {
      const key = `${at}:${own.slice(at, at + ROWS).join()}`;
      const bucket = bands.get(key) ?? [];
      for (const other of bucket) candidates.add(other);
      bucket.push(id);
      bands.set(key, bucket);
    }
    signatures.set(id, own);
    return [...candidates].flatMap((other) => {
      const theirs = signatures.get(other);
      const score = own.reduce((sum, value, i) => sum + (value === theirs[i] ? 1 : 0), 0) / PERMUTATIONS;
      return score >= JACCARD ? [[other, score]] : [];
    });
  });
}
