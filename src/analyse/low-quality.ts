import type { Language } from '../model/index.ts';

/** One stray mark may be a real goal or a real llama; a machine leaves several. */
const FEWEST_MARKS = 2;

/** Tells a machine-translated page by the words a translating machine leaves behind: a product's name
 * turned into the common noun it looks like. `marks` come from the dossier. Each counts as a whole word or
 * phrase, written as it is there, and only where it is used like a name: a capital at the head of a sentence
 * is no name (except in German, which capitalises nouns), nor is a small word behind an article or adjective
 * ("the goal", "a common goal"). Gives the words that gave the text away with their counts, or null. */
export function lowQuality(text: string, language: Language, marks: readonly string[]): string | null {
  const found: string[] = [];
  let total = 0;
  for (const mark of new Set(marks.map((one) => one.trim()))) {
    const count = countMark(text, mark, language);
    if (count === 0) continue;
    total += count;
    found.push(`${mark} ×${count}`);
  }
  return total >= FEWEST_MARKS ? found.join(', ') : null;
}

function countMark(text: string, mark: string, language: Language): number {
  if (mark === '') return 0;
  const phrase = mark.includes(' ');
  const capitalised = mark !== mark.toLowerCase();
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    if (isWordPart(text[at - 1]) || isWordPart(text[at + mark.length])) continue;
    const named = capitalised
      ? language === 'de' || !headsSentence(text, at)
      : phrase || isBare(text, at, at + mark.length);
    if (named) count++;
  }
  return count;
}

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\d]/u.test(character);

function headsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).trimEnd();
  return before === '' || /[.!?:“"”»\n]$/.test(before);
}

/** A name stands alone behind a preposition or owns something: "against goal", "goal's users". */
function isBare(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return (
    /(?<!\p{L})(?:against|by|from|with|to|of|gegen|von|mit|durch|für)\s$/iu.test(before) ||
    /^['’]s(?!\p{L})/u.test(text.slice(end, end + 3))
  );
}
