import { figuresOf } from './figures.ts';
import { foldText, splitWords } from './words.ts';

interface Report {
  sourceId: string;
  day: string;
  title: string;
  text: string;
  figures: string[];
}

/** Fewer numbers than this on either side decide nothing. */
const MIN_FIGURES = 4;
/** Of the same report at least this share of the numbers is the same; editions of a series share a third. */
const SAME_FIGURES = 0.62;

function sharedShare(a: string[], b: string[]): number {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  const known = new Set(large);
  return small.filter((value) => known.has(value)).length / Math.max(1, small.length);
}

/**
 * Whether two alike texts are editions of one series (daily figures, lottery numbers, a morning newsletter):
 * the wording is the template's, the numbers are the day's.
 */
export function isSeries(a: Report, b: Report, containment: number): boolean {
  const enough = a.figures.length >= MIN_FIGURES && b.figures.length >= MIN_FIGURES;
  if (enough && containment < 0.95 && sharedShare(a.figures, b.figures) < SAME_FIGURES) return true;
  if (a.sourceId !== b.sourceId || a.day === b.day) return false;
  const headA = figuresOf(a.title);
  const headB = figuresOf(b.title);
  return headA.length > 0 && headB.length > 0 && sharedShare(headA, headB) === 0;
}

/**
 * Whether the words two articles share are about what their headlines are about. What one outlet prints under
 * every headline (subscription terms, an offer's conditions) is not.
 */
export function sharesItsSubject(a: Report, b: Report): boolean {
  const words = (text: string) => splitWords(foldText(text));
  const key = (title: string) => new Set(words(title).filter((word) => word.length > 4));
  const titleA = key(a.title);
  const titleB = key(b.title);
  const textA = new Set(words(a.text));
  const textB = new Set(words(b.text));
  const covered = (title: Set<string>, text: Set<string>) =>
    [...title].filter((word) => text.has(word)).length / Math.max(1, title.size);
  return covered(titleA, textB) >= 0.5 && covered(titleB, textA) >= 0.5;
}
