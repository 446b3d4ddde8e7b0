import { describe, expect, it } from 'vitest';
import { read, told } from './dispute.ts';

const dockets = (text: string) => told(read(text), 'docket').map((line) => line.replace(/ \(docket:.*/u, ''));

describe('German dockets', () => {
  it.each([
    ['Az. 15 UKl 2/25', '15 UKl 2/25 ← 15 UKl 2/25'],
    ['Az.: I-15 UKl 2/25', '15 UKl 2/25 ← I-15 UKl 2/25'],
    ['(Az. 15 UKL 2/25)', '15 UKl 2/25 ← 15 UKL 2/25'],
    ['Urteil vom 12.08.2025 - 6 UKI 3/25', '6 UKl 3/25 ← 6 UKI 3/25'],
    ['Az. 6 UK1 3/25', '6 UKl 3/25 ← 6 UK1 3/25'],
    ['Az. 6UKl3/25', '6 UKl 3/25 ← 6UKl3/25'],
    ['Az. 6 UKl 3/2025', '6 UKl 3/25 ← 6 UKl 3/2025'],
    ['11 VKI 1/24 am OLG', '11 VKl 1/24 ← 11 VKI 1/24'],
    ['Az. VI ZR 10/24', 'VI ZR 10/24 ← VI ZR 10/24'],
    ['Beschluss, 1 BvR 16/13', '1 BvR 16/13 ← 1 BvR 16/13'],
    ['Landgericht Leipzig, Az. 05 O 2351/23', '5 O 2351/23 ← 05 O 2351/23'],
    ['Landgericht, Az. 3 O 123/22', '3 O 123/22 ← 3 O 123/22'],
    ['das Gericht (4 U 50/23)', '4 U 50/23 ← 4 U 50/23'],
  ])('%s', (text, expected) => {
    expect(dockets(text)).toEqual([expected]);
  });

  it('are not made of what only looks like one', () => {
    expect(
      [
        'am 3/25 um 15 Uhr',
        'Seite 2/25',
        '15 XYZ 2/25',
        'Spiel 3 U 12/20 Tore',
        'Note 2 A 1/25',
        '5 G 10/100 Netz',
      ].flatMap(dockets),
    ).toEqual([]);
  });

  it('of one letter need a court or "Az." beside them', () => {
    expect(dockets('Regal 3 O 123/22 im Lager')).toEqual([]);
    expect(dockets('Das Landgericht Leipzig (3 O 123/22)')).toEqual(['3 O 123/22 ← 3 O 123/22']);
  });
});

describe('other dockets', () => {
  it.each([
    ['ECLI:DE:OLGK:2025:0523.15UKL2.25.00', 'ECLI:DE:OLGK:2025:0523.15UKL2.25.00', 'olg_koeln'],
    ['ecli:nl:rbams:2025:7253.', 'ECLI:NL:RBAMS:2025:7253', 'rb_amsterdam'],
    ['ECLI:EU:C:2023:537', 'ECLI:EU:C:2023:537', 'cjeu'],
    ['Rechtssache C-252/21', 'C-252/21', 'cjeu'],
    ['Rechtssache C‑252/21 P', 'C-252/21 P', 'cjeu'],
    ['case T-319/24', 'T-319/24', 'cjeu'],
    ['inquiry IN-18-5-5', 'IN-18-5-5', 'dpc'],
  ])('%s is %s of %s', (text, docket, court) => {
    const found = read(text);
    expect(found.findings.filter(({ kind }) => kind === 'docket').map(({ ref }) => ref)).toEqual([docket]);
    expect(told(found, 'party').at(-1)).toMatch(new RegExp(`^${court} ← .* \\(docket:court\\)$`, 'u'));
  });

  it('a docket brings its court along, by the table of known procedures', () => {
    expect(told(read('Az. I-15 UKl 2/25'), 'party')).toEqual(['olg_koeln ← I-15 UKl 2/25 (docket:court)']);
  });

  it('a docket that no table knows brings nobody', () => {
    expect(told(read('Az. 27 O 99/23'), 'party')).toEqual([]);
  });
});
