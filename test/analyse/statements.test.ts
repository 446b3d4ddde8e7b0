import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statements } from '../../src/analyse/statements.ts';
import type { Finding, Statement } from '../../src/model/index.ts';
import { read, refs } from './dispute.ts';

const GERMAN = `Das Gericht wies den Antrag ab. „Wir sind enttäuscht“, sagte Christine Brandt von der Verbraucherzentrale. „Das Urteil“, so die Juristin, „lässt Millionen Menschen ohne Wahl.“ Sie kündigte an, weiterzumachen: »Aufgeben werden wir nicht!«

Ein Sprecher des Konzerns erklärte, man halte sich an europäisches Recht. Die Einwände seien geprüft worden. Laut der Aufsichtsbehörde läuft die Frist bis Oktober. Er nannte die Kritik «völlig überzogen».

Der Film „Blauer Hafen“ kommt im Mai in die Kinos. Das sogenannte „Opt-out“-Formular ist schwer zu finden.`;

const ENGLISH = `The court in Cologne rejected the request on Friday. "We are disappointed by this decision," said Christine Brandt, a lawyer for the consumer group. "It leaves millions of people without a choice," she added.

A spokesperson for the company said: “Our approach complies with European law.” According to the regulator, the objections will be examined until October. The commissioner said that the company had provided sufficient safeguards.

The film "Blue Harbour" opens in May. Users have until 27 May to object, the association said.`;

const said = (text: string, language: string): [string, string | null][] =>
  statements(text, { language }).map(({ quote, speaker }) => [quote, speaker]);

const find = (text: string, language: string, quote: string): Statement | undefined =>
  statements(text, { language }).find((statement) => statement.quote.startsWith(quote));

describe('a German article', () => {
  const found = said(GERMAN, 'de');

  it.each([
    ['a quotation before its speaker', 'Wir sind enttäuscht', 'Christine Brandt'],
    ['the first half of an interrupted one', 'Das Urteil', 'die Juristin'],
    ['its second half', 'lässt Millionen Menschen ohne Wahl.', 'die Juristin'],
    [
      'one after a colon, in other marks, whose pronoun is resolved',
      'Aufgeben werden wir nicht!',
      'die Juristin',
    ],
    ['two words quoted in a judgement', 'völlig überzogen', 'Ein Sprecher'],
    ['reported speech', 'man halte sich an europäisches Recht.', 'Ein Sprecher'],
    ['reported speech that goes on', 'Die Einwände seien geprüft worden.', 'Ein Sprecher'],
    [
      'a source named with laut',
      'Laut der Aufsichtsbehörde läuft die Frist bis Oktober.',
      'der Aufsichtsbehörde',
    ],
  ])('gives %s', (_, quote, speaker) => {
    expect(found).toContainEqual([quote, speaker]);
  });

  it('has no titles and no ironic marks among its statements', () => {
    const quotes = found.map(([quote]) => quote);
    expect(quotes).not.toContain('Blauer Hafen');
    expect(quotes).not.toContain('Opt-out');
  });
});

describe('an English article', () => {
  const found = said(ENGLISH, 'en');

  it.each([
    ['a quotation before its speaker', 'We are disappointed by this decision,', 'Christine Brandt'],
    ['one said by a pronoun', 'It leaves millions of people without a choice,', 'Christine Brandt'],
    ['one said by a role', 'Our approach complies with European law.', 'A spokesperson'],
    [
      'a source named with according to',
      'According to the regulator, the objections will be examined until October.',
      'the regulator',
    ],
    ['reported speech after that', 'the company had provided sufficient safeguards.', 'The commissioner'],
    ['reported speech before the speaker', 'Users have until 27 May to object', 'the association'],
  ])('gives %s', (_, quote, speaker) => {
    expect(found).toContainEqual([quote, speaker]);
  });

  it('has no titles among its statements', () => {
    expect(found.map(([quote]) => quote)).not.toContain('Blue Harbour');
  });
});

describe('a statement', () => {
  it('stands word for word in the text, with its quotation marks', () => {
    for (const { form, quote, start, end } of statements(GERMAN, { language: 'de' })) {
      expect(GERMAN.slice(start, end)).toContain(quote);
      if (form === 'direct') expect(GERMAN.slice(start, end)).toMatch(/^[„»«].*[“«»]$/s);
    }
  });

  it('says which word of saying it hangs on', () => {
    expect(find(GERMAN, 'de', 'Wir sind')?.cue).toBe('sagte');
    expect(find(ENGLISH, 'en', 'We are')?.cue).toBe('said');
  });

  it('is not said by who was told', () => {
    const text = '"I saw the letter and I was shocked," Paul Kern told the Harbour Times on Monday.';
    expect(said(text, 'en')).toEqual([['I saw the letter and I was shocked,', 'Paul Kern']]);
  });

  it('keeps a quotation nested in it', () => {
    const text = 'Die Anwältin sagte: „Das ‚neue Modell‘ wurde ohne jede Zustimmung trainiert.“';
    expect(said(text, 'de')).toEqual([
      ['Das ‚neue Modell‘ wurde ohne jede Zustimmung trainiert.', 'Die Anwältin'],
    ]);
  });

  it('does not swallow the rest of the text when its mark is never closed', () => {
    const text =
      'Der Minister sagte: „Das geht zu weit.\n\nAm Abend sagte die Sprecherin: „Wir prüfen das jetzt.“';
    expect(said(text, 'de')).toEqual([['Wir prüfen das jetzt.', 'die Sprecherin']]);
  });

  it('is not made of apostrophes', () => {
    expect(statements("It's the users' choice, isn't it? They don't know.", { language: 'en' })).toEqual([]);
  });
});

