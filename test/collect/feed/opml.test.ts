import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OpmlFeed, parseOpml, writeOpml } from '../../../src/collect/feed/opml.ts';

const HEAD = { title: 'Sources', createdAt: '2025-06-01T12:00:00.000Z' };
const opml = (body: string) => `<?xml version="1.0"?><opml version="1.0"><head/><body>${body}</body></opml>`;

describe('an OPML list from another reader', () => {
  test('gives its feeds with their folders, in order', () => {
    const list = opml(`
      <outline text="Courts">
        <outline text="Germany"><outline type="rss" text="Higher Court" xmlUrl="https://court.example/rss" htmlUrl="https://court.example/"/></outline>
        <outline text="Panel" title="The Panel" xmlUrl="https://panel.example/atom.xml"/>
      </outline>
      <outline text="Alone" xmlUrl="https://alone.example/feed"/>`);
    expect(parseOpml(list)).toEqual([
      {
        url: 'https://court.example/rss',
        title: 'Higher Court',
        homepage: 'https://court.example/',
        folders: ['Courts', 'Germany'],
      },
      { url: 'https://panel.example/atom.xml', title: 'The Panel', homepage: null, folders: ['Courts'] },
      { url: 'https://alone.example/feed', title: 'Alone', homepage: null, folders: [] },
    ]);
  });

  test.each([
    ['attributes in another case', '<OUTLINE TEXT="A" XMLURL="https://a.example/feed"/>', 1],
    ['no title', '<outline xmlUrl=" https://a.example/feed "/>', 1],
    [
      'the same feed twice',
      '<outline xmlUrl="https://a.example/f"/><outline xmlUrl="https://a.example/f"/>',
      1,
    ],
    ['a bare ampersand', '<outline text="A & B" xmlUrl="https://a.example/f?x=1&y=2"/>', 1],
    ['a folder only', '<outline text="Empty"/>', 0],
    ['what is no web feed', '<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="javascript:1"/>', 0],
  ])('may have %s', (_, body, count) => {
    expect(parseOpml(opml(body))).toHaveLength(count);
  });

  test('that is none gives nothing, and one made to hang is left in time', () => {
    const started = performance.now();
    for (const text of [
      '',
      'hello',
      '{"a":1}',
      '<outline>'.repeat(300_000),
      '<outline text="'.repeat(100_000),
    ])
      expect(parseOpml(text)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test('what is exported is imported the same', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'aZ7 &<>;"\'\u00fc\u6f22'), minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim() || 'x');
  const feed: fc.Arbitrary<OpmlFeed> = fc.record({
    url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
    title: word,
    homepage: fc.option(fc.webUrl().map((url) => new URL(url).href)),
    folders: fc.array(word, { maxLength: 3 }),
  });
  const byUrl = (a: OpmlFeed, b: OpmlFeed) => (a.url < b.url ? -1 : 1);
  fc.assert(
    fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 4 }), (feeds) => {
      expect(parseOpml(writeOpml(feeds, HEAD)).sort(byUrl)).toEqual([...feeds].sort(byUrl));
    }),
    { numRuns: 40 },
  );
});
