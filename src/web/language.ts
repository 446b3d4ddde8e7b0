import { GERMAN, type Words } from './words/de.ts';
import { ENGLISH } from './words/en.ts';

export type { Words } from './words/de.ts';

/** A language that the page speaks. */
export type Language = 'de' | 'en';

export const wordsOf = (language: Language): Words => (language === 'de' ? GERMAN : ENGLISH);

/** No browser sends more; bounds the work on a hostile header. */
const LONGEST = 500;

/** The language a reader likes best of those that the page speaks (RFC 9110, 12.5.4); English where neither is named. */
export function accepted(header: string | undefined): Language {
  let best: Language = 'en';
  let weight = 0;
  for (const item of (header ?? '').slice(0, LONGEST).split(',')) {
    const [range = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    const [language = ''] = range.split('-');
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const value = q === undefined ? 1 : Number(q.slice(2));
    if ((language !== 'de' && language !== 'en') || !(value > weight)) continue;
    best = language;
    weight = value;
  }
  return best;
}
