import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAt, sentences } from '../../src/analyse/sentences.ts';

const split = (text: string, language = 'de'): string[] => sentences(text, language).map((one) => one.text);

describe('a German sentence does not end', () => {
  it.each([
    ['after an ordinal in a date', 'Am 3. Mai beginnt die Verhandlung.'],
    ['after an ordinal before a noun', 'Der 15. Zivilsenat hat entschieden.'],
    ['after a title', 'Das sagte Dr. Meier von der Behörde.'],
    ['inside z. B.', 'Sie nutzt z. B. Fotos und Texte.'],
    ['after a unit', 'Die Strafe beträgt 20 Mio. Euro im Jahr.'],
    ['inside a docket', 'Das Urteil (Az. 15 UKl 2/25) ist rechtskräftig.'],
    ['inside u. a.', 'Beteiligt sind u. a. Fotos und d. h. auch Texte.'],
    ['inside a date in figures', 'Der Senat tagte am Freitag, 23. 5. um 14.30 Uhr.'],
    ['after an initial', 'Der Bericht von M. Schmidt liegt vor.'],
    ['in a paragraph sign’s law', 'Maßgeblich ist Art. 6 Abs. 1 der Verordnung.'],
    ['at a question quoted in its midst', '„Muss das sein?“, fragte die Anwältin.'],
    ['at an exclamation without a comma', '„Genug!“ rief der Redner.'],
  ])('%s', (_, text) => {
    expect(split(text)).toEqual([text]);
  });
});

describe('an English sentence does not end', () => {
  it.each([
    ['after a title', 'The answer came from Mr. Brown on Friday.'],
    ['after initials', 'It was signed by J. R. Hartley himself.'],
    ['inside e.g.', 'It uses posts, e.g. photos of meals, for training.'],
    ['after a number', 'The case is no. 12 on the list.'],
    ['inside U.S. before a noun', 'The U.S. Congress was silent.'],
  ])('%s', (_, text) => {
    expect(split(text, 'en')).toEqual([text]);
  });
});

describe('a sentence ends', () => {
  it.each([
    ['after a year', 'Das war 2021. Die Frist lief ab.', 2],
    ['after an abbreviation that a new sentence follows', 'Es geht um Fotos, Texte usw. Die Frist läuft.', 2],
    ['after a score', 'Es endete 3:2. Der Jubel war groß.', 2],
    ['inside a long quotation', '„Das ist falsch. Wir klagen“, sagte sie.', 2],
  ])('%s', (_, text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it('at every blank line, with or without a full stop', () => {
    expect(split('Eine Überschrift\n\nEin Satz am 3.\n\nMai kam danach.')).toHaveLength(3);
  });
});

describe('sentences', () => {
  it('say where they stand', () => {
    const text = '  Erster Satz.  Zweiter Satz!\n\nDritter?  ';
    for (const { text: sentence, start, end } of sentences(text, 'de')) {
      expect(text.slice(start, end)).toBe(sentence);
    }
    expect(split(text)).toEqual(['Erster Satz.', 'Zweiter Satz!', 'Dritter?']);
  });

  it('cover every text in order and lose no word, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom('de', 'en', 'und', 'x-nonsense'),
        (text, language) => {
          const found = sentences(text, language);
          let last = 0;
          for (const { text: sentence, start, end } of found) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(text.slice(start, end)).toBe(sentence);
            expect(text.slice(last, start).trim()).toBe('');
            last = end;
          }
          expect(text.slice(last).trim()).toBe('');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are found by a position in them', () => {
    const found = sentences('Eins ist da. Zwei ist da. Drei ist da.', 'de');
    expect([0, 14, 37].map((position) => sentenceAt(found, position))).toEqual([0, 1, 2]);
  });
});

describe('a text longer than the segmenter is given at a time', () => {
  it('is cut where a short one is', () => {
    const one = 'Der 15. Zivilsenat hat am 3. Mai entschieden. „Muss das sein?“, fragte die Anwältin. ';
    const found = sentences(one.repeat(300), 'de').map(({ text }) => text);
    expect(found).toHaveLength(600);
    expect(new Set(found).size).toBe(2);
  });
  it('keeps a word that has no end', () => {
    const word = 'a'.repeat(9_001);
    expect(split(word).join('')).toBe(word);
  });
});
