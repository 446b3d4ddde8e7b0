import type { Span } from './scan.ts';

/** A stretch of the article in which its parts are read together. */
export interface Passage {
  /** Title, teaser and the beginning of the text. */
  head: boolean;
  start: number;
  end: number;
}

const HEAD = 700;
const LONGEST = 1500;
/** More than the longest article has; what lies beyond is not read for relevance. */
const MOST_PASSAGES = 600;

/** Cuts a text into its head and its paragraphs; a paragraph beyond 1,500 characters is cut, too. */
export function passages(text: string): Passage[] {
  const headEnd = paragraphEnd(text, Math.min(HEAD, text.length));
  const found: Passage[] = [{ head: true, start: 0, end: headEnd }];
  for (let start = headEnd; start < text.length && found.length < MOST_PASSAGES; ) {
    const end = paragraphEnd(text, start + 1);
    if (/\S/u.test(text.slice(start, end))) found.push({ head: false, start, end });
    start = end;
  }
  return found;
}

function paragraphEnd(text: string, from: number): number {
  const line = text.indexOf('\n', from);
  return Math.min(line < 0 ? text.length : line, from + LONGEST);
}

/** Title and teaser belong to the head. */
export function isIn(passage: Passage, { field, start }: Span): boolean {
  return field === 'text' ? start >= passage.start && start < passage.end : passage.head;
}

/** Tells the number of the paragraph a span stands in; headline and teaser are one with the first. */
export function paragraphs(text: string): (span: Span) => number {
  const ends = [...text.matchAll(/\n/gu)].map(({ index }) => index);
  return ({ field, start }) => {
    let low = 0;
    let high = field === 'text' ? ends.length : 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
