import type { Additions, NewSource } from '../config/sources-file.ts';
import type { Source } from '../model/index.ts';

/** A feed that is to be followed. */
export interface Wanted {
  url: string;
  title: string;
  homepage: string | null;
  language: string | null;
}

export interface Plan extends Additions {
  /** Feeds that are not added, with why. */
  passedOver: { url: string; reason: string }[];
}

/** Hosts that carry the feeds of many outlets: the feed's own page or title names the outlet. */
const FEED_HOSTS =
  /(?:^|\.)(?:feedburner\.com|feedproxy\.google\.com|news\.google\.com|rss\.app|politepol\.com)$/;
const PREFIX = /^(?:www|m|feeds?|rss|newsfeed|xml|news)\.(?=[^.]+\.)/;
/** Country codes that say where an outlet is; others (`io`, `tv`, `me`) are sold to anyone. */
const COUNTRIES: Record<string, string> = { uk: 'GB', eu: 'EU' };
const NATIONAL =
  /^(?:de|at|ch|fr|it|es|nl|be|lu|dk|se|no|fi|pl|cz|sk|hu|ie|pt|gr|ro|bg|hr|si|ee|lv|lt|mt|cy|is|us|ca|au|jp|in|br)$/;

function siteOf({ url, homepage }: Pick<Wanted, 'url' | 'homepage'>): string | null {
  const host = new URL(homepage ?? url).hostname.replace(PREFIX, '');
  return FEED_HOSTS.test(host) ? null : host;
}

function slug(text: string): string {
  const plain = text.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

/** The site's name without its ending, else the title; numbered where it is taken. */
function freeId(site: string | null, title: string, taken: ReadonlySet<string>): string {
  const base = slug(site?.replace(/(?:\.(?:co|com|org))?\.[a-z]+$/, '') ?? title) || slug(title) || 'source';
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

function countryOf(site: string | null): string {
  const ending = site?.split('.').at(-1) ?? '';
  return COUNTRIES[ending] ?? (NATIONAL.test(ending) ? ending.toUpperCase() : '-');
}

function languageOf({ language }: Wanted, country: string): string {
  const declared = language?.slice(0, 2).toLowerCase() ?? '';
  if (/^[a-z]{2}$/.test(declared)) return declared;
  return country === 'DE' || country === 'AT' ? 'de' : 'en';
}

/**
 * What is to be written for feeds to be followed: feeds of one site make one source, those of a site that is followed
 * already join its source; what is followed already, or is no feed address, is passed over.
 */
export function planSources(wanted: readonly Wanted[], sources: readonly Source[]): Plan {
  const followed = new Set(sources.flatMap(({ feeds }) => feeds.map(({ url }) => url)));
  const taken = new Set(sources.map(({ id }) => id));
  const ofSite = new Map<string, string>();
  for (const { id, feeds } of sources)
    for (const { url } of feeds) {
      const site = siteOf({ url, homepage: null });
      if (site !== null && !ofSite.has(site)) ofSite.set(site, id);
    }
  const fresh = new Map<string, NewSource>();
  const plan = {
    sources: [] as NewSource[],
    feeds: [] as Plan['feeds'][number][],
    passedOver: [] as Plan['passedOver'],
  };
  for (const feed of wanted) {
    const { url, title } = feed;
    if (followed.has(url)) {
      plan.passedOver.push({ url, reason: 'is followed already' });
      continue;
    }
    followed.add(url);
    const site = siteOf(feed);
    const known = site === null ? undefined : ofSite.get(site);
    const added = known === undefined ? undefined : fresh.get(known);
    if (added) added.feeds.push(url);
    else if (known !== undefined) plan.feeds.push({ sourceId: known, url });
    else {
      const id = freeId(site, title, taken);
      const country = countryOf(site);
      const name = title.trim() || site || id;
      fresh.set(id, {
        id,
        name,
        kind: 'portal',
        languages: [languageOf(feed, country)],
        country,
        feeds: [url],
      });
      taken.add(id);
      if (site !== null) ofSite.set(site, id);
    }
  }
  // Titles of several feeds of a site are those of its sections.
  for (const [site, id] of ofSite) {
    const source = fresh.get(id);
    if (source && source.feeds.length > 1) source.name = site;
  }
  return { ...plan, sources: [...fresh.values()] };
}