describe('the party of a statement', () => {
  const finding = (text: string, matched: string, ref: string): Finding => {
    const start = text.indexOf(matched);
    return {
      kind: 'party',
      ref,
      rule: 'test',
      field: 'text',
      matched,
      start,
      end: start + matched.length,
      confidence: 1,
    };
  };
  const organisationOf = (person: string): string | null => (person === 'brandt' ? 'consumers' : null);
  const parties = (text: string): Finding[] =>
    [finding(text, 'Anna Brandt', 'brandt'), finding(text, 'Nordwerk', 'nordwerk')].filter(
      ({ start }) => start >= 0,
    );
  const only = (text: string): Statement | undefined =>
    statements(text, { language: 'de', parties: parties(text), organisationOf, kindOf: () => 'company' })[0];

  it('is the organisation of the person', () => {
    const text = '„Das ist ein wichtiger Erfolg für alle“, sagte Anna Brandt.';
    expect(only(text)).toMatchObject({ speaker: 'Anna Brandt', person: 'brandt', party: 'consumers' });
  });

  it('is found by the surname alone once the full name was told', () => {
    const text = 'Anna Brandt trat vor die Presse. „Das ist ein Erfolg für alle“, sagte Brandt.';
    expect(only(text)).toMatchObject({ speaker: 'Brandt', person: 'brandt', party: 'consumers' });
  });

  it('is found behind a role', () => {
    const text = '„Wir halten uns an geltendes Recht“, sagte eine Sprecherin von Nordwerk.';
    expect(only(text)).toMatchObject({ person: null, party: 'nordwerk' });
  });

  it('is the one last named where the text says "das Unternehmen"', () => {
    const text = 'Nordwerk wehrt sich. „Wir halten uns an geltendes Recht“, erklärte das Unternehmen.';
    expect(only(text)).toMatchObject({ speaker: 'das Unternehmen', party: 'nordwerk' });
  });

  it('is the one of that kind last named: an authority where the text says "die Behörde"', () => {
    const text =
      'Das Amt für Daten prüft Nordwerk. Der Konzern habe seine Regeln bereits deutlich verbessert, teilte die Behörde mit.';
    const found = [finding(text, 'Amt für Daten', 'office'), finding(text, 'Nordwerk', 'nordwerk')];
    const kindOf = (id: string) => (id === 'office' ? 'data-protection authority' : 'company');
    expect(statements(text, { language: 'de', parties: found, kindOf })).toMatchObject([
      { form: 'reported', speaker: 'die Behörde', party: 'office' },
    ]);
  });

  it('is a party that writes itself small', () => {
    const text =
      'Der Konzern habe bis Freitag Zeit. Später könne eine Klage auf Schadenersatz folgen, teilte datenherz mit. Der Schritt sei nach Angaben von datenherz nötig.';
    const found = ['datenherz mit', 'datenherz nötig'].map((place) => ({
      ...finding(text, place, 'datenherz'),
      matched: 'datenherz',
    }));
    const said = statements(text, { language: 'de', parties: found });
    expect(said.map(({ speaker, party }) => [speaker, party])).toEqual([
      ['datenherz', 'datenherz'],
      ['datenherz', 'datenherz'],
    ]);
  });

  it('is nobody where a stranger speaks', () => {
    const text = 'Nordwerk wehrt sich. „Das sehe ich ganz anders“, sagte der Forscher Paul Kern.';
    expect(only(text)).toMatchObject({ person: null, party: null });
  });
});

describe('an article that is not about the dispute', () => {
  it('has no statements, but its language and parties', () => {
    const text =
      '„Wir bauen einen Radweg“, sagte Anna Berg von der Verbraucherzentrale NRW in Köln am Montag.';
    const found = read(text);
    expect(found).toMatchObject({ relevance: { grade: 'off' }, statements: [], language: 'de' });
    expect(refs(found, 'party')).toContain('vz_nrw');
  });
});

describe('words that only look like saying', () => {
  it('rules and reports with an article are things, and who is told something says nothing', () => {
    const text =
      'The ministry, responsible for the rules on platforms, stayed silent. A delay, the company argues, would harm research, and its customers had been told about it in time.';
    const [only, ...others] = statements(text, { language: 'en' });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ speaker: 'the company', cue: 'argues' });
  });

  it('a list is nobody’s word', () => {
    const text =
      'In April, the group published pictures, old posts, comments and many letters of its members.';
    expect(said(text, 'en')).toEqual([]);
  });

  it('a German speaker may stand between commas, too', () => {
    const text = 'Ein Aufschub, so der Konzern, schade der Forschung in ganz Europa.';
    expect(said(text, 'de').map(([, speaker]) => speaker)).toEqual(['der Konzern']);
  });
});

describe('hostile text', () => {
  it('never throws and never gives a place outside the text', () => {
    const word = fc.constantFrom(
      '„',
      '“',
      '"',
      '»',
      '«',
      "'",
      '‚',
      '‘',
      '\n\n',
      ' ',
      'sagte',
      'Er',
      'Paul',
      ',',
      '.',
      'sei',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.constantFrom('de', 'en', 'und'),
        (words, language) => {
          const text = words.join('');
          for (const { start, end, quote } of statements(text, { language })) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end)).toContain(quote);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['opening marks', '„'.repeat(100_000)],
    ['quotations', '„a b“ sagte X. '.repeat(7_000)],
    ['capitals', 'A '.repeat(100_000)],
    ['commas', 'er sagte, '.repeat(20_000)],
    ['one word', 'a'.repeat(300_000)],
  ])('of nothing but %s ends in seconds', (_, text) => {
    const start = performance.now();
    statements(text, { language: 'de' });
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
