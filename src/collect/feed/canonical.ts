import type { RawField, RawItem, Structure } from './structure.ts';
import { unwrap } from './text.ts';

/**
 * Elements of an item that are read, by the name they are given in the canonical document. The names that
 * rss-parser itself makes a snippet of (`description`, `content:encoded`) are kept from it: its `stripHtml`
 * is quadratic.
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
  issued: 'published',
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
  description: 'teaser',
  summary: 'summary',
  'dc:description': 'dc:description',
  'media:description': 'media:description',
  'content:encoded': 'encoded',
  content: 'content',
  body: 'content',
  author: 'author',
  'dc:creator': 'dc:creator',
  'dc:contributor': 'dc:creator',
  'dc:language': 'language',
  language: 'language',
  'news:language': 'language',
};

export const CANONICAL_NAMES: readonly string[] = [...new Set(Object.values(ITEM_FIELDS))];

const ATTRIBUTES = ['href', 'rel', 'type', 'ispermalink'];
const TEXTS = new Set(['title', 'teaser', 'summary', 'content', 'encoded']);
const LINKS = new Set(['link', 'loc', 'guid', 'id', 'dc:identifier']);

/**
 * Writes the channel and some of the items again as the RSS 2.0 that rss-parser reads best: well formed, every
 * value as CDATA, markup inside values escaped by it, Atom and sitemap elements under RSS names, attributes of
 * `type`, `href`, `rel` and `isPermaLink` kept, the base of relative links in `base`.
 */
export function toCanonicalRss(structure: Structure, items: readonly RawItem[]): string {
  const parts = ['<rss version="2.0"><channel>'];
  for (const field of structure.channel) parts.push(channelElement(field));
  for (const item of items)
    parts.push('<item>', ...item.fields.map((field) => itemElement(field, item)), '</item>');
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
  return element(
    name,
    '',
    name === 'title' ? unwrap(field.inner) : unwrap(field.inner).replace(/<[^<>]*>/g, ' '),
  );
}

function itemElement(field: RawField, item: RawItem): string {
  const name = item.dialect === 'sitemap' && field.name === 'news:news' ? '' : ITEM_FIELDS[field.name];
  if (!name) return '';
  let attributes = '';
  for (const key of ATTRIBUTES) {
    const value = attribute(field, key);
    if (value) attributes += ` ${key}="${escapeAttribute(value)}"`;
  }
  if (LINKS.has(name)) attributes += ` base="${escapeAttribute(field.scope.base)}"`;
  if (!TEXTS.has(name)) return element(name, attributes, unwrap(field.inner));
  const { kind, value } = textConstruct(field, item);
  return element(name, ` kind="${kind}"${attributes}`, value);
}

/** What an Atom text construct (RFC 4287, 3.1; `mode` of Atom 0.3) or an RSS text holds. */
function textConstruct(field: RawField, item: RawItem): { kind: 'html' | 'text'; value: string } {
  const type = attribute(field, 'type').toLowerCase();
  const mode = attribute(field, 'mode').toLowerCase();
  const markup = hasChildren(field.inner);
  if (mode === 'base64') return { kind: 'html', value: Buffer.from(field.inner, 'base64').toString('utf8') };
  if (type === 'xhtml' || (mode !== 'escaped' && markup && type.includes('xhtml'))) {
    return {
      kind: 'html',
      value: field.inner.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text) => escapeText(text)),
    };
  }
  const html = item.dialect !== 'atom' || type.includes('html') || markup;
  return { kind: html ? 'html' : 'text', value: unwrap(field.inner) };
}

function hasChildren(inner: string): boolean {
  return /<[\p{L}_]/u.test(inner.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, ''));
}

function attribute(field: RawField, name: string): string {
  return unwrap(field.attributes.get(name) ?? '').trim();
}

function element(name: string, attributes: string, value: string): string {
  const sound = value.replace(UNSOUND, '').replace(/\]\]>/g, ']]]]><![CDATA[>');
  return `<${name}${attributes}><![CDATA[${sound}]]></${name}>`;
}

/** Characters that are no text: controls, lone surrogates, non-characters. */
const UNSOUND = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function escapeAttribute(value: string): string {
  return escapeText(value.replace(UNSOUND, '')).replace(/"/g, '&quot;');
}
