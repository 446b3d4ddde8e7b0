import { describe, expect, it } from 'vitest';
import { read } from './dispute.ts';

const stage = (title: string, text = '') => read(text, { title }).stage;

describe('the stage an article reports', () => {
  it.each([
    [
      'announcement',
      'Meta kündigt KI-Training mit Nutzerdaten an',
      'Der Konzern hat angekündigt, KI mit Daten zu trainieren.',
    ],
    ['warning-letter', 'Abmahnung gegen Meta', ''],
    ['warning-letter', 'Noyb sends Meta a cease-and-desist letter', ''],
    ['application', 'Verbraucherzentrale NRW beantragt einstweilige Verfügung gegen Meta', ''],
    ['application', 'Norwegian Consumer Council files complaint against Meta', ''],
    ['hearing', 'OLG Köln verhandelt über Metas KI', 'Die mündliche Verhandlung begann am Donnerstag.'],
    [
      'hearing',
      'Verhandlung in Köln: Vorteil Meta',
      'Das Oberlandesgericht hörte beide Seiten zum KI-Training.',
    ],
    [
      'ruling',
      'Gericht lässt Meta gewähren',
      'Das Urteil fiel in Köln. Kommende Woche kann das KI-Training starten.',
    ],
    [
      'regulator-statement',
      'Ireland clears way for Meta to train AI',
      'The Data Protection Commission noted changes.',
    ],
    ['application', 'Foundation takes Meta to court', ''],
    ['ruling', 'OLG Köln weist Eilantrag gegen Meta ab', ''],
    ['ruling', 'German court rejects injunction against Meta', ''],
    ['appeal', 'Verbraucherzentrale legt Berufung ein', ''],
    ['regulator-statement', 'Stellungnahme der DPC zu Meta', ''],
    ['regulator-order', 'Brazilian regulator suspends Meta policy', ''],
    ['start', 'Meta startet KI-Training', ''],
    ['start', 'Meta begins AI training in Europe', ''],
    ['settlement', 'Meta und Kläger einigen sich', ''],
  ])('%s: %s', (expected, title, text) => {
    expect(stage(title, text)).toBe(expected);
  });

  it('is the headline’s, not that of the background', () => {
    expect(
      stage(
        'Meta startet KI-Training',
        'Das OLG Köln hatte einen Eilantrag nach der Abmahnung zurückgewiesen.',
      ),
    ).toBe('start');
  });

  it('is the latest in the opening where the headline has none', () => {
    expect(
      stage(
        'Meta und die Daten',
        'Nach Abmahnung und Verhandlung hat das Gericht den Antrag zurückgewiesen.',
      ),
    ).toBe('ruling');
  });

  it('is not what only the background recalls', () => {
    const opening =
      'Wer nicht möchte, dass alte Beiträge in die KI wandern, muss heute noch handeln. Das Formular steht in den Einstellungen.';
    const background =
      'Das OLG Köln hatte einen Eilantrag der Verbraucherzentrale NRW am Freitag zurückgewiesen.';
    const found = read(`${opening.repeat(4)}\n\n${background}`, {
      title: 'Heute endet die Frist bei Meta',
    });
    expect(found.stage).toBeNull();
    expect(found.findings).toContainEqual(expect.objectContaining({ kind: 'stage', ref: 'ruling' }));
  });

  it('is not the ruling after which it happened', () => {
    const text =
      'Der Hamburgische Datenschutzbeauftragte untersagt die Verarbeitung. Nach dem Kölner Urteil sei das nötig, teilte die Behörde mit.';
    expect(stage('Hamburg und Meta', text)).toBe('regulator-order');
  });

  it('is none where nothing happened', () => {
    expect(stage('Was ist eigentlich Meta?', 'Ein Konzern aus Kalifornien.')).toBeNull();
  });

  it('leaves a finding with its words', () => {
    const found = read('', { title: 'OLG Köln weist Eilantrag gegen Meta ab' });
    expect(found.findings.find(({ kind, ref }) => kind === 'stage' && ref === 'ruling')).toMatchObject({
      rule: 'stage:ruling',
      matched: 'weist',
      field: 'title',
    });
  });
});
