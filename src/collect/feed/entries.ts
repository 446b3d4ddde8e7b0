import type { Entry, Instant, Language } from '../../model/index.ts';
import { parseDate } from './dates.ts';
import { resolveUrl } from './links.ts';
import type { Value, Values } from './read.ts';
import type { RawItem } from './structure.ts';
import { htmlToText, plainToText, titleToText } from './text.ts';

export interface EntryContext {
  url: string;
  timezone: string | undefined;
  language: Language | null;
}

/** Characters of a teaser that are kept; some feeds carry whole books. */
const TEASER_LENGTH = 4000;
/** Characters of HTML a teaser is read from. */
const TEASER_SOURCE = 40_000;
const TITLE_SOURCE = 8000;

/** Chooses from the values of one item what the entry says. */
export function toEntry(values: Values, item: RawItem, hash: string, context: EntryContext): Entry {
  const published = firstDate(values, PUBLISHED, context.timezone);
  const updated = firstDate(values, UPDATED, context.timezone);
  const content = [...values('encoded'), ...values('content')].map(({ text }) => text).find(isFilled);
  return {
    id: chooseId(values, item),
    url: chooseUrl(values, item),
    title: chooseTitle(values),
    teaser: chooseTeaser(values),
    publishedAt: published ?? updated,
    updatedAt: updated,
    authors: chooseAuthors(values),
    language: toLanguage(values('language')[0]?.text) ?? toLanguage(item.scope.lang) ?? context.language,
    contentHtml: content ?? null,
    hash,
  };
}

const TITLES = ['title', 'dc:title', 'news:title', 'media:title'];
const TEASERS = ['teaser', 'summary', 'dc:description', 'media:description', 'content', 'encoded'];
const PUBLISHED = ['published', 'dc:date', 'dcterms:issued', 'dcterms:created', 'created'];
const UPDATED = ['updated'];

function chooseTitle(values: Values): string {
  return (
    firstOf(values, TITLES, (value) => titleToText(value.text.slice(0, TITLE_SOURCE), kindOf(value))) ?? ''
  );
}

function chooseTeaser(values: Values): string {
  return firstOf(values, TEASERS, (value) => shortTeaser(value.text, kindOf(value))) ?? '';
}

/** The plain text of a description, cut at a word where it is long. */
export function shortTeaser(value: string, kind: 'html' | 'text'): string {
  const source = value.slice(0, TEASER_SOURCE);
  const text = kind === 'html' ? htmlToText(source) : plainToText(source);
  if (text.length <= TEASER_LENGTH) return text;
  const space = text.lastIndexOf(' ', TEASER_LENGTH - 1);
  return `${text.slice(0, space > 0 ? space : TEASER_LENGTH - 1)}…`;
}

function kindOf(value: Value): 'html' | 'text' {
  return value.attributes.kind === 'text' ? 'text' : 'html';
}

function chooseId(values: Values, item: RawItem): string | null {
  const given = ['guid', 'id'].flatMap((name) => values(name)).map(({ text }) => text.trim());
  return given.find(isFilled) ?? item.attributes.get('rdf:about')?.trim() ?? null;
}

/** The page's link: an alternate, a plain link, a guid that is one, what RDF says the item is about. */
function chooseUrl(values: Values, item: RawItem): string | null {
  const links = values('link');
  const alternate = links.filter(({ attributes: { rel, href } }) => href && isAlternate(rel));
  const html = alternate.filter(({ attributes: { type } }) => !type || /html/i.test(type));
  const candidates: (Value | undefined)[] = [
    ...links.filter(({ text }) => isFilled(text)),
    ...(html.length > 0 ? html : alternate),
    ...values('loc'),
    ...values('guid').filter(({ attributes }) => attributes.ispermalink?.toLowerCase() !== 'false'),
    ...values('id'),
  ];
  for (const candidate of candidates) {
    const url = candidate && linkOf(candidate);
    if (url) return url;
  }
  const about = item.attributes.get('rdf:about') ?? item.attributes.get('href') ?? '';
  return resolveUrl(about, item.scope.base) ?? null;
}

function isAlternate(rel: string | undefined): boolean {
  return rel === undefined || rel === '' || /(?:^|\/)alternate$/i.test(rel.trim());
}

function linkOf({ text, attributes }: Value): string | undefined {
  const base = attributes.base ?? '';
  return resolveUrl(attributes.href || text, base);
}

function firstDate(values: Values, names: readonly string[], timezone: string | undefined): Instant | null {
  const date = firstOf(values, names, ({ text }) => parseDate(text, timezone)?.toISOString() ?? '');
  return date ?? null;
}

function chooseAuthors(values: Values): string[] {
  const named = ['author', 'dc:creator'].flatMap((name) => values(name)).map(({ text }) => personName(text));
  return [...new Set(named.filter(isFilled))].slice(0, 50);
}

/** `<name>…</name>`, `mail (name)`, `name <mail>` or a bare name. */
function personName(text: string): string {
  const element = /<(?:[\w-]+:)?name\b[^<>]*>([^<]*)</i.exec(text)?.[1];
  if (element !== undefined) return plainToText(element);
  const plain = htmlToText(text.slice(0, 1000));
  return /^\S+@\S+\s+\((.+)\)$/.exec(plain)?.[1] ?? plain.replace(/\s*<\S+@\S+>$/, '');
}

/** The two-letter code of a language tag (`de-AT`, `deu`); undefined for what is none. */
export function toLanguage(tag: string | undefined): Language | undefined {
  const trimmed = tag?.trim().replace(/_/g, '-') ?? '';
  if (!/^[a-z]{2,3}(?:-|$)/i.test(trimmed)) return undefined;
  try {
    const { language } = new Intl.Locale(trimmed.slice(0, 3).replace(/-$/, ''));
    return language.length === 2 ? language : undefined;
  } catch {
    return undefined;
  }
}

function firstOf(
  values: Values,
  names: readonly string[],
  read: (value: Value) => string,
): string | undefined {
  for (const name of names) {
    for (const value of values(name)) {
      const found = read(value);
      if (isFilled(found)) return found;
    }
  }
  return undefined;
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
