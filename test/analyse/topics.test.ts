import { describe, expect, it } from 'vitest';
import { read, refs, told } from './dispute.ts';

const topics = (text: string, title = '') => refs(read(text, { title }), 'topic');

describe('topics', () => {
  it('say which words they stand on', () => {
    const found = read('Die Frist für den Widerspruch endet; das Formular zum Opt-out ist versteckt.');
    expect(told(found, 'topic')).toEqual([
      'opt_out ← Frist (term:Frist~)',
      'opt_out ← Widerspruch (term:Widerspruch~)',
      'opt_out ← Opt-out (term:opt out)',
    ]);
  });

  it('a word that says little needs a second one, or the headline', () => {
    expect(topics('Der Eilantrag beschäftigt viele.')).not.toContain('injunction');
    expect(topics('Der Eilantrag beschäftigt viele, das Eilverfahren auch.')).toContain('injunction');
    expect(topics('Mehr dazu hier.', 'Eilantrag gegen Konzern')).toContain('injunction');
  });

  it('grow surer with the words found, and with a place in the headline', () => {
    const confidence = (text: string, title = '') =>
      read(text, { title }).findings.find(({ ref }) => ref === 'digital_omnibus')?.confidence ?? 0;
    const once = confidence('Der Digitale Omnibus kommt.');
    expect(confidence('Der Digitale Omnibus kommt, Art. 88c auch.')).toBeGreaterThan(once);
    expect(confidence('Mehr dazu hier.', 'Der Digitale Omnibus kommt')).toBeGreaterThan(once);
  });

  it.each([
    [
      'urgency_procedure_art66',
      'Die Behörde leitet ein Dringlichkeitsverfahren nach Art. 66 DSGVO ein.',
      'injunction',
    ],
    ['injunction', 'Dem Gericht fehlte die Dringlichkeit.', 'urgency_procedure_art66'],
    ['edpb_opinion', 'Die Stellungnahme 28/2024 des EDSA liegt vor.', 'regulator_statement'],
    ['digital_omnibus', 'The joint opinion of EDPB and EDPS on the Digital Omnibus is out.', 'edpb_opinion'],
    ['complaint_statistics', 'Der Tätigkeitsbericht nennt 4000 Beschwerden beim Datenschutz.', 'complaint'],
    ['scraping', 'Nach dem Datenleck bei Facebook klagen viele.', 'training_start'],
    ['appeal', 'Das Urteil ist nicht anfechtbar.', 'consent'],
  ])('%s is meant by "%s", not %s', (topic, text, other) => {
    expect(topics(text)).toContain(topic);
    expect(topics(text)).not.toContain(other);
  });

  it.each([
    ['ai_training', 'Mit den Fotos wird die KI trainiert.'],
    ['ai_training', 'Der Konzern füttert seine KI mit alten Beiträgen.'],
    ['ai_training', 'It wants to feed posts into its AI.'],
    ['ai_training', 'Die KI-Trainingspläne stoßen auf Kritik.'],
    ['gdpr', 'Das verstößt gegen die Datenschutz-Grundverordnung.'],
    ['gdpr', 'Sie legten DSGVO-Beschwerden ein.'],
    ['gdpr', 'The plan breaches the General Data Protection Regulation.'],
  ])('%s is found in "%s"', (topic, text) => {
    expect(topics(text)).toContain(topic);
  });

  it('what a coach does is no training of an AI', () => {
    expect(topics('Das Training am Montag fiel aus, der Trainer war krank.')).not.toContain('ai_training');
  });

  it('a contradiction is no objection', () => {
    expect(topics('Das steht in Widerspruch zum Wahlprogramm.')).not.toContain('opt_out');
  });
});
