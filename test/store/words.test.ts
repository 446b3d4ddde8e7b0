import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWords } from '../../src/store/words.ts';

test.each([
  ['Köln', 'koln'],
  ['KO\u0308LN', 'koln'],
  ['Straße', 'straße'],
  ['İstanbul', 'istanbul'],
  ['Ångström œuvre', 'angstrom œuvre'],
  ['ΟΔΟΣ', 'οδος'],
])('a word is known in lower case, without its diacritics: %s', (word, known) => {
  expect(foldWords(word)).toBe(known);
});

test('whatever the text, nothing else of it changes', () => {
  const whole = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{Mn}+/gu, '')
      .normalize('NFC')
      .toLowerCase();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      expect(foldWords(text)).toBe(whole(text));
    }),
    { numRuns: 500 },
  );
});
