import iconv from 'iconv-lite';
import type { FeedOptions } from '../../../src/collect/feed/parse.ts';
import { parseFeed } from '../../../src/collect/feed/parse.ts';

export const ADDRESS = 'https://paper.example/feeds/news.xml';

/** Reads a document given as text. */
export function read(document: string, options: Partial<FeedOptions> & { encoding?: string } = {}) {
  const { encoding = 'utf-8', ...rest } = options;
  const bytes = new Uint8Array(iconv.encode(document, encoding));
  return parseFeed(bytes, { contentType: null, url: ADDRESS, ...rest });
}

/** The entries of an RSS 2.0 document with these items. */
export async function rssEntries(items: string, options?: Partial<FeedOptions>) {
  return (await read(rss(items), options)).entries;
}

export function rss(items: string, channel = '<title>Paper</title>'): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel}${items}</channel></rss>`;
}

export function atom(entries: string, attributes = ''): string {
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Paper</title>${entries}</feed>`;
}
