import { describe, expect, it } from 'vitest';
import { read } from './dispute.ts';

const SUBJECT = {
  de: 'Meta will Beiträge europäischer Nutzer für das KI-Training verwenden.\n\n',
  en: 'Meta plans to train its AI on the posts of European users.\n\n',
};

/** Every statement of a text as `form speaker (for whom): words`. */
function said(language: 'de' | 'en', text: string): string[] {
  const { statements } = read(SUBJECT[language] + text, { language });
  return statements.map(({ form, speaker, party, quote }) => `${form} ${speaker} (${party}): ${quote}`);
}

describe('German reported speech', () => {
  it.each([
    [
      'Christine Steffen von der Verbraucherzentrale NRW kritisierte, der Widerspruch werde erschwert.',
      'Christine Steffen (vz_nrw): der Widerspruch werde erschwert.',
    ],
    [
      'Der Konzern betonte, man halte sich an das europäische Recht.',
      'Der Konzern (meta): man halte sich an das europäische Recht.',
    ],
    [
      'Max Schrems warf Meta vor, die Rechte von Millionen Menschen zu missachten.',
      'Max Schrems (noyb): die Rechte von Millionen Menschen zu missachten.',
    ],
    [
      'Aus Sicht der Verbraucherzentrale NRW genügt ein Widerspruchsrecht nicht.',
      'der Verbraucherzentrale NRW (vz_nrw): Aus Sicht der Verbraucherzentrale NRW genügt ein Widerspruchsrecht nicht.',
    ],
    [
      'Eine Sprecherin des Hamburger Datenschutzbeauftragten erklärte, man bedauere die Eile.',
      'Eine Sprecherin (hmbbfdi): man bedauere die Eile.',
    ],
    [
      'Thomas Fuchs, der Hamburgische Datenschutzbeauftragte, äußerte sich knapp: Eine Insellösung wolle er vermeiden.',
      'Thomas Fuchs (hmbbfdi): Eine Insellösung wolle er vermeiden.',
    ],
    [
      'Das Gericht argumentierte, der Zweck sei legitim. Zuständig war das Oberlandesgericht Köln.',
      'Das Gericht (olg_koeln): der Zweck sei legitim.',
    ],
    [
      'Das Unternehmen räumte ein, es prüfe die Vorwürfe noch.',
      'Das Unternehmen (meta): es prüfe die Vorwürfe noch.',
    ],
  ])('%s', (text, expected) => {
    expect(said('de', text)).toContain(`reported ${expected}`);
  });

  it('has no speaker where only a matter has a view', () => {
    expect(said('de', 'Aus Sicht des Datenschutzes ist das Vorgehen kaum zu halten.')).toEqual([]);
  });

  it('is none where a verb of saying only has an infinitive of doing', () => {
    expect(said('de', 'Das Gericht schloss die Sitzung, um den Beschluss zu verkünden.')).toEqual([]);
  });
});

describe('German quotations', () => {
  it('are of whoever was named before a word for them, in that word', () => {
    const text =
      'Noyb-Gründer Max Schrems hält das für vorgeschoben. „Kein Mensch braucht Familienfotos“, sagt der Jurist.';
    expect(said('de', text)).toContain('direct der Jurist (noyb): Kein Mensch braucht Familienfotos');
  });

  it('are nobody’s but the judge’s, whoever was named before him', () => {
    const text = 'Max Schrems war nicht im Saal. „Das ist nur eine erste Ansicht“, sagte der Richter.';
    expect(said('de', text)).toContain('direct der Richter (null): Das ist nur eine erste Ansicht');
  });

  it('are the company’s where they come out of it', () => {
    const text = 'Meta wies das zurück. „Wir haben die Vorgaben eingehalten“, hieß es aus dem Unternehmen.';
    expect(said('de', text)).toContain('direct dem Unternehmen (meta): Wir haben die Vorgaben eingehalten');
  });
});

describe('English', () => {
  it.each([
    [
      'A spokesperson for Meta told reporters that the ruling confirmed its approach was lawful.',
      'reported A spokesperson (meta): the ruling confirmed its approach was lawful.',
    ],
    [
      'In the view of the Cologne court, Meta is pursuing a legitimate end.',
      'reported the Cologne court (olg_koeln): In the view of the Cologne court, Meta is pursuing a legitimate end.',
    ],
    [
      'noyb argues Meta could simply ask for consent.',
      'reported noyb (noyb): Meta could simply ask for consent.',
    ],
    [
      'The judge, Oliver Jörgens, was careful. "This is only a preliminary view," he said.',
      'direct The judge (olg_koeln): This is only a preliminary view,',
    ],
    [
      'The judges in Cologne saw no breach. Meta pursues a legitimate purpose, they held, and users can object.',
      'reported The judges (olg_koeln): Meta pursues a legitimate purpose, they held, and users can object.',
    ],
    ['Meta said it "strictly follows" guidance from regulators.', 'direct Meta (meta): strictly follows'],
    [
      'Private messages will stay out of the training set, according to Meta.',
      'reported Meta (meta): Private messages will stay out of the training set, according to Meta.',
    ],
  ])('%s', (text, expected) => {
    expect(said('en', text)).toContain(expected);
  });
});
