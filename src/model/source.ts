import type { Language } from './common.ts';

/** What an outlet is. `authority`, `court`, `institution` and the organisations publish primary sources. */
export const SOURCE_KINDS = [
  'newspaper',
  'magazine',
  'broadcaster',
  'portal',
  'tech-press',
  'legal-press',
  'policy-press',
  'agency',
  'press-release-service',
  'ngo',
  'consumer-organisation',
  'authority',
  'court',
  'institution',
  'aggregator',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Kinds whose pages are their own acts and releases: primary sources, not reports. */
export const PRIMARY_KINDS: ReadonlySet<string> = new Set([
  'authority',
  'court',
  'institution',
  'ngo',
  'consumer-organisation',
  'press-release-service',
] satisfies SourceKind[]);

export interface Feed {
  url: string;
  /** `feed` is RSS, RDF, Atom or JSON Feed; `sitemap` a news sitemap. */
  format: 'feed' | 'sitemap';
}

/** An agency's own delivery, for customers with a licence. */
export interface Wire {
  provider: 'dpa-wireq';
  /** The environment variable that holds the base URL, which is a secret. */
  urlEnv: string;
}

/** CSS selectors that override the general extraction for one source; each may stop matching one day. */
export interface Selectors {
  body?: string | undefined;
  remove?: string[] | undefined;
  title?: string | undefined;
  authors?: string | undefined;
  published?: string | undefined;
  credit?: string | undefined;
}

/** An outlet, authority, court or agency. */
export interface Source {
  id: string;
  name: string;
  kind: SourceKind;
  /** The first is what a text without other evidence is taken for. */
  languages: Language[];
  /** ISO 3166 alpha-2, or `EU`, or `-` where there is none. */
  country: string;
  /** Empty where there is a wire. */
  feeds: Feed[];
  wire?: Wire | undefined;
  /** `candidates`: fetch a page only when title or teaser can matter. */
  fetch: 'candidates' | 'all';
  /** IANA zone for dates without one. */
  timezone: string;
  /** The party whose own releases this source publishes. */
  party?: string | undefined;
  selectors?: Selectors | undefined;
  /** Longest excerpt, in characters, that may be shown of one article. */
  snippetLimit?: number | undefined;
}
