import { describe, expect, it } from 'vitest';
import { entryMatters } from '../../src/analyse/index.ts';
import { compiled, read } from './dispute.ts';

const RULING =
  'Das Oberlandesgericht Köln erlaubt Meta das KI-Training mit öffentlichen Beiträgen der Nutzer von Facebook.';
const FILLER =
  'Der Stadtrat hat am Abend über den neuen Radweg beraten. Anwohner fürchten um ihre Parkplätze, die Verwaltung verspricht Ersatz in der Nähe. Eine Entscheidung soll im Herbst fallen, wenn alle Gutachten vorliegen und die Kosten feststehen.';
const grade = (text: string, title = '') => read(text, { title }).relevance.grade;

describe('grades', () => {
  it('core: the opening is about it', () => {
    expect(grade(`${RULING}\n\n${FILLER}`)).toBe('core');
  });

  it('secondary: one paragraph far down is about it', () => {
    const text = [...Array(5).fill(FILLER), RULING, FILLER].join('\n\n');
    expect(grade(text, 'Nachrichten des Tages')).toBe('secondary');
  });

  it('secondary: a short text, opened by something else, has a paragraph on it', () => {
    const text = [FILLER, RULING, 'Das Gesetz folgt im Herbst.'];
    expect(grade(text.join('\n\n'), 'Das Bürgeramt wird digital')).toBe('secondary');
  });

  it('core: many paragraphs are', () => {
    const text = [...Array(5).fill(FILLER), RULING, FILLER, RULING, RULING].join('\n\n');
    expect(grade(text, 'Nachrichten des Tages')).toBe('core');
  });

  it('off: the words stand in different paragraphs of a mixed bag', () => {
    const text = [
      'Meta steigert seinen Gewinn.',
      ...Array(5).fill(FILLER),
      'Eine Schule setzt KI beim Training ihrer Mannschaft ein.',
      FILLER,
      'Die Bank verlor Nutzerdaten.',
    ].join('\n\n');
    expect(grade(text, 'Nachrichten des Tages')).toBe('off');
  });

  it('the headline holds for all paragraphs', () => {
    const text = [...Array(4).fill(FILLER), 'Das KI-Training mit Nutzerdaten beginnt bald.'].join('\n\n');
    expect(grade(text, 'Was Meta in Europa plant')).toBe('secondary');
  });

  it('context: law and policy without the company', () => {
    expect(
      grade(
        'Der Digitale Omnibus soll KI-Training mit personenbezogenen Daten erleichtern.',
        'Brüssel plant um',
      ),
    ).toBe('context');
  });

  it('another dispute with a paragraph on this one is secondary', () => {
    const text = `Die Verbraucherzentrale NRW klagt gegen das Abo von Meta; das werbefreie Abo sei unfair. ${RULING}`;
    expect(grade(text, 'Klage gegen das Abo')).toBe('secondary');
  });

  it('a docket of the dispute is enough to keep a text', () => {
    expect(grade('Anmerkung zu 15 UKl 2/25.')).toBe('secondary');
  });
});

describe('reasons', () => {
  it('name each leg with the words it stands on', () => {
    const { reasons, score } = read(RULING).relevance;
    expect(reasons[0]).toBe('Meta or its products: Meta, Facebook');
    expect(reasons.join('\n')).toContain('AI training or development: KI-Training');
    expect(score).toBeGreaterThan(0.7);
  });

  it('name what is missing', () => {
    expect(read('Der Konzern Meta steigert den Gewinn.').relevance.reasons.join()).toContain(
      'missing: AI training',
    );
  });

  it('name the guard with both weights', () => {
    const { reasons } = read('Meta tat es schon: KI-Training mit Nutzerdaten in Europa.', {
      title: 'LinkedIn startet KI-Training',
    }).relevance;
    expect(reasons.at(-1)).toMatch(/another controller is the subject: LinkedIn \(4 against \d\)/u);
  });
});

