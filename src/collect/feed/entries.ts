import type { Entry, Instant, Language } from '../../model/index.ts';
import { type Construct, readConstruct, toHtml } from './construct.ts';
import { parseDate } from './dates.ts';
import { resolveUrl } from './links.ts';
import type { Value, Values } from './read.ts';
import type { RawItem } from './structure.ts';
import { htmlToText, oneLine, plainToText, titleToText } from './text.ts';

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
  const updated = firstDate(values, UPDATED, context.timezone) ?? lastModified(item, context.timezone);
  return {
    id: chooseId(values, item),
    url: chooseUrl(values, item, context.url),
    title: chooseTitle(values),
    ...chooseTexts(item),
    publishedAt: published ?? updated,
    updatedAt: updated,
    authors: chooseAuthors(values),
    language: toLanguage(values('language')[0]?.text) ?? toLanguage(item.scope.lang) ?? context.language,
    hash,
  };
}

const TITLES = ['title', 'dc:title', 'news:title', 'media:title'];
const TEASERS = ['description', 'summary', 'dc:description', 'media:description'];
const CONTENTS = ['content:encoded', 'content', 'body'];
const PUBLISHED = ['published', 'issued', 'dc:date', 'dcterms:issued', 'dcterms:created', 'created'];
const UPDATED = ['updated'];

function chooseTitle(values: Values): string {
  return (
    firstOf(values, TITLES, (value) => titleToText(value.text.slice(0, TITLE_SOURCE), kindOf(value))) ?? ''
  );
}

/** The teaser, or the beginning of the content where there is none; the content, or a long description. */
function chooseTexts(item: RawItem): Pick<Entry, 'teaser' | 'contentHtml'> {
  const teaser = firstConstruct(item, TEASERS);
  const content =
    firstConstruct(item, CONTENTS) ?? (teaser && teaser.value.length > TEASER_LENGTH ? teaser : undefined);
  const short = teaser ?? content;
  return {
    teaser: short ? shortTeaser(short.value, short.kind) : '',
    contentHtml: content ? toHtml(content) : null,
  };
}

function firstConstruct(item: RawItem, names: readonly string[]): Construct | undefined {
  for (const name of names) {
    for (const field of item.fields) {
      const construct = field.name === name ? readConstruct(field, item) : undefined;
      if (construct && isFilled(construct.value)) return construct;
    }
  }
  return undefined;
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
function chooseUrl(values: Values, item: RawItem, base: string): string | null {
  const links = values('link');
  const alternate = links.filter(({ attributes: { rel, href } }) => href && isAlternate(rel));
  const html = alternate.filter(({ attributes: { type } }) => !type || /html/i.test(type));
  const candidates: (Value | undefined)[] = [
    ...links.filter(({ text, attributes: { rel } }) => isFilled(text) && isAlternate(rel)),
    ...(html.length > 0 ? html : alternate),
    ...values('loc'),
    ...values('guid').filter(
      ({ text, attributes }) => isAddress(text) && !/false/i.test(attributes.ispermalink ?? ''),
    ),
    ...values('id').filter(({ text }) => isAddress(text)),
  ];
  for (const candidate of candidates) {
    const url = candidate && linkOf(candidate, base);
    if (url) return url;
  }
  const about = item.attributes.get('rdf:about') ?? item.attributes.get('href') ?? '';
  return resolveUrl(about, item.scope.base) ?? null;
}

function isAlternate(rel: string | undefined): boolean {
  return rel === undefined || rel === '' || /(?:^|\/)alternate$/i.test(rel.trim());
}

/** Ids need not be links: `12345` is no page beside the feed. */
function isAddress(id: string): boolean {
  return /^\s*(?:https?:\S*|[^\s:]*\/\S*)\s*$/i.test(id);
}

function linkOf({ text, attributes }: Value, base: string): string | undefined {
  return resolveUrl(attributes.href || text, attributes.base ?? base);
}

/** The first kind of date that can be read; of several of one kind the last. */
function firstDate(values: Values, names: readonly string[], timezone: string | undefined): Instant | null {
  const lastFirst: Values = (name) => [...values(name)].reverse();
  return firstOf(lastFirst, names, ({ text }) => parseDate(text, timezone)?.toISOString() ?? '') ?? null;
}

/** The first date of an item, for a note that it could not be read. */
export function writtenDate(values: Values): string | undefined {
  return firstOf(values, [...PUBLISHED, ...UPDATED], ({ text }) => oneLine(text));
}

/** The `LASTMOD` of an item of the Channel Definition Format. */
function lastModified(item: RawItem, timezone: string | undefined): Instant | null {
  return parseDate(item.attributes.get('lastmod') ?? '', timezone)?.toISOString() ?? null;
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
