import type { Language } from '../../model/common.ts';
import { type Element, eachElement, innerText, type Root, squeeze } from './dom.ts';
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
  htmlLang: string | null;
  scripts: number;
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
    htmlLang: null,
    scripts: 0,
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
      found.scripts++;
      if (attribs.type?.includes('ld+json') && ldChars < MAX_LD_CHARS) {
        const json = scriptText(element);
        ldChars += json.length;
        scripts.push(...parseLd(json));
      }
      return false;
    } else if (name === 'h1') found.headings.push(element);
    else if (name === 'time') found.times.push(element);
    else if (name === 'svg' || name === 'style') return false;
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

/** Codes that name a variety of a language this program knows by another. */
const SAME: Record<string, Language> = { nb: 'no', nn: 'no', iw: 'he', in: 'id' };

/** The language the page states, as two letters. */
export function statedLanguage({ meta, linked, htmlLang }: Statements): Language | null {
  const stated = [
    htmlLang,
    first(meta, 'og:locale', 'content-language', 'language', 'dc.language'),
    linked?.language ?? null,
  ];
  for (const value of stated) {
    const code = /^([a-z]{2})(?:[-_].*)?$/i.exec(value?.trim() ?? '')?.[1];
    if (code !== undefined) return SAME[code.toLowerCase()] ?? code.toLowerCase();
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
