import { innerText, squeeze } from './dom.ts';
import type { Statements } from './metadata.ts';
import { parsePage } from './parse.ts';

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Longer headlines and descriptions are cut off, in characters. */
const LONGEST = 5_000;

/** Metadata at times hold markup, or entities twice over. */
export const plain = (text: string | null | undefined): string | null => {
  if (!text) return null;
  const clean = squeeze(text.slice(0, LONGEST));
  return (/[&<]/.test(clean) ? innerText(parsePage(clean).root) : clean) || null;
};

/** Every headline the page states, the likeliest first. */
export const allTitles = ({ meta, linked, titleTag, headings }: Statements): string[] =>
  [
    linked?.headline,
    meta.get('og:title')?.[0],
    innerText1(headings),
    meta.get('twitter:title')?.[0],
    titleTag,
  ]
    .map(plain)
    .filter((title) => title !== null);

const innerText1 = (headings: Statements['headings']): string | null =>
  headings.map((heading) => innerText(heading, 400)).find((text) => text !== '') ?? null;

/** Every description the page states. */
export const allDescriptions = ({ meta, linked }: Statements): string[] =>
  [
    linked?.description,
    ...['og:description', 'description', 'twitter:description'].map((name) => meta.get(name)?.[0]),
  ]
    .map(plain)
    .filter((text) => text !== null);

/**
 * The headline: JSON-LD's, else OpenGraph's, `h1`, the title tag, without the site's name. Where JSON-LD and
 * `h1` both carry a search engine's keyword (`Topic: …`) that OpenGraph's lacks, OpenGraph's is the editors'.
 */
export function findTitle(said: Statements): string | null {
  const ld = plain(said.linked?.headline);
  const og = plain(said.meta.get('og:title')?.[0]);
  const h1 = innerText1(said.headings);
  const keyword = /^(\S+(?: \S+)?): /.exec(ld ?? '')?.[1];
  const editors =
    keyword !== undefined &&
    og !== null &&
    h1 !== null &&
    letters(h1) === letters(ld ?? '') &&
    !letters(og).includes(letters(keyword));
  const chosen = (editors ? og : ld) ?? og ?? h1 ?? plain(said.titleTag);
  return chosen === null ? null : withoutSite(chosen, said, h1);
}

/** Cuts ` - Site name` off the end where the site is known by that name or the `h1` goes without. */
function withoutSite(title: string, { meta, titleTag }: Statements, h1: string | null): string {
  const m = /^(.{10,}?)\s+[-–—|·•:]\s+([^-–—|·•]{2,40})$/u.exec(title);
  const [, head, tail] = m ?? [];
  if (head === undefined || tail === undefined) return title;
  const site = letters(meta.get('og:site_name')?.[0] ?? '');
  const known = site !== '' && (letters(tail) === site || site.startsWith(letters(tail)));
  const bare = h1 !== null && letters(h1) === letters(head);
  return known || bare || (titleTag === title && h1 !== null && letters(head) === letters(h1)) ? head : title;
}

export const findSubtitle = (said: Statements): string | null =>
  plain(said.meta.get('og:description')?.[0]) ??
  plain(said.meta.get('description')?.[0]) ??
  plain(said.linked?.description);
