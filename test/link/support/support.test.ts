import { describe, expect, test } from 'vitest';
import { partiesNamed } from '../../../src/analyse/parties.ts';
import { createSupport, type Verdict } from '../../../src/link/support/index.ts';
import { compiledDossier as dossier } from '../../support/dossier.ts';
import { GERMAN } from './pairs-de.ts';
import { ENGLISH } from './pairs-en.ts';
import { LATER } from './pairs-later.ts';
import { UNSEEN } from './pairs-unseen.ts';
import type { Pair } from './types.ts';

function judge([language, source, claim]: Pair): Verdict {
  const sentences = typeof source === 'string' ? [source] : source;
  const around = `Meta Platforms, Facebook, Instagram: ${sentences.join(' ')}`;
  let start = 0;
  const sources = sentences.map((text) => {
    const at = start;
    start += text.length + 1;
    return { text, articleId: 1, start: at, end: at + text.length };
  });
  const partiesIn = (text: string) => partiesNamed(text, { around, language }, dossier);
  return createSupport(sources, { language, partiesIn })(claim);
}

const isSupported = (pair: Pair): boolean => pair.length === 4;
const ALL = [...GERMAN, ...ENGLISH, ...UNSEEN, ...LATER];
const troubleOf = (pair: Pair): string => (pair.length === 4 ? pair[3] : pair[4]);

describe('a claim that the source does not bear is turned down', () => {
  test.each(
    ALL.filter((pair) => !isSupported(pair)).map((pair) => [troubleOf(pair), pair[2], pair] as const),
  )('%s: %s', (_trouble, _claim, pair) => {
    expect(judge(pair)).toMatchObject({ supported: false, reason: expect.stringMatching(/./) });
  });
});

test('nine in ten of the claims that the source bears are accepted, each with the sentence that bears it', () => {
  const bearable = ALL.filter(isSupported);
  const accepted = bearable.filter((pair) => judge(pair).supported);
  expect(bearable.length).toBeGreaterThan(50);
  expect(accepted.length / bearable.length).toBeGreaterThan(0.9);
  for (const pair of accepted) {
    const verdict = judge(pair);
    expect(pair[1]).toContain(verdict.supported ? verdict.by.text : '');
  }
});

test('a text made to be slow is judged in time that grows with its length', () => {
  const hostile = `${'Meta, '.repeat(2_000)}„${'a-'.repeat(5_000)}1.1.1.1${',1'.repeat(5_000)} gegen ${'von dem '.repeat(500)}`;
  const support = createSupport([{ text: hostile, articleId: 1, start: 0, end: hostile.length }], {
    language: 'de',
    partiesIn: () => [],
  });
  const start = performance.now();
  support(hostile);
  expect(performance.now() - start).toBeLessThan(1_000);
});
