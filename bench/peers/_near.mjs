// What the three textbook baselines for near-duplicates share. Small implementations of our own, untuned.
export const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** FNV-1a, 32 bits. */
export function hash32(text, seed = 0x811c9dc5) {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Runs of so many words. */
export function runsOf(words, length) {
  const runs = new Set();
  for (let i = 0; i + length <= words.length; i++) runs.add(words.slice(i, i + length).join(' '));
  return runs;
}

/** An index that knows pages by their address and leaves the texts to `find`, which gives [id, score] pairs. */
export function indexOf(find) {
  const byUrl = new Map();
  return {
    add({ id, url, text }) {
      const known = byUrl.get(url);
      if (known !== undefined) return { links: [{ id: known, kind: 'revision', score: 1 }] };
      byUrl.set(url, id);
      const links = find(id, text).map(([other, score]) => ({ id: other, kind: 'duplicate', score }));
      return { links };
    },
  };
}
