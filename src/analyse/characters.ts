// What a code unit is, as bits. Asking Unicode's properties of every character of a text is dear, so that the answer
// for a code unit is kept once it was asked.
const LETTER = 1;
const UPPER = 2;
const LOWER = 4;
const MARK = 8;
const DIGIT = 16;
const SPACE = 32;
const KNOWN = 64;
const PROPERTIES: readonly (readonly [number, RegExp])[] = [
  [LETTER, /\p{L}/u],
  [UPPER, /\p{Lu}/u],
  [LOWER, /\p{Ll}/u],
  [MARK, /\p{M}/u],
  [DIGIT, /\d/u],
  [SPACE, /\s/u],
];
const known = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return (known[code] ?? KNOWN) || askUnicode(code);
}

function askUnicode(code: number): number {
  const char = String.fromCharCode(code);
  let kind = KNOWN;
  for (const [bit, property] of PROPERTIES) if (property.test(char)) kind |= bit;
  known[code] = kind;
  return kind;
}

/** Each of these tells of the code unit at an offset; all are false past either end. */
export const isLetterAt = (text: string, at: number): boolean => (kindAt(text, at) & LETTER) !== 0;
export const isUpperAt = (text: string, at: number): boolean => (kindAt(text, at) & UPPER) !== 0;
export const isLowerAt = (text: string, at: number): boolean => (kindAt(text, at) & LOWER) !== 0;
export const isDigitAt = (text: string, at: number): boolean => (kindAt(text, at) & DIGIT) !== 0;
export const isSpaceAt = (text: string, at: number): boolean => (kindAt(text, at) & SPACE) !== 0;
/** A letter, a mark that belongs to one, or a digit. */
export const isWordPartAt = (text: string, at: number): boolean =>
  (kindAt(text, at) & (LETTER | MARK | DIGIT)) !== 0;
