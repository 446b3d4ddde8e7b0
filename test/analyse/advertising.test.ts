import { describe, expect, test } from 'vitest';
import { advertisement, advertisingLabels } from '../../src/analyse/advertising.ts';
import { entryMatters } from '../../src/analyse/entry-filter.ts';
import { compiled, read } from './dispute.ts';

const labels = advertisingLabels(['Anzeige', 'Sponsored Post', 'C++ Werbung']);

describe('an advertisement', () => {
  test.each([
    'Anzeige: Drei Aktien, die jetzt profitieren',
    'ANZEIGE | So sparen Sie',
    '[Anzeige] So sparen Sie',
    '(Sponsored Post) A better chatbot',
    'Sponsored post – a better chatbot',
    'So sparen Sie (Anzeige)',
    'C++ Werbung: ein Kurs',
  ])('tells itself by its label: %s', (title) => {
    expect(advertisement(title, labels)).not.toBeNull();
  });

  test.each([
    'Anzeige gegen Meta: Nutzer gehen zur Polizei',
    'Anzeigen: Meta verdient mehr',
    'Verbraucherzentrale erstattet Anzeige: Worum es geht',
    'Meta und die Anzeige (Kommentar)',
  ])('is not what only uses the word: %s', (title) => {
    expect(advertisement(title, labels)).toBeNull();
  });

  test('is neither read nor posted, and the reason says so', () => {
    const title = 'Anzeige: Meta, das KI-Training und Ihre Daten – drei Aktien';
    const teaser = 'Warum das KI-Training mit Nutzerdaten von Facebook in der EU spannend wird.';
    expect(entryMatters({ title, teaser }, compiled)).toEqual({
      matters: false,
      reason: 'advertisement: Anzeige:',
    });
    expect(entryMatters({ title: title.slice(9), teaser }, compiled).matters).toBe(true);
    expect(read(teaser, { title }).relevance).toMatchObject({
      grade: 'off',
      reasons: expect.arrayContaining(['advertisement: Anzeige:']),
    });
  });

  test('cannot be told where the dossier names no label', () => {
    expect(advertisement('Anzeige: alles neu', advertisingLabels([]))).toBeNull();
  });
});
