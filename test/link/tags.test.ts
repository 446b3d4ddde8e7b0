import { describe, expect, it } from 'vitest';
import { SIMILARITY_SETTINGS, similarities } from '../../src/link/similarity.ts';
import { type EventText, termsOf } from '../../src/link/terms.ts';
import type { FindingKind } from '../../src/model/index.ts';

const finding = (kind: FindingKind, ref: string, field: 'title' | 'text' = 'title', start = 0) => ({
  kind,
  ref,
  field,
  start,
  end: start,
  matched: '',
  rule: 'test',
  confidence: 1,
});
const article = (fields: Omit<Partial<EventText>, 'at'> & { day?: number }) => ({
  language: fields.language ?? 'en',
  at: Date.UTC(2025, 4, fields.day ?? 23),
  terms: termsOf({
    language: 'en',
    title: '',
    text: '',
    findings: [],
    dates: [],
    at: '2025-05-23T08:00:00.000Z',
    ...fields,
  }),
});
/** Everybody names the company; a court's hearing and its ruling are told by the stage. */
const common = [finding('party', 'company')];
const hearing = [...common, finding('party', 'court'), finding('stage', 'hearing')];
const ruling = [...common, finding('party', 'court'), finding('stage', 'ruling')];
const COURT = 'The consumer group and Bluebird met before the judges in Harbour Town over profiles of users.';

function likeness(a: ReturnType<typeof article>, b: ReturnType<typeof article>): number {
  const counts = new Map([
    ['f:party:company', 20],
    ['f:party:court', 8],
    ['f:stage:hearing', 3],
    ['f:stage:ruling', 3],
  ]);
  const frequencies = { articles: 20, of: (term: string) => new Map([['en', counts.get(term) ?? 2]]) };
  return similarities([a, b], frequencies, SIMILARITY_SETTINGS)[1] ?? 0;
}

describe('the dossier’s tags of headline and lead', () => {
  it('part two steps of one case whose reports use the same words', () => {
    const before = article({ text: COURT, findings: hearing });
    const after = article({ text: COURT, findings: ruling });
    const again = article({ text: COURT, findings: ruling });
    expect(likeness(before, after)).toBeLessThan(0.7 * likeness(after, again));
  });

  it('take a German and an English report of one step together', () => {
    const german = { language: 'de', text: 'Richter geben Bluebird recht.', findings: ruling };
    const english = article({ text: 'No injunction, judges say.', findings: ruling });
    const untagged = { ...german, findings: [] };
    expect(likeness(article(german), english)).toBeGreaterThan(likeness(article(untagged), english) + 0.3);
  });

  it('say less the more days lie between, for each step has the same parties', () => {
    const first = article({ findings: ruling, day: 13 });
    const apart = [13, 15, 17, 23].map((day) => likeness(first, article({ findings: ruling, day })));
    expect(apart).toEqual([...apart].sort((a, b) => b - a));
    expect(apart[3]).toBeLessThan(0.05);
  });

  it('are not taken from the history that an article tells further down', () => {
    const told = article({ text: COURT, findings: [...hearing, finding('stage', 'ruling', 'text', 1500)] });
    expect(told.terms.map(([term]) => term)).not.toContain('f:stage:ruling');
  });

  it('change nothing between texts the dossier finds nothing in', () => {
    const plain = article({ text: COURT });
    expect(likeness(plain, article({ text: COURT, findings: ruling }))).toBe(likeness(plain, plain));
  });
});
