import type { Credit } from '../../model/article.ts';
import { readCredits } from '../page/credits.ts';

/** dpa's own items; what outlets print of the URN is its last part. */
const DPA_URN = /^urn:newsml:dpa\.com:\d{8}:(\d{6}-\d{2,3}-\d{3,6})$/;

/** `ASSOCIATED PRESS` as credits print it. */
const capitalised = (text: string): string =>
  text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());

/** An agency that nobody listed, by its own name: the queue carries many. */
function unlisted(creditline: string): Credit[] {
  const agency = creditline
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  if (agency === '') return [];
  return [{ agency, desk: null, urn: null, version: null, matched: creditline, rule: 'credit-line' }];
}

/**
 * Whose copy an item is: by its creditline and, for dpa's own, by the key that outlets print with it
 * (`dpa:241022-930-267047/1`), so that item and reprint name the same.
 */
export function wireCredits(item: {
  urn: string;
  version: number;
  creditline: string;
  /** `autopublishnotice`. */
  notice: string;
}): Credit[] {
  const creditline = item.creditline.slice(0, 100);
  const read = (line: string) =>
    readCredits([
      { text: line, place: 'line' },
      { text: item.notice.slice(0, 300), place: 'line' },
    ]);
  const printed = read(creditline);
  const named = printed.length > 0 ? printed : read(capitalised(creditline));
  const credits = named.length > 0 ? named : unlisted(creditline);
  const key = DPA_URN.exec(item.urn)?.[1];
  if (key === undefined) return credits;
  return credits.map((credit) =>
    credit.agency === 'dpa' ? { ...credit, urn: key, version: item.version } : credit,
  );
}
