import type { Agency, Instant, Language } from './common.ts';

/** An agency named as the origin of a text (never of a photo). */
export interface Credit {
  agency: Agency;
  /** Initials of the desk that edited it, as printed (`ino`). */
  desk: string | null;
  /** The wire item's key where printed (`230428-99-483045` of `dpa:230428-99-483045/5`). */
  urn: string | null;
  version: number | null;
  /** The words it was read from. */
  matched: string;
  /** Where it stood: `credit-line`, `dateline`, `byline`, `copyright`, `json-ld`. */
  rule: string;
}

/** Why a page did not give its text. */
export const WALLS = [
  'paywall',
  'consent-wall',
  'bot-wall',
  'soft-404',
  'empty',
  'script-only',
  'wrong-type',
] as const;
export type Wall = (typeof WALLS)[number];

/** What extraction draws from one page. */
export interface Page {
  title: string | null;
  subtitle: string | null;
  /** Paragraphs joined by a blank line; plain text. */
  text: string;
  authors: string[];
  publishedAt: Instant | null;
  modifiedAt: Instant | null;
  language: Language | null;
  section: string | null;
  /** What the page says its address is (rel=canonical, og:url), absolute. */
  canonicalUrl: string | null;
  image: string | null;
  credits: Credit[];
  /** Set when the text is not the article, or (paywall) only its beginning. */
  wall: Wall | null;
  /** Keys of the paragraphs left out because they recur on the outlet's pages. */
  recurring: string[];
  /** Names the method and its version, `general@1` or `rule:ntv@2`. */
  extractor: string;
}

/** `page` the outlet's page, `wire` an agency's own delivery; `feed`: only the feed's title and teaser could be had. */
export type TextOrigin = 'page' | 'feed' | 'wire';

/** One page of one outlet, known by its canonical URL. */
export interface Article {
  id: number;
  sourceId: string;
  /** Canonical URL. */
  url: string;
  title: string;
  teaser: string;
  text: string;
  language: Language;
  authors: string[];
  publishedAt: Instant | null;
  modifiedAt: Instant | null;
  firstSeenAt: Instant;
  fetchedAt: Instant | null;
  textFrom: TextOrigin;
  wall: Wall | null;
  credits: Credit[];
}
