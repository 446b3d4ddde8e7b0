import type { Instant } from '../../model/common.ts';
import type { Found } from './article.ts';
import { readInstant } from './dates.ts';
import { innerText } from './dom.ts';
import type { Statements } from './metadata.ts';

const PUBLISHED = (
  'article:published_time og:article:published_time datepublished date dc.date dc.date.issued dcterms.created ' +
  'dcterms.date dc.date.created pubdate publishdate publish-date publication_date article:published ' +
  'sailthru.date parsely-pub-date cxenseparse:recs:publishtime'
).split(' ');
const MODIFIED = 'article:modified_time og:updated_time datemodified dcterms.modified last-modified'.split(
  ' ',
);

/** When the article was first published: as stated by JSON-LD, meta tags or `time`, else as printed beside it. */
export function findPublished(said: Statements, zone: string, found: Found): Instant | null {
  const { meta, linked, times } = said;
  const stated = [linked?.published, ...PUBLISHED.map((name) => meta.get(name)?.[0])];
  for (const value of stated) {
    const at = readInstant(value, zone);
    if (at !== null) return at;
  }
  for (const time of times.slice(0, 20)) {
    const at = readInstant(time.attribs.datetime, zone) ?? readInstant(innerText(time, 100), zone);
    if (at !== null) return at;
  }
  return printedDate(found, zone) ?? findModified(said, zone);
}

/** When it was last changed, as stated. */
export function findModified({ meta, linked }: Statements, zone: string): Instant | null {
  const stated = [linked?.modified, ...MODIFIED.map((name) => meta.get(name)?.[0])];
  return stated.map((value) => readInstant(value, zone)).find((at) => at !== null) ?? null;
}

const UPDATED = /aktualisiert|updated|update|geändert|zuletzt|last modified/i;

/** The first short line with a date between headline and text, or right around the body; times win over days. */
function printedDate({ cut: { blocks }, body, headline }: Found, zone: string): Instant | null {
  const from = Math.max(0, Math.min(headline?.index ?? body.first, body.first) - 6);
  const near = [
    ...blocks.slice(from, Math.min(body.first + 8, body.end)),
    ...blocks.slice(Math.max(body.first, body.end - 3), body.end + 6),
  ];
  let day: Instant | null = null;
  for (const { text } of near) {
    if (text.length > 140 || UPDATED.test(text) || !/\d/.test(text)) continue;
    const at = readInstant(text, zone);
    if (at === null) continue;
    if (/\d{1,2}[:.]\d{2}(?!\d|\.)/.test(text)) return at;
    day ??= at;
  }
  return day;
}
