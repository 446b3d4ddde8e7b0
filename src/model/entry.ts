import type { Instant, Language } from './common.ts';

/** One item of a feed, as it appeared; texts are plain (no tags, entities decoded). */
export interface Entry {
  /** The feed's own id (guid, atom:id), trimmed; null where it gives none. */
  id: string | null;
  /** Absolute link to the page. */
  url: string | null;
  title: string;
  teaser: string;
  publishedAt: Instant | null;
  updatedAt: Instant | null;
  authors: string[];
  language: Language | null;
  /** Full text where the feed carries it (content:encoded, atom:content, content_html), as HTML. */
  contentHtml: string | null;
  /** SHA-256 (hex) of the item's source text: an item known by it need not be parsed again. */
  hash: string;
}

/** What a feed says about how often it may be asked. All optional: most feeds say nothing. */
export interface CadenceHints {
  ttlMinutes?: number | undefined;
  /** sy:updatePeriod / sy:updateFrequency, as a period in ms. */
  updatePeriodMs?: number | undefined;
  /** UTC hours 0–23. */
  skipHours?: number[] | undefined;
  /** English names, `Sunday` … */
  skipDays?: string[] | undefined;
  /** WebSub hub. */
  hub?: string | undefined;
  self?: string | undefined;
}

export interface ParsedFeed {
  title: string | null;
  language: Language | null;
  /** In document order. */
  entries: Entry[];
  /** Hashes of items of the document that were already known and left unparsed. */
  known: string[];
  hints: CadenceHints;
  /** What was repaired or given up, one sentence each; shown by `standoff sources test`. */
  notes: string[];
}
