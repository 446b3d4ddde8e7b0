import { Parser } from 'htmlparser2';
import type { ParseFeed } from '../poll.ts';
import type { Http } from './client.ts';

/** A feed that a page names, or is. */
export interface FeedLink {
  url: string;
  title: string | null;
}

export type Discovery =
  /** In the page's order, which is the publisher's order of importance; empty where it names none. */
  | { kind: 'found'; feeds: FeedLink[] }
  /** The page could not be had; the message is a sentence for the person who asked. */
  | { kind: 'failed'; code: string; message: string };

const FEED_TYPES = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'text/xml',
]);
const MAX_FEEDS = 50;
const MAX_DEPTH = 1000;
const CHUNK = 16_384;
const LIMIT = 2_000_000;

/** Finds the feeds behind an address that a person typed: the feed itself, or those that the page there names. */
export async function discoverFeeds(url: string, http: Http, parse: ParseFeed): Promise<Discovery> {
  const answer = await http.get(url, { accept: 'text/html, application/xhtml+xml, */*;q=0.8' });
  if (answer.kind === 'failed') return { kind: 'failed', code: answer.code, message: answer.message };
  if (answer.kind === 'not-modified') return { kind: 'found', feeds: [] };
  const { body, contentType, url: finalUrl } = answer;
  try {
    const { title } = await parse(body, { contentType, url: finalUrl, timezone: 'UTC', known: new Set() });
    return { kind: 'found', feeds: [{ url: finalUrl, title }] };
  } catch {
    return { kind: 'found', feeds: feedLinks(new TextDecoder().decode(body), finalUrl) };
  }
}

/** The feeds named by `<link rel="alternate">`, absolute, each once. (HTML standard, "Link type alternate") */
export function feedLinks(html: string, pageUrl: string): FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base = pageUrl;
  let depth = 0;
  const take = ({ rel = '', type = '', href = '', title = '' }: Record<string, string>): void => {
    const rels = rel.toLowerCase().split(/\s+/);
    const mime = (type.split(';', 1)[0] ?? '').trim().toLowerCase();
    const isFeed = rels.includes('feed') || (rels.includes('alternate') && FEED_TYPES.has(mime));
    const address = href.trim();
    if (!isFeed || address === '' || rels.includes('stylesheet') || !URL.canParse(address, base)) return;
    const url = new URL(address, base);
    url.hash = '';
    if (/^https?:$/.test(url.protocol) && !found.has(url.href))
      found.set(url.href, { url: url.href, title: title.trim() || null });
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (name === 'base' && URL.canParse(attributes.href ?? '', pageUrl))
        base = new URL(attributes.href ?? '', pageUrl).href;
      if (name === 'link') take(attributes);
    },
    onclosetag: () => {
      depth -= 1;
    },
  });
  const end = Math.min(html.length, LIMIT);
  for (let at = 0; at < end && depth < MAX_DEPTH && found.size < MAX_FEEDS; at += CHUNK)
    parser.write(html.slice(at, at + CHUNK));
  return [...found.values()].slice(0, MAX_FEEDS);
}
