const CODE_UNITS = 0x10000;

/** 1 where the code unit belongs to a word (letter, digit, combining mark, underscore). */
export const WORD: Uint8Array = new Uint8Array(CODE_UNITS);

/** Code unit → the one it is compared as: lower case, one form of apostrophe, hyphen and blank. */
export const FOLDED: Uint16Array = new Uint16Array(CODE_UNITS);

const ALIKE: Record<string, string> = {
  "'": '’‘ʼ`´',
  '-': '\u2010\u2011\u2012\u2013\u2014\u2212\u00ad',
  ' ': '\t\n\r\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f',
};

for (let code = 0; code < CODE_UNITS; code++) {
  const char = String.fromCharCode(code);
  const lower = char.toLowerCase();
  FOLDED[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  if (/[\p{L}\p{N}\p{M}_]/u.test(char)) WORD[code] = 1;
}
for (const [as, variants] of Object.entries(ALIKE)) {
  for (const variant of variants) FOLDED[variant.charCodeAt(0)] = as.charCodeAt(0);
}

/** Folds a text for comparison; offsets stay the same. */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(foldedAt(text, i));
  return out;
}

/** The folded code unit at an offset, 0 past the end. */
export function foldedAt(text: string, offset: number): number {
  return FOLDED[text.charCodeAt(offset)] ?? 0;
}

/** True where the code unit at the offset belongs to a word; false past either end. */
export function isWordAt(text: string, offset: number): boolean {
  return WORD[text.charCodeAt(offset)] === 1;
}

/** End of the word that the offset stands in (the offset itself where it stands in none). */
export function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (isWordAt(text, end)) end++;
  return end;
}
