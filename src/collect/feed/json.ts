import { createHash } from 'node:crypto';
import type { CadenceHints, Entry, ParsedFeed } from '../../model/index.ts';
import { parseDate } from './dates.ts';
import { shortTeaser, toLanguage } from './entries.ts';
import { FeedError } from './error.ts';
import { resolveUrl } from './links.ts';
import type { FeedOptions } from './parse.ts';
import { plainToText, titleToText } from './text.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON Feed (https://www.jsonfeed.org/version/1.1/). Values of a wrong type count as absent.
 *
 * @throws FeedError when the text is no JSON or has no list of items.
 */
export function parseJsonFeed(text: string, options: FeedOptions): ParsedFeed {
  const feed = parseObject(text);
  if (!Array.isArray(feed.items))
    throw new FeedError('not-a-feed', 'The JSON document has no list of items.');
  const language = toLanguage(string(feed.language)) ?? null;
  const known: string[] = [];
  const notes: string[] = [];
  const entries: Entry[] = [];
  for (const [at, item] of feed.items.entries()) {
    const hash = createHash('sha256').update(JSON.stringify(item)).digest('hex');
    if (options.known?.has(hash)) known.push(hash);
    else if (isObject(item))
      entries.push({ ...toEntry(item, options), hash, language: languageOf(item) ?? language });
    else notes.push(`Item ${at + 1} is not an object.`);
  }
  const title = titleToText(string(feed.title), 'text') || null;
  return { title, language, entries, known, hints: hintsOf(feed, options.url), notes };
}

function parseObject(text: string): Json {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isObject(parsed)) return parsed;
  } catch (cause) {
    throw new FeedError('unreadable', 'The document looks like JSON but is broken.', { cause });
  }
  throw new FeedError('not-a-feed', 'The JSON document is no JSON Feed.');
}

function toEntry(item: Json, { url, timezone }: FeedOptions): Omit<Entry, 'hash' | 'language'> {
  const id = typeof item.id === 'number' ? String(item.id) : string(item.id).trim();
  const html = string(item.content_html);
  const published = parseDate(string(item.date_published), timezone)?.toISOString() ?? null;
  const updated = parseDate(string(item.date_modified), timezone)?.toISOString() ?? null;
  return {
    id: id || null,
    url: resolveUrl(string(item.url), url) ?? resolveUrl(string(item.external_url), url) ?? absolute(id),
    title: titleToText(string(item.title), 'text'),
    teaser: shortTeaser(
      string(item.summary) || string(item.content_text) || html,
      item.summary || item.content_text ? 'text' : 'html',
    ),
    publishedAt: published ?? updated,
    updatedAt: updated,
    authors: authorsOf(item),
    contentHtml: html || null,
  };
}

function absolute(id: string): string | null {
  return /^https?:\/\//i.test(id) ? (resolveUrl(id, id) ?? null) : null;
}

function languageOf(item: Json): string | undefined {
  return toLanguage(string(item.language));
}

function authorsOf(item: Json): string[] {
  const listed: unknown[] = Array.isArray(item.authors) ? item.authors : [item.author];
  const names = listed.map((author) => plainToText(isObject(author) ? string(author.name) : string(author)));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 50);
}

function hintsOf(feed: Json, base: string): CadenceHints {
  const hubs: unknown[] = Array.isArray(feed.hubs) ? feed.hubs : [];
  const webSub = hubs.filter(isObject).find(({ type }) => string(type).toLowerCase() === 'websub');
  const hub = resolveUrl(string(webSub?.url), base);
  const self = resolveUrl(string(feed.feed_url), base);
  return { ...(hub && { hub }), ...(self && { self }) };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
