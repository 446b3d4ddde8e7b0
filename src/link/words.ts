/** Letters and digits of any script; everything else parts words. */
function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  return code > 0x2bff && !(code >= 0x2e00 && code <= 0x303f) && code < 0xfe00;
}

/**
 * Brings a text to the form in which typography makes no difference: lower case, composed letters, no soft
 * hyphens or zero-width characters.
 */
export function foldText(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .normalize('NFC')
    .toLowerCase();
}

/**
 * The same, in the form in which spelling makes no difference either: without diacritics, ß as ss, and ae, oe, ue as the
 * umlauts they may stand for, so that `Möller`, `Moeller` and `Moller` are one. Some words fall together by it; no reader
 * sees them.
 */
export function foldSpelling(text: string): string {
  return foldText(text)
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/([aou])e/g, '$1');
}

/** The words of a folded text in order; punctuation, quotation marks and white space only part them. */
export function splitWords(folded: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= folded.length; i++) {
    const inside = i < folded.length && isWordCode(folded.charCodeAt(i));
    if (inside && start < 0) start = i;
    else if (!inside && start >= 0) {
      words.push(folded.slice(start, i));
      start = -1;
    }
  }
  return words;
}
