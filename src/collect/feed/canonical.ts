import { readConstruct } from './construct.ts';
import type { RawField, RawItem, Structure } from './structure.ts';
import { escapeHtml, unwrap } from './text.ts';

/**
 * Elements of an item that rss-parser is given, by their name in the canonical document. Descriptions and
 * contents are kept from it (`entries.ts` takes them from the item itself): the snippets it makes of them take
 * quadratic time, deep markup overflows its stack, and they are nine tenths of a feed.
 */
const ITEM_FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  'dc:title': 'dc:title',
  'news:title': 'news:title',
  'media:title': 'media:title',
  link: 'link',
  loc: 'loc',
  url: 'link',
  guid: 'guid',
  id: 'id',
  'dc:identifier': 'dc:identifier',
  pubdate: 'published',
  published: 'published',
  issued: 'issued',
  'news:publication_date': 'published',
  'dc:date': 'dc:date',
  'dcterms:issued': 'dcterms:issued',
  'dcterms:created': 'dcterms:created',
  'dcterms:date': 'dc:date',
  created: 'created',
  date: 'created',
  updated: 'updated',
  modified: 'updated',
  lastmod: 'updated',
  'dcterms:modified': 'updated',
  author: 'author',
  'dc:creator': 'dc:creator',
  'dc:contributor': 'dc:creator',
  'dc:language': 'language',
  language: 'language',
  'news:language': 'language',
};

export const CANONICAL_NAMES: readonly string[] = [...new Set(Object.values(ITEM_FIELDS))];

const ATTRIBUTES = ['href', 'rel', 'type', 'ispermalink'];
/** Characters of a title, link, date or name that are read. */
const VALUE_READ = 16_384;
const LINKS = new Set(['link', 'loc', 'guid', 'id', 'dc:identifier']);

/**
 * Writes the channel and some of the items again as the RSS 2.0 that rss-parser reads best: well formed, every
 * value escaped, Atom and sitemap elements under RSS names, attributes of
 * `type`, `href`, `rel` and `isPermaLink` kept, the base of relative links in `base` where it is not the feed's `url`.
 */
export function toCanonicalRss(structure: Structure, items: readonly RawItem[], url: string): string {
  const parts = ['<rss version="2.0"><channel>'];
  for (const field of structure.channel) parts.push(channelElement(field));
  for (const item of items) {
    parts.push('<item>');
    for (const field of item.fields) parts.push(itemElement(field, item, url));
    parts.push('</item>');
  }
  parts.push('</channel></rss>');
  return parts.join('');
}

const CHANNEL_FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  'dc:title': 'title',
  language: 'language',
  'dc:language': 'language',
  ttl: 'ttl',
  skiphours: 'skipHours',
  skipdays: 'skipDays',
  'sy:updateperiod': 'updatePeriod',
  'sy:updatefrequency': 'updateFrequency',
};

function channelElement(field: RawField): string {
  if (field.name === 'link') {
    const rel = attribute(field, 'rel').toLowerCase();
    return rel === 'hub' || rel === 'self' ? element(rel, '', attribute(field, 'href')) : '';
  }
  const name = CHANNEL_FIELDS[field.name];
  if (!name) return '';
  const value = unwrap(field.inner.slice(0, VALUE_READ));
  return element(name, '', name === 'title' ? value : value.replace(/<[^<>]*>/g, ' '));
}

function itemElement(field: RawField, item: RawItem, url: string): string {
  const name = ITEM_FIELDS[field.name];
  if (!name) return '';
  let attributes = '';
  for (const key of ATTRIBUTES) {
    const value = attribute(field, key);
    if (value) attributes += ` ${key}="${escapeAttribute(value)}"`;
  }
  if (LINKS.has(name) && field.scope.base !== url)
    attributes += ` base="${escapeAttribute(field.scope.base)}"`;
  const inner = field.inner.slice(0, VALUE_READ);
  if (name !== 'title') return element(name, attributes, unwrap(inner));
  const { kind, value } = readConstruct({ ...field, inner }, item);
  return element(name, ` kind="${kind}"${attributes}`, value);
}

function attribute(field: RawField, name: string): string {
  return unwrap(field.attributes.get(name) ?? '').trim();
}

function element(name: string, attributes: string, value: string): string {
  return `<${name}${attributes}>${escapeHtml(value.replace(UNSOUND, ''))}</${name}>`;
}

/** Characters that are no text: controls, lone surrogates, non-characters. */
const UNSOUND = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

function escapeAttribute(value: string): string {
  return escapeHtml(value.replace(UNSOUND, '')).replace(/"/g, '&quot;');
}
