import type { Credit, DatedEvent, Finding, Grade, Instant, Language, Link, Wall } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { createFingerprints } from '../store/fingerprints.ts';
import { createLinks } from '../store/links.ts';
import { shingleText } from './compare.ts';
import { figuresOf } from './figures.ts';
import { fingerprint } from './fingerprint.ts';
import { isLive } from './live.ts';
import { findCandidates, judge, REPRINT_SETTINGS, type ReprintSettings } from './reprints.ts';

/** An analysed article to be placed among the ones already known; its row is inserted before. */
export interface Candidate {
  articleId: number;
  sourceId: string;
  /** Canonical URL. */
  url: string;
  title: string;
  text: string;
  language: Language;
  publishedAt: Instant | null;
  seenAt: Instant;
  credits: Credit[];
  findings: Finding[];
  dates: DatedEvent[];
  grade: Grade;
  wall: Wall | null;
  textFrom: 'page' | 'feed';
  /** A release of a party, court or authority itself. */
  primary: boolean;
}

export interface StoryPlacement {
  storyId: number;
  isNew: boolean;
  /** 0–1. */
  score: number;
  reason: string;
}

export interface LinkResult {
  links: Link[];
  /** Null for articles that are off the dispute. */
  story: StoryPlacement | null;
}

export interface LinkSettings {
  reprints?: Partial<ReprintSettings>;
}

const PERIOD_MS = 30 * 86_400_000;

/** Places articles: reprints, shared wire copy, parts of live blogs, stories. Call inside a transaction. */
export function createLinker(db: Db, settings: LinkSettings = {}) {
  const fingerprints = createFingerprints(db);
  const links = createLinks(db);
  const reprints = { ...REPRINT_SETTINGS, ...settings.reprints };

  function reprintLinks(candidate: Candidate): Link[] {
    if (candidate.wall !== null && candidate.wall !== 'paywall') return [];
    const print = fingerprint(candidate.text);
    const period = Math.floor(Date.parse(candidate.seenAt) / PERIOD_MS);
    const outlet = fingerprints.outletNumber(candidate.sourceId);
    const placed = {
      outlet,
      day: (candidate.publishedAt ?? candidate.seenAt).slice(0, 10),
      words: print.words,
      live: isLive({ ...candidate, words: print.words }),
      figures: figuresOf(candidate.text),
      hashes: print.hashes,
      sourceId: candidate.sourceId,
      title: candidate.title,
      text: candidate.text,
    };
    const { candidates, indexable } = findCandidates(fingerprints, print.hashes, outlet, period, reprints);
    const found: Link[] = [];
    if (candidates.length > 0) {
      const text = shingleText(candidate.text);
      for (const shared of candidates) {
        const other = fingerprints.get(shared.articleId);
        const link = other && judge(placed, text, other, shared, reprints);
        if (link) found.push(link);
      }
    }
    fingerprints.put({ ...placed, articleId: candidate.articleId, period }, outlet, indexable);
    for (const link of found) links.add(candidate.articleId, link, candidate.seenAt);
    return found;
  }

  return {
    /** Places a new article. */
    add(candidate: Candidate): LinkResult {
      return { links: reprintLinks(candidate), story: null };
    },
  };
}
