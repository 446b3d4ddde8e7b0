import { squeeze } from './dom.ts';

const LEAD_IN =
  /^(?:(?:ein|eine)\s+(?:artikel|beitrag|bericht|kommentar|analyse|interview|reportage)\s+)?(?:von|vom|by|par|por|di|da|door|av|text(?:\s+von)?|written by|story by|reported by|autor(?:in|en)?|authors?)\s*:?\s+/i;
const SPLIT = /\s*(?:[,;|•/]|\s(?:und|and|&|et|y|e|og|och|en)\s)\s*/;
const TITLES = /^(?:dr|prof|phd|md|m\.?a|jr|sr|ii|iii|esq|mba)\.?$/i;

/** Splits and cleans author names as metadata and bylines give them; order kept, no name twice. */
export function cleanAuthors(raw: string[]): string[] {
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
    .replace(/^[\s,;:.@–-]+|[\s,;:–-]+$/g, '');
  if (clean.length < 2 || clean.length > 80) return null;
  if (/^https?:|www\.|@\w+\.|\d{4}/.test(clean)) return null;
  return clean;
}
