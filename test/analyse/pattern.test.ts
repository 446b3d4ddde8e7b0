import { describe, expect, it } from 'vitest';
import { buildMatcher, findPatterns } from '../../src/analyse/matcher.ts';
import { compilePattern, type PatternOptions } from '../../src/analyse/pattern.ts';

function matches(pattern: string, text: string, options?: PatternOptions): string[] {
  const found: string[] = [];
  const matcher = buildMatcher([{ pattern: compilePattern(pattern, options), use: null }]);
  findPatterns(matcher, text, (_, start, end) => {
    found.push(text.slice(start, end));
    return false;
  });
  return found;
}

describe('a pattern', () => {
  it.each([
    ['Meta', 'Metas Plan', ['Metas']],
    ['Meta', 'Meta’s plan', ['Meta’s']],
    ['Meta', 'Metal und Metadaten', []],
    ['Meta', 'der Meta-Konzern', ['Meta']],
    ['Meta', 'meta', []],
    ['DPC', 'the dpc, the DPC', ['DPC']],
    ['noyb', 'Noyb, NOYB', ['Noyb', 'NOYB']],
    ['irisch~ Datenschutzbehörde~', 'der irischen Datenschutzbehörden', ['irischen Datenschutzbehörden']],
    ['Oberlandesgericht~ Köln', 'des Oberlandesgerichts Köln', ['Oberlandesgerichts Köln']],
    ['Oberlandesgericht~ Köln', 'das Oberlandesgericht (OLG) Köln', ['Oberlandesgericht (OLG) Köln']],
    ['Oberlandesgericht~ Köln', 'ein Oberlandesgericht, das Köln nicht kennt', []],
    ['opt out', 'das Opt-out, to opt out', ['Opt-out', 'opt out']],
    ['meta=such*', 'Meta sucht eine Meta-Suchmaschine', ['Meta-Suchmaschine']],
    ['trainier*', 'sie trainieren', ['trainieren']],
    ['*nutzerdaten', 'Kundennutzerdaten und Nutzerdaten', ['Kundennutzerdaten'.slice(6), 'Nutzerdaten']],
    ['Meta Platforms, Inc.', 'Meta Platforms, Inc. und mehr', ['Meta Platforms, Inc.']],
    ['#TeamDatenschutz', 'im #TeamDatenschutz', ['#TeamDatenschutz']],
    [
      "Information Commissioner's Office",
      'the Information Commissioner’s Office',
      ['Information Commissioner’s Office'],
    ],
  ])('%s in "%s"', (pattern, text, expected) => {
    expect(matches(pattern, text)).toEqual(expected);
  });

  it('may forbid the plural', () => {
    expect(matches('ICO', 'ICOs, ICO', { inflect: false })).toEqual(['ICO']);
  });

  it('may ask for the very capitals, or for none', () => {
    expect(matches('Somi', 'SOMI Somi somi', { case: 'exact' })).toEqual(['Somi']);
    expect(matches('Somi', 'SOMI Somi somi', { case: 'any' })).toEqual(['SOMI', 'Somi', 'somi']);
  });
});