describe('entries: fetch the page or not', () => {
  it.each([
    ['Meta startet KI-Training', 'Die Frist ist abgelaufen.'],
    ['Instagram: So widersprechen Sie', 'Das Formular ist versteckt.'],
    ['Court rejects bid', 'Verbraucherzentrale NRW fails to stop Meta.'],
    ['KI-Training mit Nutzerdaten', 'Was Betroffene tun können.'],
    ['noyb droht mit Klage', 'Es geht um künstliche Intelligenz.'],
    ['Digital Omnibus', 'The Commission presents its plan.'],
    ['Facebook-Konzern verliert vor Gericht', ''],
  ])('%s: yes', (title, teaser) => {
    expect(entryMatters({ title, teaser }, compiled)).toMatchObject({ matters: true });
  });

  it.each([
    ['Trainer lobt Training', 'Nach dem Sieg der Mannschaft.'],
    ['Meta-Analyse zu Kaffee', 'Studien zeigen wenig.'],
    ['Aktien: Meta steigt', 'Der Dax verliert.'],
    ['', ''],
  ])('%s: no', (title, teaser) => {
    expect(entryMatters({ title, teaser }, compiled)).toMatchObject({ matters: false });
  });

  it('the reason names the rule and the words, or what little was found', () => {
    expect(entryMatters({ title: 'Meta und KI', teaser: '' }, compiled).reason).toBe(
      'respondent-and-ai: Meta, KI',
    );
    expect(entryMatters({ title: 'Meta steigt', teaser: '' }, compiled).reason).toBe('only Meta');
    expect(entryMatters({ title: 'Wetter', teaser: '' }, compiled).reason).toBe('no word of the dossier');
  });
});

describe('where only title and teaser could be had', () => {
  const told = (title: string, teaser: string) => read('', { title, teaser }).relevance.grade;

  it.each([
    [
      'a consumer organisation goes to court',
      'Verbraucherschützer wollen Metas KI-Training per Eilantrag stoppen',
      'Ein Ortstermin bei denen, die den Konzern vor Gericht bringen.',
    ],
    [
      'a court of the dispute decides',
      'OLG Köln: Meta gewinnt im Streit um KI-Training',
      'Was die Richter sagen und was nun folgt.',
    ],
    [
      'an authority speaks',
      'Irish regulator weighs in on Meta’s AI training',
      'The commission has published a statement.',
    ],
    [
      'a claimant by name',
      'noyb takes on Meta’s AI training in Europe',
      'The group has written to the company.',
    ],
  ])('%s: that and training suffice', (_, title, teaser) => {
    expect(told(title, teaser)).toBe('core');
  });

  it.each([
    [
      'copyright',
      'Autoren unterliegen Meta im Streit um KI-Training vor Gericht',
      'Der Richter hält die Nutzung der Bücher für fair.',
    ],
    [
      'copyright in English',
      'Judge sides with Meta in AI training lawsuit brought by authors',
      'The novelists had sued.',
    ],
    [
      'a court elsewhere',
      'US-Richter weist Klage gegen KI-Training von Meta ab',
      'Das Urteil fiel in San Francisco.',
    ],
    [
      'another controller',
      'Verbraucherzentrale warnt: LinkedIn beginnt nach Meta mit KI-Training',
      'Bei LinkedIn läuft die Frist.',
    ],
    [
      'another dispute',
      'Verbraucherzentrale klagt gegen Meta wegen Datenleck',
      'Es geht um Schadensersatz nach Scraping.',
    ],
    ['nobody sues or decides', 'Meta stellt neue KI vor', 'Das Training dauerte Monate.'],
  ])('not %s', (_, title, teaser) => {
    expect(told(title, teaser)).toBe('off');
  });

  it('with a text the words for users’ data are asked for all the same', () => {
    const title = 'Verbraucherschützer kritisieren Metas KI-Training';
    expect(read(FILLER, { title }).relevance.grade).toBe('off');
  });
});
