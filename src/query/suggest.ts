import type { Db } from '../store/db.ts';
import { type Covered, nameKey, namesIn } from './names-in-text.ts';

/** A name or term that relevant articles use and no alias covers. */
export interface Suggestion {
  name: string;
  /** Relevant articles it stands in, of so many outlets, and off articles. Reprints are not counted. */
  articles: number;
  outlets: number;
  off: number;
  /** Log-likelihood ratio of the two shares: above 10.8 hardly chance. */
  score: number;
  example: { sentence: string; outlet: string; url: string };
}

export interface SuggestOptions {
  limit: number;
  /** Whether the dossier speaks for a name already, wherever it stands. */
  covers: (name: string) => boolean;
}

interface Row {
  id: number;
  sourceId: string;
  outlet: string;
  url: string;
  language: string;
  body: string;
  teaser: number;
}

/** The newest articles that are looked at, of the relevant and of the off ones. */
const MOST_ARTICLES = 5_000;
const FEWEST_ARTICLES = 2;
/** A name of one outlet alone is often that outlet's furniture. */
const FEWEST_OUTLETS = 2;
/** From this share of a part's articles on, the longer name stands for its part. */
const SAME_NAME = 0.6;
const LONGEST_EXAMPLE = 300;

const COLUMNS = `a.id, a.source_id AS sourceId, s.name AS outlet, a.url, a.language, length(a.teaser) AS teaser,
  a.teaser || char(10) || a.text AS body`;
const NO_REPRINT = `NOT EXISTS (SELECT 1 FROM reprint r WHERE r.article_id = a.id AND r.representative_id <> a.id)
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id)`;

/** What is counted of one name. */
interface Counts {
  /** How often each of its forms was met. */
  forms: Map<string, number>;
  outlets: Set<string>;
  /** Articles by language, relevant and off. */
  relevant: Map<string, number>;
  off: Map<string, number>;
  example: { row: Row; start: number };
}

const increment = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
const sum = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0);

function readers(db: Db) {
  const articles = (grade: string) =>
    db.prepare<[number], Row>(
      `SELECT ${COLUMNS} FROM article a JOIN source s ON s.id = a.source_id
       WHERE a.grade ${grade} AND ${NO_REPRINT} ORDER BY a.first_seen_at DESC LIMIT ?`,
    );
  const covered = db.prepare<[number], Covered & { field: string }>(
    `SELECT field, start, "end" FROM finding WHERE article_id = ? AND field IN ('teaser', 'text')`,
  );
  return {
    relevant: articles("IN ('core', 'secondary', 'context')"),
    off: articles("= 'off'"),
    /** Where findings stand in teaser and text, as one. */
    coveredIn: ({ id, teaser }: Row): Covered[] =>
      united(
        covered.all(id).map(({ field, start, end }) => {
          const shift = field === 'text' ? teaser + 1 : 0;
          return { start: start + shift, end: end + shift };
        }),
      ),
  };
}

/** Spans as disjoint ones in order. */
function united(spans: Covered[]): Covered[] {
  const found: Covered[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else found.push({ ...span });
  }
  return found;
}

/** Dunning (1993): how much likelier the counts are with two shares than with one; negative where the name is rarer
 * among the relevant. Half an article is added to each, so that a small collection proves nothing. */
export function logLikelihood(a: number, ofA: number, b: number, ofB: number): number {
  const [k1, n1, k2, n2] = [a + 0.5, ofA + 1, b + 0.5, ofB + 1];
  const pooled = (k1 + k2) / (n1 + n2);
  const part = (k: number, n: number) =>
    k * Math.log(k / n / pooled) + (n - k) * Math.log((n - k) / n / (1 - pooled));
  const ratio = 2 * (part(k1, n1) + part(k2, n2));
  return k1 / n1 < k2 / n2 ? -ratio : ratio;
}

/** Counts the names of relevant articles; `totals` gets the number of articles by language. */
function countRelevant(db: Db, totals: Map<string, number>): Map<string, Counts> {
  const read = readers(db);
  const names = new Map<string, Counts>();
  for (const row of read.relevant.iterate(MOST_ARTICLES)) {
    increment(totals, row.language);
    const seen = new Set<string>();
    for (const { text, start } of namesIn(row.body, read.coveredIn(row))) {
      const key = nameKey(text);
      const counts: Counts = names.get(key) ?? {
        forms: new Map(),
        outlets: new Set(),
        relevant: new Map(),
        off: new Map(),
        example: { row, start },
      };
      names.set(key, counts);
      increment(counts.forms, text);
      if (seen.has(key)) continue;
      seen.add(key);
      counts.outlets.add(row.sourceId);
      increment(counts.relevant, row.language);
    }
  }
  for (const [key, { relevant, outlets }] of names)
    if (sum(relevant) < FEWEST_ARTICLES || outlets.size < FEWEST_OUTLETS) names.delete(key);
  return names;
}

