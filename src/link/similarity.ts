import type { Language } from '../model/index.ts';
import { isEventDay, tellOfOtherDays } from './event-days.ts';
import { isTag, type TagVector, tagAgreement, tagVector } from './tags.ts';
import type { WeightedTerm } from './terms.ts';

/** What decides how alike two articles are; one setting serves the product and the benchmark. */
export interface SimilaritySettings {
  /** Weight of a term's kind (its first letter). */
  kinds: Readonly<Record<string, number>>;
  /** Power of the inverse document frequency. */
  rarity: number;
  /** Articles added to the window's count, so that the first days are not taken for the whole world. */
  priorArticles: number;
  /** How much a term counts that no article of the other language has ever used. */
  unshared: number;
  /** Brings similarity across languages to the scale of that within one. */
  acrossLanguages: number;
  /** Share of the dossier's tags in the similarity of two articles that both have some. */
  tags: number;
  /** Days after which agreement in tags counts for half: each step of a dispute has the same parties. */
  tagHalfDays: number;
  /** How much is left of it between articles that tell of different days. */
  otherDays: number;
  /** Days apart at which two articles cannot be the same event. */
  windowDays: number;
  /** Days apart that do not matter. */
  freeDays: number;
}

export const SIMILARITY_SETTINGS: SimilaritySettings = {
  kinds: { n: 2, b: 1, p: 2, '#': 1.5, k: 2, d: 1.5, w: 0.5, x: 0.5, f: 1 },
  rarity: 1.25,
  priorArticles: 30,
  unshared: 0.3,
  acrossLanguages: 0.43,
  tags: 0.6,
  tagHalfDays: 2,
  otherDays: 0.6,
  windowDays: 14,
  freeDays: 2,
};

export interface Comparable {
  language: Language;
  /** ms since 1970. */
  at: number;
  terms: readonly WeightedTerm[];
}

/** In how many articles of the recent window a term stands, by language. */
export interface Frequencies {
  articles: number;
  of(term: string): ReadonlyMap<Language, number> | undefined;
}

const DAY_MS = 86_400_000;

/** A term's weight: its kind times its rarity among the bot's own recent articles. */
export function termWeight(term: string, frequencies: Frequencies, settings: SimilaritySettings): number {
  let count = 0;
  for (const n of frequencies.of(term)?.values() ?? []) count += n;
  const rarity = Math.log(1 + (frequencies.articles + settings.priorArticles) / (count + 0.5));
  return rarity ** settings.rarity * (settings.kinds[term[0] ?? ''] ?? 0);
}

function usedElsewhere(term: string, language: Language, frequencies: Frequencies): boolean {
  for (const other of frequencies.of(term)?.keys() ?? []) if (other !== language) return true;
  return false;
}

function timeFactor(days: number, settings: SimilaritySettings): number {
  return Math.min(1, Math.max(0, (settings.windowDays - days) / (settings.windowDays - settings.freeDays)));
}

/** The similarity of two texts, with what their tags say of the event, less the further apart they are in time. */
function combine(text: number, agreement: number | null, days: number, settings: SimilaritySettings): number {
  const { tags, tagHalfDays } = settings;
  const both = agreement === null ? text : (1 - tags) * text + tags * agreement * 0.5 ** (days / tagHalfDays);
  return both * timeFactor(days, settings);
}

/** Lengths of an article's vector: all of it, and what of it another language could share. */
interface Lengths {
  full: number;
  shareable: number;
}

function lengths(
  article: Comparable,
  weights: readonly number[],
  frequencies: Frequencies,
  unshared: number,
): Lengths {
  let full = 0;
  let shareable = 0;
  article.terms.forEach(([term], i) => {
    const square = (weights[i] ?? 0) ** 2;
    full += square;
    if (term.startsWith('x')) return;
    shareable += usedElsewhere(term, article.language, frequencies) ? square : square * unshared ** 2;
  });
  return { full: Math.sqrt(full) || 1, shareable: Math.sqrt(shareable) || 1 };
}

/** An article's lengths and tags. */
interface Vector extends Lengths {
  tags: TagVector;
  days: ReadonlySet<string>;
}

/** Adds the inner products of each two articles' words to the matrix (upper half), and gives the articles' vectors. */
function multiply(
  articles: readonly Comparable[],
  matrix: Float64Array,
  frequencies: Frequencies,
  settings: SimilaritySettings,
): Vector[] {
  const holders = new Map<string, number[]>();
  const weightOf = new Map<string, number>();
  const weigh = (term: string): number => {
    const known = weightOf.get(term);
    if (known !== undefined) return known;
    const weight = termWeight(term, frequencies, settings);
    weightOf.set(term, weight);
    return weight;
  };
  return articles.map((article, x) => {
    const weights: number[] = [];
    const terms = article.terms.filter((entry) => !isTag(entry) && !isEventDay(entry));
    for (const [term, count] of terms) {
      const value = count * weigh(term);
      weights.push(value);
      const list = holders.get(term);
      if (!list) holders.set(term, [x, value]);
      else {
        for (let k = 0; k < list.length; k += 2) {
          const cell = (list[k] ?? 0) * articles.length + x;
          matrix[cell] = (matrix[cell] ?? 0) + (list[k + 1] ?? 0) * value;
        }
        list.push(x, value);
      }
    }
    return {
      ...lengths({ ...article, terms }, weights, frequencies, settings.unshared),
      tags: tagVector(article.terms, weigh),
      days: new Set(article.terms.filter(isEventDay).map(([term]) => term)),
    };
  });
}

/**
 * How alike each two articles are, 0–1, as a matrix in rows: cosine of rare names, numbers, dockets, dates and
 * words, and agreement of the dossier's tags, less the further apart they are in time. Across languages only what
 * both can share is measured.
 */
export function similarities(
  articles: readonly Comparable[],
  frequencies: Frequencies,
  settings: SimilaritySettings,
): Float64Array {
  const n = articles.length;
  const matrix = new Float64Array(n * n);
  const vectors = multiply(articles, matrix, frequencies, settings);
  articles.forEach((a, x) => {
    for (let y = x + 1; y < n; y++) {
      const b = articles[y];
      const mine = vectors[x];
      const theirs = vectors[y];
      if (!b || !mine || !theirs) continue;
      const product = matrix[x * n + y] ?? 0;
      const cosine =
        a.language === b.language
          ? product / (mine.full * theirs.full)
          : (settings.acrossLanguages * product) / (mine.shareable * theirs.shareable);
      const days = Math.abs(a.at - b.at) / DAY_MS;
      const alike = combine(cosine, tagAgreement(mine.tags, theirs.tags), days, settings);
      const value = tellOfOtherDays(mine.days, theirs.days) ? alike * settings.otherDays : alike;
      matrix[x * n + y] = value;
      matrix[y * n + x] = value;
    }
  });
  return matrix;
}
