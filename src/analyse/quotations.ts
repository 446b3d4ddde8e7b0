import type { Language } from '../model/index.ts';

/** A run of text in quotation marks; offsets are UTF-16, marks included. */
export interface Quotation {
  start: number;
  end: number;
  /** The words between the marks: `text.slice(innerStart, innerEnd)`. */
  innerStart: number;
  innerEnd: number;
}

/** A quotation that runs longer has lost its closing mark. */
const LONGEST = 3_000;

/** What may close a quotation that the key opened; the first is the usual one. */
const CLOSERS: Readonly<Record<string, string>> = {
  '„': '“”"',
  '“': '”"',
  '»': '«',
  '«': '»',
  '"': '"',
  '‚': '‘’',
  '‘': '’',
  '›': '‹',
  '‹': '›',
};
const MARKS = /["„“”»«‚‘’›‹]/g;

/** Finds the outermost quotations of a text: „…“, »…«, «…», “…”, "…", ‚…‘ and ‘…’, with others nested in
 * them. A quotation does not run over a blank line, except where the next paragraph opens anew without the
 * first having been closed (then each paragraph is one). Apostrophes are no marks. Linear in the text. */
export function quotations(text: string, language: Language): Quotation[] {
  const found: Quotation[] = [];
  const marks = [...text.matchAll(MARKS)].map((match) => match.index);
  let next = 0;
  while (next < marks.length) {
    const start = marks[next] ?? 0;
    const closed = opens(text, start, language) ? closingAt(text, marks, next, language) : null;
    if (closed === null) {
      next++;
      continue;
    }
    found.push({ start, end: closed.end, innerStart: start + 1, innerEnd: closed.innerEnd });
    while ((marks[next] ?? Number.POSITIVE_INFINITY) < closed.end) next++;
  }
  return found;
}

function opens(text: string, at: number, language: Language): boolean {
  const mark = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (mark === '”' || mark === '’' || /\s/.test(after)) return false;
  if (mark === '«' && language === 'de' && /[\p{L}.,!?]/u.test(before)) return false;
  return !/[\p{L}\d]/u.test(before);
}

/** Walks the marks after the opening one; nested pairs of another kind are stepped over. */
function closingAt(
  text: string,
  marks: readonly number[],
  from: number,
  language: Language,
): { end: number; innerEnd: number } | null {
  const start = marks[from] ?? 0;
  const closers = CLOSERS[text[start] ?? ''] ?? '';
  const paragraphEnd = endOfParagraph(text, start);
  const limit = Math.min(paragraphEnd, start + LONGEST);
  let depth = 0;
  for (let i = from + 1; i < marks.length; i++) {
    const at = marks[i] ?? 0;
    if (at >= limit) break;
    const mark = text[at] ?? '';
    if (mark === text[start] && opens(text, at, language) && !closers.includes(mark)) depth++;
    else if (closers.includes(mark) && closes(text, at)) {
      if (depth === 0) return { end: at + 1, innerEnd: at };
      depth--;
    }
  }
  const reopened = text.slice(paragraphEnd).trimStart()[0] === text[start];
  return reopened && paragraphEnd - start < LONGEST ? { end: paragraphEnd, innerEnd: paragraphEnd } : null;
}

function closes(text: string, at: number): boolean {
  const after = text[at + 1] ?? ' ';
  const before = text[at - 1] ?? ' ';
  if (text[at] === '’' || text[at] === '‘') return !/[\p{L}\d]/u.test(after);
  return text[at] !== '"' || !/\s/.test(before) || /[\s,.;:!?)]/.test(after);
}

function endOfParagraph(text: string, from: number): number {
  const blank = /\n\s*\n/g;
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? text.length;
}
