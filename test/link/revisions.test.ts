import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, type Version } from '../../src/link/revisions.ts';
import type { Finding, Statement } from '../../src/model/index.ts';

const TEXT = [
  'The court in Harbour Town heard both sides on Monday.',
  'The consumer group wants the company to stop using old posts.',
  'The company says 40 million people were told in time.',
  'A decision is expected on 23 May 2025.',
].join(' ');

const version = (over: Partial<Version> = {}): Version => ({
  title: 'Court hears consumer group',
  text: TEXT,
  findings: [],
  statements: [],
  credits: [],
  ...over,
});
const edited = (from: string, to: string, over: Partial<Version> = {}): Version =>
  version({ text: TEXT.replace(from, to), ...over });
const finding = (kind: Finding['kind'], ref: string, matched: string): Finding => ({
  kind,
  ref,
  rule: 'alias',
  field: 'text',
  matched,
  start: 0,
  end: matched.length,
  confidence: 1,
});
const statement = (quote: string, speaker: string): Statement => ({
  form: 'direct',
  quote,
  speaker,
  person: null,
  party: null,
  cue: 'said',
  start: 0,
  end: quote.length,
});

describe('a page that was read again', () => {
  it('has not changed when only its typography did', () => {
    const after = version({
      text: TEXT.replace('. The company', '.\n\nThe com\u00adpany').replace(
        'Harbour Town',
        'Harbour\u00a0Town',
      ),
    });
    expect(compareTexts(version(), after)).toMatchObject({ kind: 'none', changes: [] });
  });

  it.each([
    'Updated: 12 May 2025, 14:32',
    'Stand: 12.05.2025, 14:32 Uhr',
    '23 Kommentare',
    'Lesedauer: 4 Min.',
    'Lesen Sie auch: Was Nutzer jetzt tun können',
    'Foto: A. Example/Agency',
  ])('has not changed when furniture came: %s', (line) => {
    expect(compareTexts(version(), version({ text: `${line}\n${TEXT}` })).kind).toBe('none');
  });

  it('changed silently when a word was corrected', () => {
    expect(compareTexts(version(), edited('expected', 'expectd'))).toMatchObject({
      kind: 'silent',
      changes: [],
    });
  });

  it('changed silently when only its headline was spelt otherwise', () => {
    expect(compareTexts(version({ title: 'Court heers consumer group' }), version()).kind).toBe('silent');
  });

  it('names a changed headline', () => {
    const after = version({ title: 'Court rejects consumer group' });
    expect(compareTexts(version(), after)).toMatchObject({
      kind: 'meaningful',
      changes: ['headline changed: “Court hears consumer group” → “Court rejects consumer group”'],
    });
  });

  it('tells the numbers of a date or docket with it, not a second time', () => {
    const before = version({ findings: [finding('date', '2025-05-23#ruling', '23 May 2025')] });
    const after = edited('23 May 2025', '28 May 2025 (15 UKl 2/25)', {
      findings: [
        finding('date', '2025-05-28#ruling', '28 May 2025'),
        finding('docket', '15 UKl 2/25', '15 UKl 2/25'),
      ],
    });
    expect(compareTexts(before, after).changes).toEqual([
      'docket added: 15 UKl 2/25',
      'date changed: 2025-05-23#ruling → 2025-05-28#ruling',
    ]);
  });

  it('changed silently when a date was only written otherwise', () => {
    const dated = (day: string) => [finding('date', '2025-05-23#ruling', day)];
    const before = version({ findings: dated('23 May 2025') });
    const after = edited('23 May 2025', '23.5.2025', { findings: dated('23.5.2025') });
    expect(compareTexts(before, after).kind).toBe('silent');
  });

  it('names a changed number', () => {
    expect(compareTexts(version(), edited('40 million', '50 million')).changes).toEqual([
      'number changed: 40 → 50',
    ]);
  });

  it('does not take another writing of a number for another number', () => {
    expect(compareTexts(edited('40 million', '40.000'), edited('40 million', '40 000')).kind).not.toBe(
      'meaningful',
    );
  });

  it.each([
    ['party', 'authority_x', 'Authority X'],
    ['docket', '15 UKl 2/25', '15 UKl 2/25'],
    ['date', '2025-05-27#training-start', '27 May 2025'],
    ['stage', 'appeal', 'appealed'],
  ] as const)('names a %s that came', (kind, ref, matched) => {
    const after = version({
      text: `${TEXT} Later ${matched} was in the text.`,
      findings: [finding(kind, ref, matched)],
    });
    expect(compareTexts(version(), after).changes).toContain(`${kind} added: ${ref}`);
  });

  it('does not take what a new dossier finds in old words for an edit', () => {
    const after = edited('expected', 'awaited', { findings: [finding('party', 'company', 'The company')] });
    expect(compareTexts(version(), after)).toMatchObject({ kind: 'silent' });
  });

  it('names a statement that came and one that went, with its speaker', () => {
    const quote = 'We will appeal against this without delay';
    const said = version({
      text: `${TEXT} “${quote}”, said Ms Example.`,
      statements: [statement(quote, 'Ms Example')],
    });
    expect(compareTexts(version(), said).changes).toEqual([`statement added: “${quote}” (Ms Example)`]);
    expect(compareTexts(said, version()).changes).toEqual([`statement removed: “${quote}” (Ms Example)`]);
  });

  it('does not take a statement with a corrected word for another statement', () => {
    const said = (quote: string) =>
      version({ text: `${TEXT} “${quote}”, said Ms Example.`, statements: [statement(quote, 'Ms Example')] });
    expect(
      compareTexts(
        said('We will apeal against this without delay'),
        said('We will appeal against this without delay'),
      ).kind,
    ).toBe('silent');
  });

  it('names an overwritten wire version', () => {
    const wire = (n: number) =>
      version({
        credits: [
          { agency: 'dpa', desk: null, urn: '250512-99-1', version: n, matched: '', rule: 'credit-line' },
        ],
      });
    expect(compareTexts(wire(2), wire(4)).changes).toEqual([
      'wire version overwritten: dpa 250512-99-1, version 2 → 4',
    ]);
  });

  it('says when much was added', () => {
    const more = `${TEXT} More came in. Witnesses spoke. The hall was full.`;
    expect(compareTexts(version(), version({ text: more })).changes).toEqual(['3 sentences added']);
  });

  it('shows which sentences stayed, went and came, in reading order', () => {
    expect(
      compareTexts(version(), edited('both sides', 'one side'))
        .diff.map((step) => step.op)
        .join(''),
    ).toBe('-+===');
  });

  it('gives a diff from which both versions can be read', () => {
    const text = fc
      .array(fc.constantFrom('One came. ', 'Two went. ', 'Three stayed. ', 'Four slept.\n'), {
        maxLength: 12,
      })
      .map((parts) => parts.join(''));
    const words = (value: string) => value.split(/\s+/).filter(Boolean).join(' ');
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { diff } = compareTexts(version({ text: before }), version({ text: after }));
        const side = (op: '+' | '-') =>
          words(
            diff
              .filter((step) => step.op !== op)
              .map((step) => step.sentence)
              .join(' '),
          );
        expect(side('+')).toBe(words(before));
        expect(side('-')).toBe(words(after));
      }),
    );
  });

  it('answers in bounded time on hostile length', () => {
    const flood = (word: string) => version({ text: `${word} stands here. `.repeat(20_000) });
    const begin = performance.now();
    compareTexts(flood('One'), flood('Two'));
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
});
