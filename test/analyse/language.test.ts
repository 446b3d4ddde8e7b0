import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/analyse/language.ts';

const HEADLINES: [language: string, headline: string][] = [
  ['de', 'Gericht weist Eilantrag gegen Chatbot ab'],
  ['de', 'Widerspruch: So geht es'],
  ['de', 'KI-Training startet in Europa'],
  ['de', 'Update: Datenschützer droht mit Klage'],
  ['en', 'Watchdog sues tech giant over chatbot'],
  ['en', 'How to opt out'],
  ['en', 'Court rejects injunction bid'],
  ['en', 'Google row: regulator to rule in May'],
  ['fr', "Le tribunal rejette la demande de l'association"],
  ['nl', 'Rechter verbiedt het gebruik van berichten'],
  ['it', "Il Garante blocca l'intelligenza artificiale"],
  ['es', 'El tribunal da la razón a los consumidores'],
  ['pt', 'Autoridade proíbe uso de dados pessoais'],
  ['no', 'Forbrukerne klager inn selskapet til tilsynet'],
  ['sv', 'Domstolen avslår begäran om förbud'],
  ['pl', 'Sąd oddalił wniosek o zakaz'],
];

describe('the language of a headline', () => {
  it.each(HEADLINES)('is told without help: %s, "%s"', (language, headline) => {
    expect(detectLanguage(headline).language).toBe(language);
  });

  it('is settled by the prior where the words leave it open', () => {
    const headline = 'Champion Jackson in Berlin';
    expect(detectLanguage(headline, { prior: 'de' }).language).toBe('de');
    expect(detectLanguage(headline, { prior: 'en' }).language).toBe('en');
  });

  it('is not settled by the prior where the words are clear', () => {
    const headline = 'The court has rejected the request of the consumer association';
    expect(detectLanguage(headline, { prior: 'de' }).language).toBe('en');
  });

  it('may come with a region in the prior', () => {
    expect(detectLanguage('Champion Jackson in Berlin', { prior: 'en-GB' }).language).toBe('en');
  });
});

describe('the language of an article', () => {
  const german = 'Das Gericht hat den Antrag abgelehnt und die Frist verlängert. '.repeat(40);

  it('is told with more confidence than that of two words', () => {
    const long = detectLanguage(german);
    expect(long.language).toBe('de');
    expect(long.confidence).toBeGreaterThan(detectLanguage('Der Test').confidence);
    expect(long.confidence).toBeLessThanOrEqual(1);
  });

  it('is not that of a cookie banner at its head', () => {
    const banner = 'We value your privacy. Please accept our cookies to go on reading this page. ';
    expect(detectLanguage(banner + german).language).toBe('de');
  });

  it('is und where there are no letters to judge by', () => {
    for (const text of ['', '  ', '3:1', '24/7 – 365', '🙂🙂🙂']) {
      expect(detectLanguage(text)).toEqual({ language: 'und', confidence: 0 });
    }
  });

  it('is told of a megabyte in the time of a page', () => {
    const start = performance.now();
    detectLanguage(german.repeat(400));
    expect(performance.now() - start).toBeLessThan(200);
  });
});
