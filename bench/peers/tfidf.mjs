// Cosine of TF-IDF vectors of words (Salton), document frequencies of the articles so far; duplicates from .7 on.
// node ../shared/bench/duplicates/score.mjs bench/peers/tfidf.mjs
import { indexOf, wordsOf } from './_near.mjs';

const COSINE = 0.7;
/** Words in more than this share of the articles lead to no candidates. */
const COMMON = 0.1;

export default function createIndex() {
  const postings = new Map();
  const vectors = new Map();
  function vectorOf(text) {
    const counts = new Map();
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    let squares = 0;
    for (const [word, count] of counts) {
      const idf = Math.log((vectors.size + 2) / ((postings.get(word)?.length ?? 0) + 1));
      const weight = (1 + Math.log(count)) * idf;
      counts.set(word, weight);
      squares += weight ** 2;
    }
    return { weights: counts, length: Math.sqrt(squares) || 1 };
  }
  return indexOf((id, text) => {
    const own = vectorOf(text);
    const shared = new Map();
    for (const [word, weight] of own.weights) {
      const holders = postings.get(word) ?? [];
      if (holders.length <= Math.max(50, vectors.size * COMMON))
        for (const other of holders) shared.set(other, (shared.get(other) ?? 0) + weight ** 2);
      holders.push(id);
      postings.set(word, holders);
    }
    vectors.set(id, own);
    const nearest = [...shared].sort((a, b) => b[1] - a[1]).slice(0, 50);
    return nearest.flatMap(([other]) => {
      const theirs = vectors.get(other);
      let product = 0;
      for (const [word, weight] of own.weights) product += weight * (theirs.weights.get(word) ?? 0);
      const score = product / (own.length * theirs.length);
      return score >= COSINE ? [[other, score]] : [];
    });
  });
}
