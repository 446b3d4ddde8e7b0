import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis, Field } from '../../src/model/index.ts';
import { dossier, read, refs, told } from './dispute.ts';

describe('parties carry their evidence', () => {
  it('names alias, person, short name and abbreviation as the rule', () => {
    const found = read(
      'Max Schrems kritisiert Meta. Die Data Protection Commission (DPC) in Irland schweigt. Schrems wartet auf die DPC.',
    );
    expect(told(found, 'party')).toEqual([
      'p_schrems ← Max Schrems (alias:p_schrems)',
      'noyb ← Max Schrems (person:p_schrems)',
      'meta ← Meta (alias:meta:meta-word)',
      'dpc ← Data Protection Commission (alias:dpc:dpc)',
      'dpc ← DPC (alias:dpc:dpc)',
      'p_schrems ← Schrems (alias:p_schrems:surname)',
      'dpc ← DPC (alias:dpc:dpc)',
    ]);
  });

  it('takes an abbreviation that only this text introduces', () => {
    const found = read('Der Verein für Konsumenteninformation (VfK) prüft. Der VfK zögert.');
    expect(told(found, 'party').filter((line) => line.includes('introduced'))).toEqual([
      'vki ← VfK (introduced:vki)',
      'vki ← VfK (introduced:vki)',
    ]);
  });

  it('does not take a bracket for an abbreviation whose letters are not the name’s', () => {
    const found = read('Die Verbraucherzentrale Nordrhein-Westfalen (NRW) warnt. In NRW regnet es.');
    expect(told(found, 'party')).toEqual(['vz_nrw ← Verbraucherzentrale Nordrhein-Westfalen (alias:vz_nrw)']);
  });

  it('gives a short name to the party named last before it', () => {
    const found = read(
      'Die Verbraucherzentrale NRW klagt. Auch der vzbv klagt; die Verbraucherzentrale hofft auf Hilfe. Dann spricht die Verbraucherzentrale NRW, und die Verbraucherzentrale lächelt.',
    );
    expect(told(found, 'party').filter((line) => line.includes('short'))).toEqual([
      'vzbv ← Verbraucherzentrale (short:vzbv)',
      'vz_nrw ← Verbraucherzentrale (short:vz_nrw)',
    ]);
  });

  it('tags the parent with its subsidiary', () => {
    expect(refs(read('Antrag gegen die Meta Platforms Ireland Limited.'), 'party')).toEqual([
      'meta',
      'meta_ireland',
    ]);
  });

  it('a product alone is not its company', () => {
    expect(refs(read('Fotos auf Facebook und Instagram'), 'party')).toEqual(['facebook', 'instagram']);
  });
});

describe('roles', () => {
  const text = 'Die Verfügungsklägerin unterlag gegen die Verfügungsbeklagte.';

  it('become parties by the docket', () => {
    expect(told(read(`${text} (6 UKl 3/25)`), 'party')).toEqual([
      'somi ← Verfügungsklägerin (role:docket)',
      'meta_ireland ← Verfügungsbeklagte (role:docket)',
      'meta ← Verfügungsbeklagte (implied:meta_ireland)',
      'olg_schleswig ← 6 UKl 3/25 (docket:court)',
    ]);
  });

  it('become parties by the court, in a text about the dispute', () => {
    const about = read(`Das OLG Köln erlaubt Meta das KI-Training mit Nutzerdaten. ${text}`);
    expect(told(about, 'party')).toContain('vz_nrw ← Verfügungsklägerin (role:court)');
    expect(refs(read(`Das OLG Köln entschied über eine Werbung. ${text}`), 'party')).toEqual(['olg_koeln']);
  });

  it('stay roles where two procedures are named', () => {
    expect(refs(read(`${text} Vgl. 6 UKl 3/25 und 15 UKl 2/25.`), 'party')).toEqual([
      'olg_koeln',
      'olg_schleswig',
    ]);
  });
});

describe('whatever the text', () => {
  const words = dossier.parties.parties.flatMap(({ aliases }) =>
    aliases.flatMap((alias) => (typeof alias === 'string' ? alias : alias.text)),
  );
  const piece = fc.oneof(
    fc.constantFrom(...words.map((word) => word.replaceAll('~', 'en').replaceAll('*', ''))),
    fc.constantFrom(
      'KI-Training',
      'DSGVO',
      '27. Mai 2025',
      'am Freitag',
      '15 UKl 2/25',
      '\n\n',
      '(DPC)',
      '„',
      '👩‍⚖️',
      'ß',
      'İ',
    ),
    fc.string({ maxLength: 12 }),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' '));

  it('each finding’s matched text is what stands at its offsets', () => {
    fc.assert(
      fc.property(text, text, (title, body) => {
        const found: Analysis = read(body, { title, teaser: title });
        const fields: Record<Field, string> = { title, teaser: title, text: body };
        for (const { field, start, end, matched } of [...found.findings, ...found.dates])
          expect(fields[field].slice(start, end)).toBe(matched);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    'Data Protection Commission (',
    'Meta ',
    'KI Training Daten ',
    'am 27. Mai 2025, ',
    '15 UKl 2/25 ',
    'KI\nTraining\nMeta\n',
  ])('a text of nothing but "%s" is read in bounded time', (piece) => {
    const start = process.cpuUsage();
    read(piece.repeat(100_000 / piece.length));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
  });
});
