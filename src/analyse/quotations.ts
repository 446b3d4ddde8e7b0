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
/** Marks that may stay open at a time: nesting deeper than this is not meant. */
const DEEPEST = 8;

/** What may close a quotation that the key opened. */
const CLOSERS: Readonly<Record<string, string>> = {
  '„': '“”"',
  '“': '”"',
  '»': '«',
  '«': '»',
  '"': '"“”',
  '‚': '‘’',
  '‘': '’',
  '›': '‹',
  '‹': '›',
  "'": "'",
};
const MARKS = /["„“”»«‚‘’›‹']|\n\s*\n/g;

/** Finds the outermost quotations of a text: „…“, »…«, «…», “…”, "…", ‚…‘ and ‘…’ (in English '…', too), with
 * others nested in them. A blank line ends a quotation; one left open there counts only if the next paragraph opens anew
 * (then each paragraph is one). Apostrophes are no marks. Linear in the text. */
export function quotations(text: string, language: Language): Quotation[] {
  const found: Quotation[] = [];
  let open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (mark.length > 1) {
      const first = open[0];
      if (first !== undefined && text[index + mark.length] === text[first]) keep(found, first, index, index);
      open = [];
      continue;
    }
    const opener = closes(text, index) ? lastOpenedFor(text, open, mark, language) : -1;
    if (opener >= 0) {
      keep(found, open[opener] ?? index, index, index + 1);
      open.length = opener;
    } else if (open.length < DEEPEST && opens(text, index, language)) {
      open.push(index);
    }
  }
  return found;
}

/** Adds a quotation and drops those nested in it. */
function keep(found: Quotation[], start: number, innerEnd: number, end: number): void {
  if (end - start > LONGEST || innerEnd - start < 2) return;
  while ((found.at(-1)?.start ?? -1) > start) found.pop();
  found.push({ start, end, innerStart: start + 1, innerEnd });
}

function lastOpenedFor(text: string, open: readonly number[], mark: string, language: Language): number {
  for (let i = open.length - 1; i >= 0; i--) {
    const opener = text[open[i] ?? 0] ?? '';
    if (opener === '“' && language === 'de' && mark === '"') continue;
    if (CLOSERS[opener]?.includes(mark)) return i;
  }
  return -1;
}

function opens(text: string, at: number, language: Language): boolean {
  const mark = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (mark === '„' || mark === '‚') return true;
  if (mark === "'" && (language === 'de' || !/\p{L}/u.test(after))) return false;
  if (mark === '”' || mark === '’' || /\s/.test(after)) return false;
  if (mark === '«' && language === 'de' && /[.,!?]/.test(before)) return false;
  return !/[\p{L}\d]/u.test(before);
}

function closes(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  // A typewriter's apostrophe closes only behind a mark: it may also be a plural's ("users' posts").
  if (mark === "'") return /[.,!?…]/.test(before) && !/[\p{L}\d]/u.test(after);
  if (mark === '’' || mark === '‘') return !/[\p{L}\d]/u.test(after) && !/\s/.test(before);
  if (mark === '"' || mark === '“') return !(/[\s(]/.test(before) && /[\p{L}\d]/u.test(after));
  return true;
}
