import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError } from '../../../src/collect/feed/error.ts';
import { MAX_FEED_BYTES, parseFeed } from '../../../src/collect/feed/parse.ts';
import { ADDRESS, atom, read, rss } from './documents.ts';

/** CPU milliseconds, which a busy machine does not change much. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work().catch((error: unknown) => expect(error).toBeInstanceOf(FeedError));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('a hostile feed costs little', () => {
  it.each([
    [
      'half-open tags in a description',
      rss(`<item><description><![CDATA[${'x<p'.repeat(50_000)}]]></description></item>`),
    ],
    [
      'two hundred thousand nested elements',
      rss(`<item>${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</item>`),
    ],
    [
      'nested divs in XHTML',
      atom(`<entry><content type="xhtml">${'<div>'.repeat(50_000)}</content></entry>`),
    ],
    ['nested titles', rss(`<item>${'<title>'.repeat(50_000)}`)],
    ['items never closed', rss('<item><b>'.repeat(30_000))],
    ['comments never closed', rss(`<item><title>${'<!--'.repeat(100_000)}</title></item>`)],
    ['CDATA never closed', rss(`<item><title>${'<![CDATA['.repeat(50_000)}`)],
    ['a hundred thousand attributes', rss(`<item ${'a="1" '.repeat(100_000)}><title>a</title></item>`)],
    ['quotes never closed', rss(`<item><link href="${'<a "'.repeat(100_000)}</item>`)],
    ['nothing but tag openings', '<'.repeat(500_000)],
    ['a million fields', rss(`<item>${'<a/>'.repeat(1_000_000)}`)],
    ['declarations', rss(`<item><title>${'<!>'.repeat(200_000)}</title></item>`)],
    ['references without end', rss(`<item><title>${'&#x'.repeat(100_000)}</title></item>`)],
  ])('%s', async (_, document) => {
    expect(await cost(() => read(document))).toBeLessThan(2000);
  });

  it('expands no entity and opens no file', async () => {
    const laughs = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">';
    const { entries } = await read(`<!DOCTYPE rss [${laughs}]>${rss('<item><title>&b;&f;</title></item>')}`);
    expect(entries[0]?.title).toBe('&b;&f;');
  });

  it('is refused beyond a size, and read up to a number of items', async () => {
    const huge = new Uint8Array(MAX_FEED_BYTES + 1);
    await expect(parseFeed(huge, { contentType: null, url: ADDRESS })).rejects.toMatchObject({
      code: 'too-large',
    });
    const { entries, notes } = await read(rss('<item/>'.repeat(50_001)));
    expect(entries).toHaveLength(50_000);
    expect(notes).toEqual(['The feed is too long; only its first 50000 items were read.']);
  });

  it('leaves no trace in the next one', async () => {
    const good = rss('<item><title>good</title></item>');
    const fresh = await read(good);
    await read('<rss version="2.0"><channel><item><title>a</b>').catch(() => {});
    await read('<!-- nothing -->').catch(() => {});
    expect(await read(good)).toEqual(fresh);
  });
});

describe('whatever the bytes', () => {
  const piece = fc.constantFrom(
    ...[
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<entry>',
      '</entry>',
      '<title>',
      '</title>',
      '<link href="/x">',
      '<![CDATA[',
    ],
    ...[
      ']]>',
      '<!--',
      '-->',
      '&amp;',
      '&',
      '<',
      '>',
      '"',
      '<?xml ?>',
      '<!DOCTYPE a [',
      ']>',
      'xml:base="::"',
      'text',
      '<pubDate>',
    ],
    ...[
      '2024-01-01',
      '</channel>',
      '<urlset>',
      '<url>',
      '<loc>',
      '\u0000',
      '\ud800',
      '<dc:date xmlns:dc="',
      '<content type="xhtml">',
    ],
  );

  it('the answer is a feed or an error with a code, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.string(),
        ),
        async (document) => {
          const feed = await read(document).catch((error: unknown) => error);
          if (feed instanceof Error) expect(feed).toBeInstanceOf(FeedError);
          else expect(feed).toHaveProperty('entries');
        },
      ),
      { numRuns: 500 },
    );
  });
});
