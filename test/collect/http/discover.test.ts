import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/collect/feed/parse.ts';
import { createHttp, type Http } from '../../../src/collect/http/client.ts';
import { discoverFeeds, feedLinks } from '../../../src/collect/http/discover.ts';
import { routes, startServer, type TestServer } from '../../support/http-server.ts';

const PAGE = 'https://press.example/news/';
const urls = (html: string) => feedLinks(html, PAGE).map(({ url }) => url);

let server: TestServer;
let http: Http;

beforeAll(async () => {
  server = await startServer(
    routes({
      '/': '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" title="All" href="/feed"></head><body>Hello</body></html>',
      '/feed':
        '<rss version="2.0"><channel><title>All the news</title><item><title>One</title></item></channel></rss>',
    }),
  );
  const allowPrivate = [server.host];
  http = createHttp({
    userAgent: 'standoff/0.0 (bot@bot.example)',
    timeoutMs: 2000,
    maxBytes: 1e6,
    maxRedirects: 3,
    allowPrivate,
  });
});

afterAll(async () => {
  await http.close();
  await server.close();
});

describe('an address that a person typed', () => {
  test('of a page leads to the feeds that it names', async () => {
    const feeds = [{ url: `${server.origin}/feed`, title: 'All' }];
    expect(await discoverFeeds(server.origin, http, parseFeed)).toEqual({ kind: 'found', feeds });
  });

  test('of a feed is that feed, by its own title', async () => {
    const url = `${server.origin}/feed`;
    const feeds = [{ url, title: 'All the news' }];
    expect(await discoverFeeds(url, http, parseFeed)).toEqual({ kind: 'found', feeds });
  });

  test('of nothing says what is wrong', async () => {
    const result = await discoverFeeds(`${server.origin}/nothing`, http, parseFeed);
    expect(result).toMatchObject({ kind: 'failed', code: 'http' });
  });
});

describe('the feeds of a page', () => {
  test('are absolute, in order, each once', () => {
    const link = (href: string) => `<link rel="alternate" type="application/atom+xml" href="${href}">`;
    expect(
      urls(`<head>${link('a.xml')}${link('/b.xml')}${link('//c.example/#top')}${link('a.xml')}</head>`),
    ).toEqual(['https://press.example/news/a.xml', 'https://press.example/b.xml', 'https://c.example/']);
  });

  test('follow the page\u2019s base', () => {
    const html = '<base href="https://cdn.example/x/"><link rel=alternate type=text/xml href=feed>';
    expect(urls(html)).toEqual(['https://cdn.example/x/feed']);
  });

  test.each([
    [
      'upper case and parameters',
      '<LINK REL="ALTERNATE" TYPE="Application/RSS+XML; charset=utf-8" HREF="/f">',
      1,
    ],
    ['rel=feed without a type', '<link rel="feed" href="/f">', 1],
    ['JSON Feed', '<link rel="home alternate" type="application/feed+json" href="/f">', 1],
    ['another language of the page', '<link rel="alternate" hreflang="en" href="/en">', 0],
    ['oEmbed', '<link rel="alternate" type="application/json+oembed" href="/o">', 0],
    ['a style sheet', '<link rel="alternate stylesheet" type="text/xml" href="/s">', 0],
    ['no address', '<link rel="alternate" type="application/rss+xml" href=" ">', 0],
    ['another scheme', '<link rel="alternate" type="application/rss+xml" href="feed:x">', 0],
  ])('%s', (_, html, count) => {
    expect(urls(html)).toHaveLength(count);
  });

  test('are looked for in bounded time, whatever the page is made of', () => {
    const started = performance.now();
    for (const piece of ['<a>', '<link rel=', '<b></i>', '<!--']) feedLinks(piece.repeat(500_000), PAGE);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
