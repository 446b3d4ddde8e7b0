import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntry, type WireItem } from '../../../src/collect/wire/entry.ts';
import { paragraphs, RULING, SECRETS, urnOf, wireEntry } from '../../support/fake-wireq/entry.ts';

function item(fields: Record<string, unknown> = {}): WireItem {
  const read = readEntry(wireEntry(fields));
  if (read.kind === 'broken') throw new Error(read.reason);
  return read.item;
}

const reasonOf = (raw: unknown): string | null => {
  const read = readEntry(raw);
  return read.kind === 'broken' ? read.reason : null;
};

describe('what is read of an entry', () => {
  test('headline, teaser, paragraphs, byline and times in UTC', () => {
    expect(item()).toMatchObject({
      urn: urnOf(1),
      version: 1,
      title: 'Oberlandesgericht: Meta darf KI mit Nutzerdaten trainieren',
      text: RULING.join('\n\n'),
      authors: ['Erika Musterfrau'],
      section: 'Wirtschaft',
      language: 'de',
      publishedAt: '2025-05-23T09:05:00.000Z',
      modifiedAt: '2025-05-23T09:10:00.000Z',
      withdrawn: false,
      embargoedUntil: null,
    });
  });

  test('captions, scripts and the printed copyright line are no text', () => {
    const html = `<section>${paragraphs('Erster Absatz.')}<figure><img src="a.jpg"><figcaption>Eine Kamera. Foto: A. Bild/dpa</figcaption></figure>
      <script>zaehle()</script><h2>Zwischenzeile</h2><p>Zweiter Absatz &amp; Schluss.</p><p>© dpa-infocom, dpa:250523-930-100001/1</p></section>`;
    expect(item({ article_html: html }).text).toBe(
      'Erster Absatz.\n\nZwischenzeile\n\nZweiter Absatz & Schluss.',
    );
  });

  test('a flash of a headline without text is an item all the same', () => {
    expect(item({ article_html: null, teaser: null, byline: null })).toMatchObject({ text: '', teaser: '' });
  });

  test('nothing that is not publishable, wherever it stands', () => {
    const everything = JSON.stringify([item(), item({ signal: 'sig:correction', version: 2 })]);
    for (const secret of SECRETS) expect(everything).not.toContain(secret);
    expect(everything).not.toMatch(/yynw|Notizblock|Pressemitteilung des Gerichts/);
  });

  test('of ednotes only publishable ones on a correction; "true" in words is not true', () => {
    const note = (ednote: string, is_publishable: unknown, role = 'dpaednoterole:correctionshort') => ({
      role,
      ednote,
      is_publishable,
    });
    const { notes } = item({
      signal: 'sig:correction',
      ednotes: [
        note('Az. im ersten Absatz berichtigt', true),
        note('nur intern', false),
        note('auch nur intern', 'true'),
        note('ohne Angabe', undefined),
        note('Schlusszeile', true, 'dpaednoterole:closingline'),
        null,
      ],
    });
    expect(notes).toEqual(['Az. im ersten Absatz berichtigt']);
  });

  test('fields that nobody knows yet are passed over', () => {
    expect(item({ format: 'digitalwires@1.4.0', mood: { deep: [1] } }).title).toMatch(/^Oberlandesgericht/);
  });

  test('times with a zone written in any way; one without is no time', () => {
    expect(item({ embargoed: '2025-05-24T06:00:00+0200' }).embargoedUntil).toBe('2025-05-24T04:00:00.000Z');
    expect(
      item({ content_created: '2025-05-24T06:00:00', version_created: 'neulich' }).publishedAt,
    ).toBeNull();
  });
});

describe('whose copy it is', () => {
  const credits = (fields: Record<string, unknown>) =>
    item(fields).credits.map(({ agency, urn, version }) => ({ agency, urn, version }));

  test('dpa’s own copy has the key that outlets print with it', () => {
    const key = { agency: 'dpa', urn: '250523-930-100001', version: 3 };
    expect(credits({ version: 3 })).toEqual([key]);
    expect(credits({ version: 3, autopublishnotice: null })).toEqual([key]);
  });

  test.each([
    ['ASSOCIATED PRESS', 'urn:newsml:ap.org:20250523:abc123', 'ap'],
    ['EUROPA PRESS', 'urn:newsml:europapress.es:20250523:777', 'europa-press'],
    ['Agence France-Presse', 'urn:newsml:afp.com:20250523:f-1', 'afp'],
    ['Nordlicht Nachrichten GmbH', 'urn:newsml:nordlicht.example:1:2', 'nordlicht-nachrichten-gmbh'],
  ])('%s is not taken for dpa', (creditline, urn, agency) => {
    expect(credits({ creditline, urn, autopublishnotice: null })).toEqual([
      { agency, urn: null, version: null },
    ]);
  });
});

describe('entries that cannot be used', () => {
  test.each([
    ['without urn', { urn: null }, /urn/],
    ['a web address for an urn', { urn: 'https://anzeiger.example/1' }, /urn/],
    ['without version', { version: null }, /version/],
    ['half a version', { version: 1.5 }, /version/],
    ['without headline', { headline: ' ' }, /headline/],
    ['an embargo that cannot be read', { embargoed: 'morgen früh' }, /embargo/],
    ['an embargo without zone', { embargoed: '2025-05-24T06:00:00' }, /embargo/],
    ['a status that nobody knows', { pubstatus: 'perhaps' }, /pubstatus/],
  ])('%s: said why, without a word of the text', (_name, fields, reason) => {
    const said = reasonOf({ ...wireEntry(), ...fields });
    expect(said).toMatch(reason);
    expect(said).not.toMatch(/Meta|Oberlandesgericht|anzeiger|morgen/);
  });

  test('a withdrawal needs no headline, and nothing of its text is kept', () => {
    for (const pubstatus of ['canceled', 'cancelled', 'stat:canceled', 'withheld'])
      expect(item({ pubstatus, headline: null })).toMatchObject({
        withdrawn: true,
        title: '',
        text: '',
        credits: [],
      });
  });

  test('whatever comes, reading it never throws', () => {
    const nested = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    for (const raw of [null, 7, 'x', [], {}, nested, { urn: urnOf(1), nested }])
      expect(reasonOf(raw)).not.toBeNull();
    const fields = fc.dictionary(
      fc.constantFrom(...Object.keys(wireEntry())),
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string()),
    );
    fc.assert(
      fc.property(fields, (some) => {
        expect(['item', 'broken']).toContain(readEntry({ ...wireEntry(), ...some }).kind);
      }),
      { numRuns: 300 },
    );
  });

  test('one entry delivered twice has one mark, whatever its receipt', () => {
    const entry = wireEntry({ headline: null });
    const [first, second] = ['a', 'b'].map((receipt) => readEntry({ ...entry, _wireq_receipt: receipt }));
    expect(first).toEqual(second);
  });
});
