import type { Credit, Instant, Link, Wall } from '../model/index.ts';
import type { Fingerprints } from '../store/fingerprints.ts';
import type { FoundLink, Links } from '../store/links.ts';
import { ownShare, type ShingledText, shingleText } from './compare.ts';
import { figuresOf } from './figures.ts';
import { fingerprint } from './fingerprint.ts';
import { isLive } from './live.ts';
import { findCandidates, judge, type Placed, type ReprintSettings } from './reprints.ts';

/** An article to be compared with the ones before it. */
export interface PrintedArticle {
  articleId: number;
  sourceId: string;
  url: string;
  title: string;
  text: string;
  publishedAt: Instant | null;
  seenAt: Instant;
  credits: readonly Credit[];
  wall: Wall | null;
}

const PERIOD_MS = 30 * 86_400_000;
/** Periods whose shingles are still looked up; older rows are cleared, some at every sixteenth article. */
const KEPT_PERIODS = 3;
const EXPIRE_EVERY = 16;
const EXPIRE_ROWS = 3_200;
/** From this share of the smaller text on, it is the other's as a whole. */
const WHOLE = 0.8;
/** Links kept of one article. */
const MAX_LINKS = 8;

const KIND_ORDER: readonly Link['kind'][] = ['revision', 'duplicate', 'shared-wire', 'contained-in'];
const byCloseness = (a: Link, b: Link): number =>
  KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || b.score - a.score || a.articleId - b.articleId;

/** Finds the earlier articles whose text an article shares, and keeps what later ones are compared by. */
export function createReprintFinder(
  { fingerprints, links }: { fingerprints: Fingerprints; links: Links },
  settings: ReprintSettings,
) {
  /** The same wire item by its own key: certain, whatever was cut or rewritten. */
  function sameWireItem(article: PrintedArticle): FoundLink[] {
    return article.credits.flatMap(({ urn, version, agency }) => {
      if (urn === null) return [];
      return links.withUrn(urn, agency, article.articleId).map((other): FoundLink => {
        const same = other.version === version;
        return {
          articleId: other.articleId,
          kind: same ? 'duplicate' : 'shared-wire',
          score: 1,
          ownShare: null,
          reason: same
            ? `same ${agency} item ${urn}${version === null ? '' : `/${version}`}`
            : `another version of ${agency} item ${urn}`,
        };
      });
    });
  }

  function byText(placed: Placed, articleId: number, period: number): FoundLink[] {
    const { candidates, indexable } = findCandidates(
      fingerprints,
      placed.hashes,
      placed.outlet,
      period,
      settings,
    );
    let text: ShingledText | null = null;
    const found: FoundLink[] = [];
    for (const shared of candidates) {
      const other = fingerprints.get(shared.articleId);
      if (!other) continue;
      text ??= shingleText(placed.text);
      const otherText = shingleText(other.text);
      const link = judge({ article: placed, text }, { article: other, text: otherText }, shared, settings);
      if (link) found.push({ ...link, ownShare: ownShare(placed.text, otherText) });
    }
    fingerprints.put({ ...placed, articleId, period }, placed.outlet, indexable);
    return found;
  }

  /**
   * A group of near-duplicates is joined only by what resembles its representative too, or is a member's text
   * as a whole: a chain of texts each half alike to the next is no group.
   */
  function joinGroup(articleId: number, found: readonly FoundLink[]): FoundLink[] {
    const alike = new Set(found.filter((link) => link.kind !== 'contained-in').map((link) => link.articleId));
    let joined: number | null = null;
    return found.map((link): FoundLink => {
      if (link.kind !== 'duplicate') return link;
      const representative = links.representativeOf(link.articleId);
      const near = alike.has(representative) || link.score >= WHOLE;
      if (!near || (joined !== null && joined !== representative)) return { ...link, kind: 'shared-wire' };
      if (joined === null) links.joinGroup(articleId, representative);
      joined = representative;
      return link;
    });
  }

  return {
    /** The article's links, the closest first; a page without its text (a wall) has none. */
    add(article: PrintedArticle): Link[] {
      if (article.wall !== null && article.wall !== 'paywall') return [];
      const print = fingerprint(article.text);
      const period = Math.floor(Date.parse(article.seenAt) / PERIOD_MS);
      const placed: Placed = {
        outlet: fingerprints.outletNumber(article.sourceId),
        day: (article.publishedAt ?? article.seenAt).slice(0, 10),
        words: print.words,
        live: isLive({ ...article, words: print.words }),
        figures: figuresOf(article.text),
        hashes: print.hashes,
        sourceId: article.sourceId,
        title: article.title,
        text: article.text,
      };
      const exact = sameWireItem(article);
      const certain = new Set(exact.map((link) => link.articleId));
      const alike = byText(placed, article.articleId, period).filter((link) => !certain.has(link.articleId));
      if (article.articleId % EXPIRE_EVERY === 0) fingerprints.expire(period - KEPT_PERIODS + 1, EXPIRE_ROWS);
      const kept = joinGroup(article.articleId, [...exact, ...alike].sort(byCloseness).slice(0, MAX_LINKS));
      for (const link of kept) links.add(article.articleId, link, article.seenAt);
      return kept.sort(byCloseness).map(({ ownShare: _, ...link }) => link);
    },
    /** Forgets what an article was compared by, before its new text is added. */
    remove(articleId: number): void {
      fingerprints.remove(articleId);
      links.removeOf(articleId);
      links.leaveGroup(articleId);
    },
  };
}