function countOff(db: Db, names: ReadonlyMap<string, Counts>, totals: Map<string, number>): void {
  for (const row of readers(db).off.iterate(MOST_ARTICLES)) {
    increment(totals, row.language);
    for (const key of new Set(namesIn(row.body, []).map(({ text }) => nameKey(text)))) {
      const counts = names.get(key);
      if (counts) increment(counts.off, row.language);
    }
  }
}

/** Languages are compared each with itself: an English word is rare among German articles, and says nothing by it. One
 * without off articles says nothing either. */
function scoreOf(
  { relevant, off }: Counts,
  totals: { relevant: Map<string, number>; off: Map<string, number> },
): number {
  let score = 0;
  for (const [language, ofOff] of totals.off) {
    const ofRelevant = totals.relevant.get(language);
    if (ofRelevant !== undefined)
      score += logLikelihood(relevant.get(language) ?? 0, ofRelevant, off.get(language) ?? 0, ofOff);
  }
  return score;
}

/** The sentence around an offset, cut at the ends of what is too long. */
function sentenceAround(text: string, at: number): string {
  const from = Math.max(0, at - LONGEST_EXAMPLE / 2);
  const before =
    text
      .slice(from, at)
      .split(/(?<=[.!?])\s+|\n/)
      .at(-1) ?? '';
  const after = text.slice(at, at + LONGEST_EXAMPLE).split(/(?<=[.!?])\s+(?=\p{Lu}|[„“"»])|\n/u)[0] ?? '';
  return (before + after).trim();
}

const words = (key: string): string => ` ${key} `;

/** Whether one name holds the other, or begins with the word that the other ends with. */
function sharesPart(a: string, b: string): boolean {
  const overlap = (one: string, other: string) => one.split(' ').at(-1) === other.split(' ')[0];
  return words(a).includes(words(b)) || words(b).includes(words(a)) || overlap(a, b) || overlap(b, a);
}

interface Ranked {
  key: string;
  counts: Counts;
  articles: number;
  score: number;
}

/** A name and its parts are one suggestion: the whole where it is what articles mostly say, else the part. */
function withoutParts(ranked: readonly Ranked[], limit: number): Ranked[] {
  const kept: Ranked[] = [];
  for (const one of ranked) {
    if (kept.length === limit) break;
    const longer = ranked
      .filter(
        ({ key, articles }) =>
          key !== one.key && words(key).includes(words(one.key)) && articles >= SAME_NAME * one.articles,
      )
      .at(0);
    const chosen = longer ?? one;
    const told = kept.some(({ key }) => sharesPart(key, chosen.key));
    if (!told) kept.push(chosen);
  }
  return kept;
}

const commonest = (forms: ReadonlyMap<string, number>): string =>
  [...forms].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0].length < a[0].length) ? b : a))[0];

/** Ranked names beyond which no more are looked at: comparing each with each is for a short list. */
const LONG_LIST = 600;

/**
 * Capitalised names and terms that relevant articles use more than the others and that no alias covers, the most
 * telling first. What findings cover in a relevant article is left out there.
 */
export function suggest(db: Db, { limit, covers }: SuggestOptions): Suggestion[] {
  const totals = { relevant: new Map<string, number>(), off: new Map<string, number>() };
  const names = countRelevant(db, totals.relevant);
  countOff(db, names, totals.off);
  const ranked = [...names]
    .map(
      ([key, counts]): Ranked => ({
        key,
        counts,
        articles: sum(counts.relevant),
        score: scoreOf(counts, totals),
      }),
    )
    .filter(({ score, counts }) => score >= 0 && !covers(commonest(counts.forms)))
    .sort((a, b) => b.score - a.score || b.articles - a.articles || b.key.length - a.key.length)
    .slice(0, LONG_LIST);
  return withoutParts(ranked, limit).map(({ counts, articles, score }) => {
    const { row, start } = counts.example;
    const { outlet, url } = row;
    return {
      name: commonest(counts.forms),
      articles,
      outlets: counts.outlets.size,
      off: sum(counts.off),
      score,
      example: { sentence: sentenceAround(row.body, start), outlet, url },
    };
  });
}
