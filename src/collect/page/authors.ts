import type { Found } from './article.ts';
import { printedNames } from './byline.ts';
import { squeeze } from './dom.ts';
import type { Statements } from './metadata.ts';

const LEAD_IN =
  /^(?:(?:ein|eine)\s+(?:artikel|beitrag|bericht|kommentar|analyse|interview|reportage|gastbeitrag)\s+)?(?:von|vom|by|par|por|di|da|door|av|text(?:\s+von)?|written by|story by|reported by|autor(?:in|en)?|authors?)\s*:?\s+/i;
const SPLIT = /\s*(?:[,;|•]|\s(?:und|and|&|et|y|e|og|och|en)\s)\s*/;
const TITLES = /^(?:dr|prof|phd|md|m\.?a|jr|sr|ii|iii|esq|mba)\.?$/i;
const IMAGE = /image|getty|foto|photo|bild\b|credit|afp via/i;

/** Who wrote it: JSON-LD, else meta tags, else marked bylines; where those name only the site, the printed byline. */
export function findAuthors(said: Statements, found: Found): string[] {
  const site = siteNames(said);
  const stated = [
    said.linked?.authors ?? [],
    said.meta.get('author') ?? [],
    said.meta.get('article:author') ?? [],
  ].map(cleanAuthors);
  const persons = stated
    .map((names) => names.filter((name) => !isSite(name, site)))
    .find((names) => names.length > 0);
  if (persons !== undefined) return persons;
  const printed = printedNames(found, cleanAuthors).filter((name) => !isSite(name, site));
  if (printed.length > 0) return printed;
  return stated.find((names) => names.length > 0) ?? [];
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function siteNames({ meta, linked }: Statements): string[] {
  const host = /^https?:\/\/(?:www\.)?([^/:]+)\.[a-z]+/i.exec(
    linked?.url ?? meta.get('og:url')?.[0] ?? '',
  )?.[1];
  return [meta.get('og:site_name')?.[0], linked?.publisher, host, meta.get('application-name')?.[0]]
    .map((name) => letters(name ?? ''))
    .filter((name) => name.length > 1);
}

/** A site's own name, a desk or a domain, instead of a person. */
function isSite(name: string, site: readonly string[]): boolean {
  const own = letters(name);
  if (/\.(?:de|com|at|ch|net|org|tv|lt|co|uk|eu|it|es|fr)$/i.test(name)) return true;
  if (
    /^(?:redaktion|online-?redaktion|nachrichten|newsroom|editor|admin|staff|newsdesk|author)\b/i.test(name)
  )
    return true;
  return site.some(
    (known) =>
      known === own ||
      own.replace(/redaktion|nachrichten|online|news|der|die|the/g, '') === known ||
      (own.length > 3 && known.startsWith(own)),
  );
}

/** Splits and cleans author names as metadata and bylines give them; order kept, no name twice. */
export function cleanAuthors(raw: readonly string[]): string[] {
  const names = new Map<string, string>();
  for (const line of raw.slice(0, 50))
    for (const name of splitNames(squeeze(line).slice(0, 500))) {
      const clean = cleanName(name);
      if (clean !== null && !names.has(clean.toLowerCase())) names.set(clean.toLowerCase(), clean);
    }
  return [...names.values()];
}

function splitNames(line: string): string[] {
  const parts: string[] = [];
  if (IMAGE.test(line) && /^\(|[:/]/.test(line)) return parts;
  for (const part of line.replace(LEAD_IN, '').split(SPLIT)) {
    if (TITLES.test(part) && parts.length > 0) parts.push(`${parts.pop()}, ${part}`);
    else parts.push(part);
  }
  return parts;
}

function cleanName(name: string): string | null {
  const clean = name
    .replace(LEAD_IN, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/ 기자$/, '')
    .replace(/^[\s,;:.@–-]+|[\s,;:–-]+$/g, '');
  if (clean.length < 2 || clean.length > 60 || clean.split(' ').length > 6) return null;
  if (/^https?:|www\.|@\w+\.|^\d+$|\d{4}/.test(clean)) return null;
  return clean;
}
