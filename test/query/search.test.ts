import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { editDistance } from '../../src/model/edit-distance.ts';
import { didYouMean } from '../../src/query/did-you-mean.ts';
import { MARK, QueryError, search } from '../../src/query/search.ts';
import type { Concept } from '../../src/query/translate.ts';
import { type Archive, createArchive } from '../support/archive.ts';

let archive: Archive;

const found = (query: string, filters = {}, concepts: Concept[] = []): string[] =>
  search(archive.store.db, query, filters, concepts).map(({ title }) => title);

beforeAll(() => {
  archive = createArchive();
  const { print } = archive;
  print({ title: 'Trainingsdaten aus Beiträgen', at: '2025-05-01T08:00:00.000Z' });
  print({
    title: 'Gericht in Köln',
    text: 'Die Straße vor dem Gericht ist voll. Der KI-Assistent schweigt.',
  });
  print({ title: 'Koelner Anzeiger lobt KITraining' });
  print({ title: 'Verfügungen und ihre Folgen', agency: 'dpa', outlet: 'two' });
  print({ title: 'Häuser am Rhein', text: 'Ein Text über Beton und über Klagen wegen Lärms.', grade: 'off' });
  print({ title: 'Courts and injunctions', language: 'en', outlet: 'three', stage: 'ruling' });
  print({
    title: 'Eilantrag scheitert',
    text: 'Die einstweilige Verfügung kommt nicht.',
    findings: [{ kind: 'topic', ref: 'interim', matched: 'einstweilige Verfügung' }],
  });
  for (const [title, at] of [
    ['Sonderfall alt', '2019-01-01T08:00:00.000Z'],
    ['Sonderfall neu', '2025-05-26T08:00:00.000Z'],
  ] as const)
    print({ title, at });
  print({ title: 'Im Titel steht nichts', text: 'Nebenbei: ein Zebra. '.padEnd(300, 'Füllwort ') });
  print({ title: 'Zebra im Titel', text: 'Sonst nichts. '.padEnd(300, 'Füllwort ') });
});

describe('a word is found', () => {
  test.each([
    ['Köln', 'Gericht in Köln'],
    ['koeln', 'Gericht in Köln'],
    ['KOLN', 'Gericht in Köln'],
    ['Kölner', 'Koelner Anzeiger lobt KITraining'],
    ['Strasse', 'Gericht in Köln'],
    ['straßen', 'Gericht in Köln'],
    ['Verfügung', 'Verfügungen und ihre Folgen'],
    ['verfuegung', 'Verfügungen und ihre Folgen'],
    ['Haus', 'Häuser am Rhein'],
    ['Klage', 'Häuser am Rhein'],
    ['injunction', 'Courts and injunctions'],
    ['Gerichts', 'Gericht in Köln'],
  ])('whatever its ending and spelling: %s', (query, title) => {
    expect(found(query)).toContain(title);
  });

  test.each([
    ['Daten Training', 'Trainingsdaten aus Beiträgen'],
    ['training daten beitrag', 'Trainingsdaten aus Beiträgen'],
    ['KI Training', 'Koelner Anzeiger lobt KITraining'],
    ['KI-Training', 'Koelner Anzeiger lobt KITraining'],
    ['KIAssistent', 'Gericht in Köln'],
    ['KI Assistenten', 'Gericht in Köln'],
    ['KI-Assistent', 'Gericht in Köln'],
  ])('compounds together, apart and with hyphens: %s', (query, title) => {
    expect(found(query)).toContain(title);
  });

  test('but not words that only begin alike', () => {
    expect(found('Gerichtsbarkeit')).toEqual([]);
    expect(found('Date')).not.toContain('Trainingsdaten aus Beiträgen');
  });

  test('after an article has got another text', () => {
    const other = createArchive();
    const id = other.print({ title: 'Alt' });
    const { store } = other;
    const row = store.articles.byId(id);
    store.db.prepare('UPDATE article SET text = ? WHERE id = ?').run('', row?.id);
    expect(search(store.db, 'Bescheid')).toEqual([]);
    other.print({ title: 'Bescheide' });
    expect(search(store.db, 'Bescheid')).toHaveLength(1);
  });
});

