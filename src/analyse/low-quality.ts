import type { Language } from '../model/index.ts';

/** One stray mark may be a real goal or a real llama; a machine leaves several. */
const FEWEST_MARKS = 2;

/** Tells a machine-translated page by the words a translating machine leaves behind: a product's name
 * turned into the common noun it looks like. `marks` come from the dossier; each counts as a whole word or
 * phrase. One written with a capital must stand with it, and, in languages that do not capitalise nouns, not
 * at the head of a sentence. Gives the words that gave the text away with their counts, or null. */
export function lowQuality(text: string, language: Language, marks: readonly string[]): string | null {
  const found: string[] = [];
  let total = 0;
  for (const mark of new Set(marks)) {
    const count = countMark(text, mark.trim(), language);
    if (count === 0) continue;
    total += count;
    found.push(`${mark.trim()} ×${count}`);
  }
  return total >= FEWEST_MARKS ? found.join(', ') : null;
}

function countMark(text: string, mark: string, language: Language): number {
  if (mark === '') return 0;
  const capitalised = mark !== mark.toLowerCase();
  const hay = capitalised ? text : text.toLowerCase();
  let count = 0;
  for (let at = hay.indexOf(mark); at >= 0; at = hay.indexOf(mark, at + mark.length)) {
    if (isWordPart(hay[at - 1]) || isWordPart(hay[at + mark.length])) continue;
    if (capitalised && language !== 'de' && headsSentence(hay, at)) continue;
    count++;
  }
  return count;
}

const isWordPart = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\d]/u.test(character);

function headsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).trimEnd();
  return before === '' || /[.!?:“"”»\n]$/.test(before);
}
