import type { Instant, Language } from '../../model/common.ts';
import { cleanAuthors } from './authors.ts';
import { readInstant } from './dates.ts';
import { type Element, eachElement, innerText, isElement, type Root, squeeze } from './dom.ts';
import { type Linked, ldNodes, parseLd, readLinked } from './jsonld.ts';

/** The elements in which a page speaks of itself, gathered in one walk. */
export interface Statements {
  /** Values of `meta` by lower-case name, property or itemprop, in document order. */
  meta: Map<string, string[]>;
  linked: Linked | null;
  canonical: string | null;
  titleTag: string | null;
  headings: Element[];
  times: Element[];
  /** Elements with `itemprop`, `rel=author` or a byline class. */
  props: Element[];
  htmlLang: string | null;
}

const MAX_LD_CHARS = 2_000_000;

/** Gathers what the page says of itself. */
export function gatherStatements(root: Root, url: string): Statements {
  const meta = new Map<string, string[]>();
  const scripts: unknown[] = [];
  const found: Omit<Statements, 'meta' | 'linked'> = {
    canonical: null,
    titleTag: null,
    headings: [],
    times: [],
    props: [],
    htmlLang: null,
  };
  let ldChars = 0;
  eachElement(root, (element) => {
    const { name, attribs } = element;
    if (name === 'meta') addMeta(meta, attribs);
    else if (name === 'link') {
      if (attribs.rel === 'canonical' && attribs.href) found.canonical ??= attribs.href;
    } else if (name === 'html') found.htmlLang ??= attribs.lang ?? attribs['xml:lang'] ?? null;
    else if (name === 'title') found.titleTag ??= innerText(element) || null;
    else if (name === 'script') {
      if (attribs.type?.includes('ld+json') && ldChars < MAX_LD_CHARS) {
        const json = scriptText(element);
        ldChars += json.length;
        scripts.push(...parseLd(json));
      }
      return false;
    } else if (name === 'h1') found.headings.push(element);
    else if (name === 'time') found.times.push(element);
    else if (name === 'svg' || name === 'style') return false;
    if (attribs.itemprop !== undefined || attribs.rel === 'author') found.props.push(element);
    return undefined;
  });
  const urls = [url, found.canonical, meta.get('og:url')?.[0]].filter((item) => typeof item === 'string');
  return { ...found, meta, linked: readLinked(ldNodes(scripts), urls) };
}

function addMeta(meta: Map<string, string[]>, attribs: Record<string, string>): void {
  const name = attribs.property ?? attribs.name ?? attribs.itemprop ?? attribs['http-equiv'];
  const value = squeeze(attribs.content ?? '');
  if (!name || value === '') return;
  const key = name.toLowerCase();
  const values = meta.get(key);
  if (values === undefined) meta.set(key, [value]);
  else if (values.length < 50) values.push(value);
}

const scriptText = (element: Element): string =>
  element.children
    .map((child) => ('data' in child && typeof child.data === 'string' ? child.data : ''))
    .join('');

const first = (meta: Map<string, string[]>, ...names: string[]): string | null => {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
};

/** The headline: what most of JSON-LD, OpenGraph, `h1` and the title tag agree on, without the site's name. */
export function findTitle({ meta, linked, headings, titleTag }: Statements): string | null {
  const h1 = headings.map((h) => innerText(h)).find((text) => text.length > 0) ?? null;
  const headline = linked?.headline ?? null;
  return plain(headline) ?? plain(first(meta, 'og:title', 'twitter:title')) ?? h1 ?? titleTag;
}

/** Every headline the page states, the likeliest first. */
export const allTitles = ({ meta, linked, titleTag }: Statements): string[] =>
  [linked?.headline ?? null, ...(meta.get('og:title') ?? []), ...(meta.get('twitter:title') ?? []), titleTag]
    .map(plain)
    .filter((title) => title !== null);

/** Every description the page states. */
export const allDescriptions = ({ meta, linked }: Statements): string[] =>
  [
    linked?.description ?? null,
    first(meta, 'og:description'),
    first(meta, 'description'),
    first(meta, 'twitter:description'),
  ]
    .map(plain)
    .filter((text) => text !== null);

/** Headlines in metadata at times hold entities twice over, or markup. */
const plain = (text: string | null): string | null =>
  text === null
    ? null
    : squeeze(
        text
          .replace(/<[^>]{0,200}>/g, '')
          .replace(/&(?:quot|#34);/g, '"')
          .replace(/&(?:apos|#0?39);/g, "'")
          .replace(/&nbsp;/g, ' ')
          .replace(/&amp;/g, '&'),
      ) || null;

export function findSubtitle({ meta, linked }: Statements): string | null {
  return (
    plain(first(meta, 'og:description', 'description', 'twitter:description')) ??
    plain(linked?.description ?? null)
  );
}

export function findAuthors({ meta, linked, props }: Statements): string[] {
  const fromLd = cleanAuthors(linked?.authors ?? []);
  if (fromLd.length > 0) return fromLd;
  const fromMeta = cleanAuthors(meta.get('author') ?? meta.get('article:author') ?? []);
  if (fromMeta.length > 0) return fromMeta;
  const marked = props.filter(({ attribs }) => attribs.itemprop === 'author' || attribs.rel === 'author');
  return cleanAuthors(marked.map((element) => innerText(element, 200)));
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'last-modified',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
];

export function findPublished({ meta, linked, times }: Statements, zone: string): Instant | null {
  const stated = [linked?.published ?? null, ...PUBLISHED.map((name) => first(meta, name))];
  for (const value of stated) {
    const at = readInstant(value, zone);
    if (at !== null) return at;
  }
  for (const time of times.slice(0, 20)) {
    const at = readInstant(time.attribs.datetime, zone) ?? readInstant(innerText(time, 100), zone);
    if (at !== null) return at;
  }
  return null;
}

export function findModified({ meta, linked }: Statements, zone: string): Instant | null {
  const stated = [linked?.modified ?? null, ...MODIFIED.map((name) => first(meta, name))];
  return stated.map((value) => readInstant(value, zone)).find((at) => at !== null) ?? null;
}

/** The language the page states, as two letters. */
export function statedLanguage({ meta, linked, htmlLang }: Statements): Language | null {
  const stated = [
    htmlLang,
    first(meta, 'og:locale', 'content-language', 'language', 'dc.language'),
    linked?.language ?? null,
  ];
  for (const value of stated) {
    const code = /^([a-z]{2})(?:[-_].*)?$/i.exec(value?.trim() ?? '')?.[1];
    if (code !== undefined) return code.toLowerCase();
  }
  return null;
}

export const findSection = ({ meta, linked }: Statements): string | null =>
  linked?.section ?? first(meta, 'article:section');

/** The address the page gives itself, absolute, http or https only. */
export function findCanonical({ meta, canonical, linked }: Statements, url: string): string | null {
  for (const value of [canonical, first(meta, 'og:url'), linked?.url ?? null]) {
    const absolute = absoluteUrl(value, url);
    if (absolute !== null) return absolute;
  }
  return null;
}

export const findImage = ({ meta, linked }: Statements, url: string): string | null =>
  absoluteUrl(first(meta, 'og:image', 'og:image:url', 'twitter:image'), url) ??
  absoluteUrl(linked?.image ?? null, url);

function absoluteUrl(value: string | null, base: string): string | null {
  if (value === null || value.length > 4_000) return null;
  try {
    const url = new URL(value, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

export const isHeadingElement = (element: Element): boolean =>
  isElement(element) && /^h[1-6]$/.test(element.name);
