import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAggregatorPage, outletLinkedFrom, outletUrl } from '../../../src/collect/http/aggregator.ts';
import type { HttpResult } from '../../../src/collect/http/result.ts';
import { readPage } from '../../../src/collect/read.ts';

const PAGE = 'https://www.testbote.example/politik/eilantrag.html';

/** An id as Google News made them: type, length, address, and what follows. */
function googleLink(address: string, path = 'rss/articles'): string {
  const bytes = Buffer.from(address);
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  const message = Buffer.concat([
    Buffer.from([0x08, 0x13, 0x22, ...length]),
    bytes,
    Buffer.from([0xd2, 0x01, 0x00]),
  ]);
  return `https://news.google.com/${path}/${message.toString('base64url')}?oc=5&hl=de`;
}

describe('the outlet’s address in an aggregator’s link', () => {
  const long = `${PAGE}?a=${'x'.repeat(200)}`;
  test.each([
    ['of Google News, old', googleLink(PAGE), PAGE],
    ['of Google News, long', googleLink(long), long],
    ['of Google News, as read there', googleLink(PAGE, 'read'), PAGE],
    ['of Google’s redirect', `https://www.google.com/url?q=${encodeURIComponent(PAGE)}&sa=U`, PAGE],
    [
      'of Bing News',
      `http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=${encodeURIComponent(PAGE)}&c=1`,
      PAGE,
    ],
  ])('is found: %s', (_, link, expected) => {
    expect(outletUrl(link)).toBe(expected);
  });

  test.each([
    [
      'an id that only Google can resolve',
      'https://news.google.com/rss/articles/CBMiAAAU_yqLNabcdefghij0123456789?oc=5',
    ],
    ['an address on the aggregator itself', googleLink('https://news.google.com/topics/abc')],
    ['another kind of address', googleLink('javascript:alert(1)//abcdef')],
    ['a link that ends too early', googleLink(PAGE).replace(/.{30}\?.*$/, '')],
    [
      'an outlet’s page with such a parameter',
      `https://www.testbote.example/share?url=${encodeURIComponent(PAGE)}`,
    ],
  ])('is not taken from %s', (_, link) => {
    expect(outletUrl(link)).toBeNull();
  });

  test('is sought in any string without an error', () => {
    fc.assert(
      fc.property(fc.base64String(), (id) => {
        const found = outletUrl(`https://news.google.com/rss/articles/${id.replace(/[+/=]/g, '')}`);
        expect(found === null || URL.canParse(found)).toBe(true);
      }),
    );
  });
});

describe('the outlet’s address on an aggregator’s page', () => {
  test.each([
    [
      'its link’s attribute',
      `<link rel="canonical" href="https://other.example/"><c-wiz><a data-n-au="${PAGE}">`,
    ],
    ['a refresh', `<meta http-equiv="refresh" content="0; URL='${PAGE}'">`],
    [
      'the canonical address',
      `<link rel="canonical" href="https://news.google.com/x"><meta property="og:url" content="${PAGE}">`,
    ],
  ])('is told by %s', (_, html) => {
    expect(outletLinkedFrom(html)).toBe(PAGE);
  });

  test('is sought in bounded time however deep the page is nested', () => {
    const started = performance.now();
    expect(outletLinkedFrom('<div>'.repeat(150_000) + '</x>'.repeat(50_000))).toBeNull();
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('is not guessed', () => {
    expect(outletLinkedFrom(`<p><a href="${PAGE}">an article</a>`)).toBeNull();
  });
});

describe('reading an aggregator’s link', () => {
  const GOOGLE = 'https://news.google.com/rss/articles/CBMiAAAU_yqLNabcdefghij0123456789';
  const ok = (url: string, html: string): HttpResult => ({
    ...{ kind: 'ok', status: 200, url, hops: [], permanentUrl: null, headers: {}, contentType: 'text/html' },
    ...{
      fetchedAt: '2025-05-20T10:00:00.000Z',
      body: Buffer.from(html),
      validators: { etag: null, lastModified: null },
    },
  });
  async function read(url: string, site: Record<string, string>) {
    const asked: string[] = [];
    const result = await readPage(
      { url, validators: null },
      {
        http: {
          get: async (address) => {
            asked.push(address);
            return ok(address, site[address] ?? '');
          },
        },
        robots: { check: async () => ({ allowed: true, reason: '', tdmReserved: null, crawlDelayMs: null }) },
      },
    );
    return { result, asked };
  }

  test('asks the outlet at once where the link names it', async () => {
    const { result, asked } = await read(googleLink(PAGE), { [PAGE]: '<p>Text' });
    expect(asked).toEqual([PAGE]);
    expect(result).toMatchObject({ kind: 'page', url: PAGE, evidence: { finalUrl: PAGE } });
  });

  test('asks the aggregator where only its page names the outlet', async () => {
    const { result, asked } = await read(GOOGLE, { [GOOGLE]: `<a data-n-au="${PAGE}">`, [PAGE]: '<p>Text' });
    expect(asked).toEqual([GOOGLE, PAGE]);
    expect(result).toMatchObject({ kind: 'page', url: PAGE });
  });

  test('fails for good where nothing names it: the aggregator’s page is never taken for an article', async () => {
    expect(isAggregatorPage(GOOGLE)).toBe(true);
    const { result } = await read(GOOGLE, { [GOOGLE]: '<p>Google News, with much text around it.' });
    expect(result).toMatchObject({ kind: 'failed', code: 'aggregator', permanent: true });
  });
});
