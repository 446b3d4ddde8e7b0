import { Parser } from 'htmlparser2';

const LONGEST = 2_000;
const HTML_READ = 1_000_000;
const PIECE = 16_384;
const MAX_DEPTH = 1_000;
const OWN =
  /(?:^|\.)(?:google\.[a-z.]{2,6}|gstatic\.com|googleusercontent\.com|bing\.com|microsoft\.com|msn\.com)$/;

/** A page that stands between a news search's feed and the outlet's article. */
export function isAggregatorPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  if (hostname === 'news.google.com' || hostname === 'consent.google.com') return true;
  if (/^(?:www\.)?google\.[a-z.]{2,6}$/.test(hostname)) return pathname === '/url';
  return /^(?:www\.)?bing\.com$/.test(hostname) && pathname.startsWith('/news/');
}

/** The address, if it is one of an outlet's page. */
function outletAddress(value: string | null | undefined): string | null {
  if (!value || value.length > LONGEST || !URL.canParse(value)) return null;
  const { protocol, hostname, href } = new URL(value);
  return /^https?:$/.test(protocol) && hostname.includes('.') && !OWN.test(hostname) ? href : null;
}

/**
 * The outlet's address as the aggregator's link itself holds it: Bing's and Google's redirects name it, and ids of
 * Google News until 2024 are base64 of a protocol buffer with it. Null for other links, and for newer ids, which
 * only Google can resolve.
 */
export function outletUrl(url: string): string | null {
  if (!isAggregatorPage(url)) return null;
  const { searchParams, pathname } = new URL(url);
  const named = outletAddress(searchParams.get('url') ?? searchParams.get('q'));
  if (named !== null) return named;
  const id = /\/(?:articles|read)\/([\w-]{16,4000})={0,2}$/.exec(pathname)?.[1];
  return id === undefined ? null : outletAddress(addressIn(Buffer.from(id, 'base64url')));
}

/** Field 4 of the message, after its type: `08 13 22 length address`. */
function addressIn(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x08 || bytes[2] !== 0x22) return null;
  const [low = 0, high = 0] = bytes.subarray(3, 5);
  const long = low > 0x7f;
  const length = long ? (low & 0x7f) + high * 128 : low;
  const start = long ? 5 : 4;
  return start + length > bytes.length
    ? null
    : Buffer.from(bytes.subarray(start, start + length)).toString('utf8');
}

/**
 * The outlet's address as the aggregator's page names it: the link's own attribute, a refresh, the canonical address.
 * Null where the page keeps it to its scripts.
 */
export function outletLinkedFrom(html: string): string | null {
  const found: { [how: string]: string | null } = {};
  const take = (how: string, value: string | undefined): void => {
    found[how] ??= outletAddress(value);
  };
  let depth = 0;
  const parser = new Parser({
    onclosetag: () => void depth--,
    onopentag: (name, attributes) => {
      depth++;
      take('attribute', attributes['data-n-au']);
      if (name === 'link' && attributes.rel === 'canonical') take('canonical', attributes.href);
      if (name !== 'meta') return;
      if (attributes['http-equiv']?.toLowerCase() === 'refresh')
        take(
          'refresh',
          /^\s*\d+\s*;\s*url\s*=\s*['"]?([^'"]+)/i.exec(attributes.content?.slice(0, LONGEST) ?? '')?.[1],
        );
      if (attributes.property === 'og:url') take('canonical', attributes.content);
    },
  });
  const end = Math.min(html.length, HTML_READ);
  // What is nested too deep takes the parser quadratic time to close, and is no such page.
  for (let at = 0; at < end && depth < MAX_DEPTH; at += PIECE)
    parser.write(html.slice(at, Math.min(at + PIECE, end)));
  return found.attribute ?? found.refresh ?? found.canonical ?? null;
}
