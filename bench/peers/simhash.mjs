// SimHash with 64 bits over words (Charikar 2002); duplicates differ in at most 3 bits (Manku et al. 2007).
// node ../shared/bench/duplicates/score.mjs bench/peers/simhash.mjs
import { hash32, indexOf, wordsOf } from './_near.mjs';

const DISTANCE = 3;

function simhash(text) {
  const sums = new Int32Array(64);
  for (const word of wordsOf(text)) {
    const halves = [hash32(word), hash32(word, 0x9747b28c)];
    for (let bit = 0; bit < 64; bit++) sums[bit] += (halves[bit >> 5] >>> (bit & 31)) & 1 ? 1 : -1;
  }
  const parts = [0, 0, 0, 0];
  for (let bit = 0; bit < 64; bit++) if (sums[bit] > 0) parts[bit >> 4] |= 1 << (bit & 15);
  return parts;
}

function bits(number) {
  let count = 0;
  for (let rest = number; rest > 0; rest &= rest - 1) count++;
  return count;
}

export default function createIndex() {
  const tables = [new Map(), new Map(), new Map(), new Map()];
  // Two hashes that differ in at most 3 bits agree in one of four blocks.
  return indexOf((id, text) => {
    const parts = simhash(text);
    const found = new Map();
    parts.forEach((part, i) => {
      const bucket = tables[i].get(part) ?? [];
      for (const other of bucket) {
        const distance = parts.reduce((sum, own, k) => sum + bits(own ^ other.parts[k]), 0);
        if (distance <= DISTANCE) found.set(other.id, 1 - distance / 64);
      }
      bucket.push({ id, parts });
      tables[i].set(part, bucket);
    });
    return [...found];
  });
}
