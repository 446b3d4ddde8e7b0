import type { Link } from '../model/index.ts';
import type { ComparedArticle, Fingerprints } from '../store/fingerprints.ts';
import { overlap, type ShingledText } from './compare.ts';
import { isSampled, SHORT } from './fingerprint.ts';
import { isSeries, sharesItsSubject } from './series.ts';
import { fillsOneTemplate, sharesOnlyItsTail } from './slots.ts';

/** What decides between the kinds; one setting serves the product and the benchmark. */
export interface ReprintSettings {
  /** Share of the smaller text found in the other from which both are the same text. */
  duplicate: number;
  /** … from which they share wire copy. */
  sharedWire: number;
  /** Size ratio above which the smaller stands in the larger. */
  containedRatio: number;
  /** A shingle in more articles than this (of the last months) is no evidence. */
  commonShingle: number;
  /** A shingle in this many articles of one outlet is that outlet's boilerplate. */
  outletShingle: number;
}

export const REPRINT_SETTINGS: ReprintSettings = {
  duplicate: 0.4,
  sharedWire: 0.25,
  containedRatio: 3,
  commonShingle: 60,
  outletShingle: 4,
};

/** Most candidates compared in full for one article. */
const MAX_CANDIDATES = 12;
/** Fewer shared rare shingles are chance. */
const MIN_SHARED = 3;

/** The sampled shingles two articles share. */
export interface Shared {
  articleId: number;
  /** That speak for a common origin. */
  rare: number;
  /** That stand in many articles, or in many of one outlet. */
  template: number;
}

/** An article about to be placed. */
export interface Placed extends Omit<ComparedArticle, 'articleId' | 'period'> {
  outlet: number;
}

/** Candidates that share rare shingles, most first; and which of the hashes are still worth indexing. */
export function findCandidates(
  store: Pick<Fingerprints, 'holders'>,
  hashes: number[],
  outlet: number,
  period: number,
  settings: ReprintSettings,
): { candidates: Shared[]; indexable: number[] } {
  const byHash = new Map<number, { articleId: number; outlet: number }[]>();
  for (const row of store.holders(hashes, period)) {
    const list = byHash.get(row.hash);
    if (list) list.push(row);
    else byHash.set(row.hash, [row]);
  }
  const found = new Map<number, Shared>();
  for (const rows of byHash.values()) {
    const perOutlet = new Map<number, number>([[outlet, 1]]);
    for (const row of rows) perOutlet.set(row.outlet, (perOutlet.get(row.outlet) ?? 0) + 1);
    const common = rows.length >= settings.commonShingle;
    const own = (perOutlet.get(outlet) ?? 0) >= settings.outletShingle;
    for (const row of rows) {
      let entry = found.get(row.articleId);
      if (!entry) {
        entry = { articleId: row.articleId, rare: 0, template: 0 };
        found.set(row.articleId, entry);
      }
      const theirs = (perOutlet.get(row.outlet) ?? 0) >= settings.outletShingle;
      if (common || own || theirs) entry.template++;
      else entry.rare++;
    }
  }
  const candidates = [...found.values()]
    .filter((entry) => entry.rare >= MIN_SHARED)
    .sort((a, b) => b.rare - a.rare || a.articleId - b.articleId)
    .slice(0, MAX_CANDIDATES);
  const indexable = hashes.filter((hash) => (byHash.get(hash)?.length ?? 0) < settings.commonShingle);
  return { candidates, indexable };
}

/** Sampled shingles that two fingerprints can have in common at most. */
function comparable(a: number[], b: number[], complete: boolean): number {
  const count = (hashes: number[]) => (complete ? hashes.length : hashes.filter(isSampled).length);
  return Math.min(count(a), count(b));
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** An article with its shingled text, as one side of a comparison. */
export interface Side<Article> {
  article: Article;
  text: ShingledText;
}

/** From this share of the smaller text on no fact was exchanged. */
const WORD_FOR_WORD = 0.95;

/** Whether the words two texts share are the day's template or the outlet's, so that they prove nothing. */
function isTemplate(article: Placed, other: ComparedArticle, containment: number): boolean {
  if (isSeries(article, other, containment)) return true;
  if (containment < WORD_FOR_WORD && fillsOneTemplate(article.text, other.text)) return true;
  if (article.sourceId !== other.sourceId && sharesOnlyItsTail(article, other, containment)) return true;
  return article.sourceId === other.sourceId && !sharesItsSubject(article, other);
}

/** Says how an article stands to one candidate, or null where they have nothing to do with one another. */
export function judge(
  { article, text }: Side<Placed>,
  { article: other, text: otherText }: Side<ComparedArticle>,
  shared: Shared,
  settings: ReprintSettings,
): Link | null {
  const complete = article.words < SHORT && other.words < SHORT;
  const evidence = comparable(article.hashes, other.hashes, complete) - shared.template;
  const rareShare = shared.rare / Math.max(1, evidence);
  const link = (kind: Link['kind'], score: number, reason: string): Link => ({
    articleId: other.articleId,
    kind,
    score: Math.min(1, score),
    reason,
  });
  if (article.live || other.live)
    return rareShare >= settings.duplicate
      ? link('contained-in', rareShare, `${percent(rareShare)} of the rare wording stands in a live blog`)
      : null;
  if (rareShare < settings.sharedWire / 2) return null;
  const { containment, ratio, fromStart } = overlap(text, otherText);
  // The sample tells which part of the overlap is template; the rest is measured without it.
  const template = containment * (shared.template / (shared.rare + shared.template));
  const score = template < 1 ? (containment - template) / (1 - template) : 0;
  if (score < settings.sharedWire || isTemplate(article, other, containment)) return null;
  const reason = `${percent(containment)} of the shorter text stands in the other`;
  if (score < settings.duplicate) return link('shared-wire', score, reason);
  return link(ratio > settings.containedRatio && !fromStart ? 'contained-in' : 'duplicate', score, reason);
}