describe('a query', () => {
  test('may hold phrases, exclusions, OR and prefixes', () => {
    expect(found('"Gericht in Köln"')).toEqual(['Gericht in Köln']);
    expect(found('"Köln in Gericht"')).toEqual([]);
    expect(found('Gericht -Straßen')).toEqual([]);
    expect(found('Zebra OR Häuser')).toHaveLength(3);
    expect(found('Beitr*')).toEqual(['Trainingsdaten aus Beiträgen']);
  });

  test('that holds no word is told so', () => {
    for (const query of ['', '---', '"" *', '-Gericht']) expect(() => found(query)).toThrow(QueryError);
  });

  test('is never a syntax error', () => {
    const awkward = fc.string({
      unit: fc.constantFrom(
        'a',
        'Ä',
        '"',
        "'",
        '*',
        '-',
        '(',
        ')',
        ':',
        '^',
        '+',
        'OR',
        'NOT',
        ' ',
        '\0',
        'é',
        '中',
        '{',
        '}',
        ',',
        'NEAR',
      ),
    });
    fc.assert(
      fc.property(fc.oneof(awkward, fc.string({ unit: 'binary' })), (query) => {
        try {
          found(query);
          didYouMean(archive.store.db, query);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('of thousands of words is answered at once', () => {
    const begin = performance.now();
    found('Daten Training Gericht '.repeat(2000));
    expect(performance.now() - begin).toBeLessThan(500);
  });
});

describe('what is found', () => {
  test('is ranked: the title before the text, the new before the old', () => {
    expect(found('Zebra')).toEqual(['Zebra im Titel', 'Im Titel steht nichts']);
    expect(found('Sonderfall')).toEqual(['Sonderfall neu', 'Sonderfall alt']);
  });

  test('is shown with the words marked', () => {
    const [hit] = search(archive.store.db, 'strasse');
    expect(hit?.snippet).toContain(`${MARK.begin}Straße${MARK.end}`);
  });

  test('a phrase that begins with a word found is marked as one with it', () => {
    const [hit] = search(archive.store.db, 'Beton "Beton und"');
    expect(hit?.snippet).toContain(`${MARK.begin}Beton und${MARK.end}`);
  });

  test.each([
    [{ country: 'ie' }, ['Courts and injunctions']],
    [{ agency: 'DPA' }, ['Verfügungen und ihre Folgen']],
    [{ stage: 'ruling' }, ['Courts and injunctions']],
    [{ own: true, source: 'two' }, []],
    [{ language: 'en' }, ['Courts and injunctions']],
    [{ topic: 'interim' }, ['Eilantrag scheitert']],
  ])('can be narrowed by %j', (filters, titles) => {
    expect(found('Verfügung OR injunction', filters)).toEqual(titles);
  });

  test('can be read page by page', () => {
    const all = found('Gericht OR Zebra OR Sonderfall');
    const pages = [0, 2, 4].flatMap((offset) =>
      found('Gericht OR Zebra OR Sonderfall', { limit: 2, offset }),
    );
    expect(all).toHaveLength(5);
    expect(pages).toEqual(all);
    expect(found('Zebra', { offset: 99_999_999 })).toEqual([]);
  });
});

test('an English query finds German articles by what the dossier knows', () => {
  const concepts: Concept[] = [
    { kind: 'topic', ref: 'interim', names: ['preliminary injunction', 'injunction'] },
  ];
  expect(found('injunction')).not.toContain('Eilantrag scheitert');
  expect(found('injunction', {}, concepts)).toContain('Eilantrag scheitert');
  expect(found('preliminary injunctions', {}, concepts)).toContain('Eilantrag scheitert');
  expect(found('preliminary bread', {}, concepts)).toEqual([]);
});

describe('did you mean', () => {
  test.each([
    ['Zbera', 'Zebra'],
    ['Gerischt Köln', 'Gericht Köln'],
    ['Trainingsdatan', 'Trainingsdaten'],
  ])('%s → %s', (query, suggestion) => {
    expect(didYouMean(archive.store.db, query)).toBe(suggestion);
  });

  test('says nothing where every word is known or none is near', () => {
    expect(didYouMean(archive.store.db, 'Zebra Köln')).toBeNull();
    expect(didYouMean(archive.store.db, 'xylophonquartett')).toBeNull();
  });

  test('distances are those of one letter left out, put in, exchanged, swapped', () => {
    expect(editDistance('ab', 'ba', 2)).toBe(1);
    expect(editDistance('gericht', 'geriht', 2)).toBe(1);
    expect(editDistance('gericht', 'gesicht', 2)).toBe(1);
    expect(editDistance('gericht', 'bericht', 0)).toBe(1);
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });
});
