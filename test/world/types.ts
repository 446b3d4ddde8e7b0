import type { Grade, Instant, Language, SourceKind, Wall } from '../../src/model/index.ts';

export type OutletId =
  | 'nrv'
  | 'rheinwarte'
  | 'hafenkurier'
  | 'morgenzeile'
  | 'bitkante'
  | 'kurstafel'
  | 'euroledger'
  | 'transworld'
  | 'vz'
  | 'hmb';

/** One piece of an article's body; a bare string is a paragraph of plain text. */
export type Block =
  | string
  | { heading: string }
  | { list: string[] }
  | { pullQuote: string }
  | { image: Picture };

export interface Picture {
  caption: string;
  /** As printed, `Foto: Jo Muster/dpa`: never a provenance of the text. */
  credit: string;
}

/** What an article becomes at an instant. Pairs of `replace` are applied to title, teaser and body. */
export interface WorldRevision {
  at: Instant;
  /** `correction` and `addition` change what the article says, `typo` and `headline` do not. */
  kind: 'correction' | 'addition' | 'typo' | 'headline';
  replace?: [from: string, to: string][];
  /** Printed under the body. */
  append?: Block[];
  /** The page moves here; its former address redirects for good. */
  path?: string;
}

export interface TickerItem {
  at: Instant;
  title: string;
  text: string;
}

/** What a right run must make of an article; read by expectations.ts only, never by the server. */
export interface Label {
  grade: Grade;
  /** Articles with the same name report one event; null stands alone. */
  story: string | null;
  /** The wire text it prints, whole or cut. */
  wire?: string;
  /** Neither title nor teaser shows that it touches the dispute. */
  buried?: true;
  /** Wording that gives a machine translation away. */
  machineTranslated?: true;
}

export interface WorldArticle {
  /** Unique in the world, `ruling-rheinwarte`. */
  id: string;
  outlet: OutletId;
  /** Path of its page, from `/`. */
  path: string;
  at: Instant;
  section: string;
  kicker?: string;
  title: string;
  teaser: string;
  /** Names as printed; a template may print others (an outlet's name) in JSON-LD. */
  authors?: string[];
  /** Printed before the first words of the body, `Köln (dpa) -`. */
  dateline?: string;
  /** Where the text is from, as printed; each template has its own place for it. */
  credit?: string;
  picture?: Picture;
  body: Block[];
  ticker?: TickerItem[];
  /** `gone`: the feed announces it, the page answers 404. */
  wall?: Extract<Wall, 'paywall' | 'consent-wall'> | 'gone';
  revisions?: WorldRevision[];
  label: Label;
}

export type Dialect = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap';

export interface FeedSpec {
  path: string;
  dialect: Dialect;
  /** Only this section's articles; all without it. */
  section?: string;
  /** How many of the newest articles it holds. */
  window: number;
  latin1?: true;
  /** Carries the text itself beside the teaser. */
  fullText?: true;
  /** Query string put behind each link, `utm_source=rss`. */
  tracking?: string;
  /** `touched-dates`: recent items always seem new; `fresh-guids`: ids change from day to day. */
  quirk?: 'touched-dates' | 'fresh-guids';
  /** Time zone in which dates are printed, minutes east of UTC and how the zone is written. */
  zone?: { minutes: number; name: string };
}

export interface OutletSpec {
  id: OutletId;
  name: string;
  kind: SourceKind;
  language: Language;
  country: string;
  timezone: string;
  /** The dossier's party whose own releases it publishes. */
  party?: string;
  feeds: FeedSpec[];
  /** Which validators its answers carry. */
  validators: 'strong' | 'weak' | 'last-modified' | 'none';
  maxAgeSeconds: number;
  /** Pages are served in ISO-8859-1. */
  latin1?: true;
  /** Paths that its robots.txt forbids. */
  disallow: string[];
  /** UTC days on which its feeds answer 500. */
  brokenOn?: string[];
  /** CSS selector of the credit line, as `config/sources.yaml` would name it. */
  creditSelector?: string;
}

/** An article as its page stands at an instant, with what a template needs around it. */
export interface PageView {
  article: WorldArticle;
  outlet: OutletSpec;
  baseUrl: string;
  url: string;
  modifiedAt: Instant;
  /** Ticker items published so far, newest first. */
  ticker: TickerItem[];
  /** The outlet's newest other articles, newest first. */
  related: { title: string; teaser: string; url: string }[];
}
