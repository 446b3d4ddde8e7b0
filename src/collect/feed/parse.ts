import { createHash } from 'node:crypto';
import type { Entry, ParsedFeed } from '../../model/index.ts';
import { decodeBytes } from '../decode.ts';
import { toCanonicalRss } from './canonical.ts';
import { type EntryContext, toEntry, toLanguage, writtenDate } from './entries.ts';
import { FeedError } from './error.ts';
import { readHints } from './hints.ts';
import { parseJsonFeed } from './json.ts';
import { type ReadFeed, readWithRssParser } from './read.ts';
import { type RawItem, readStructure, type Structure } from './structure.ts';
import { titleToText } from './text.ts';

export interface FeedOptions {
  /** The HTTP header. */
  contentType: string | null;
  /** The feed's address, for relative links. */
  url: string;
  /** IANA zone of dates that name none; UTC without. */
  timezone?: string;
  /** Hashes of items already read: left out, unless the cut into items is in doubt. */
  known?: ReadonlySet<string>;
}

/** Larger documents are refused, bytes. */
export const MAX_FEED_BYTES = 16 * 1024 * 1024;

/**
 * Reads a feed: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, a news sitemap or a JSON Feed, broken or not. What had
 * to be repaired or given up is told in the notes.
 *
 * @throws FeedError when there is no feed to be read.
 */
export async function parseFeed(bytes: Uint8Array, options: FeedOptions): Promise<ParsedFeed> {
  if (bytes.length > MAX_FEED_BYTES) {
    throw new FeedError(
      'too-large',
      `The feed has ${megabytes(bytes.length)} MB; ${megabytes(MAX_FEED_BYTES)} are read at most.`,
    );
  }
  const { text } = decodeBytes(bytes, options.contentType, 'xml');
  if (text.trim() === '') throw new FeedError('empty', 'The answer is empty.');
  if (/^\s*[{[]/.test(text)) return parseJsonFeed(text, options);
  return parseXmlFeed(text, options);
}

async function parseXmlFeed(text: string, options: FeedOptions): Promise<ParsedFeed> {
  const structure = readStructure(text, options.url);
  refuseOtherDocuments(structure);
  const hashes = structure.items.map((item) => hashOf(text.slice(item.start, item.end)));
  const certain = structure.repairs === 0;
  const seen = structure.items.map((_, at) => certain && (options.known?.has(hashes[at] ?? '') ?? false));
  const unseen = structure.items.filter((_, at) => !seen[at]);
  const read = await readWithRssParser(toCanonicalRss(structure, unseen, options.url));
  const notes = [];
  if (!certain) notes.push(`${structure.repairs} elements were not closed where they should be.`);
  if (structure.tooMany)
    notes.push(`The feed is too long; only its first ${structure.items.length} items were read.`);
  const context: EntryContext = {
    url: options.url,
    timezone: options.timezone,
    language: toLanguage(read.channel('language')) ?? toLanguage(structure.scope.lang) ?? null,
  };
  const unseenHashes = hashes.filter((_, at) => !seen[at]);
  return {
    title: titleToText(read.channel('title'), 'html') || null,
    language: context.language,
    entries: toEntries(read, unseen, unseenHashes, context, notes),
    known: hashes.filter((_, at) => seen[at]),
    hints: readHints(read.channel, structure.scope.base),
    notes,
  };
}

function refuseOtherDocuments({ root, isFeed }: Structure): void {
  if (isFeed) return;
  if (root === null) throw new FeedError('not-a-feed', 'The document has no elements.');
  if (root === 'html') throw new FeedError('web-page', 'The address gives a web page, not a feed.');
  if (root === 'sitemapindex') {
    throw new FeedError(
      'sitemap-index',
      'The address gives a list of sitemaps; one of them may be followed.',
    );
  }
  throw new FeedError('not-a-feed', `The document begins with <${root.slice(0, 40)}>, which is no feed.`);
}

function toEntries(
  read: ReadFeed,
  items: readonly RawItem[],
  hashes: readonly string[],
  context: EntryContext,
  notes: string[],
): Entry[] {
  const dates: string[] = [];
  const entries = read.items.flatMap((values, at) => {
    const item = items[at];
    if (!item) return [];
    try {
      const entry = toEntry(values, item, hashes[at] ?? '', context);
      const date = entry.publishedAt === null ? writtenDate(values) : undefined;
      if (date) dates.push(date);
      return [entry];
    } catch (error) {
      notes.push(
        `Item ${at + 1} could not be read: ${error instanceof Error ? error.message : String(error)}.`,
      );
      return [];
    }
  });
  if (dates.length > 0)
    notes.push(`${dates.length} dates could not be read, the first: “${dates[0]?.slice(0, 60)}”.`);
  return entries;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
