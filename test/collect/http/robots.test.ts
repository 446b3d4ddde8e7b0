import { afterEach, describe, expect, test } from 'vitest';
import { createHttp } from '../../../src/collect/http/client.ts';
import { createRobots, type Robots, type RobotsSettings } from '../../../src/collect/http/robots.ts';
import type { SiteRules } from '../../../src/collect/http/site-rules.ts';
import { parseTdmFile, readHead, tdmByFile } from '../../../src/collect/http/tdm.ts';
import { type Handler, routes, startServer, type TestServer } from '../../support/http-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ended: (() => Promise<void>)[] = [];

/** A site that serves the files, and a clock that its visitor goes by. */
async function visit(files: Record<string, string | Handler>, settings: Partial<RobotsSettings> = {}) {
  const table = { ...files };
  const server: TestServer = await startServer((request, response) => routes(table)(request, response));
  const clock = { ms: Date.parse('2025-06-01T12:00:00.000Z') };
  const now = () => new Date(clock.ms);
  const userAgent = 'standoff/0.0 (bot@bot.example)';
  const allowPrivate = [server.host];
  const http = createHttp({ userAgent, timeoutMs: 2000, maxBytes: 1e6, maxRedirects: 5, allowPrivate }, now);
  const cache = new Map<string, SiteRules>();
  const robots = createRobots(http, { userAgent, mode: 'respect', tdm: 'log', ...settings }, cache, now);
  ended.push(
    () => http.close(),
    () => server.close(),
  );
  const page = (path: string) => `${server.origin}${path}`;
  return { server, table, clock, cache, page, robots };
}

const status =
  (code: number, headers = {}): Handler =>
  (_, response) =>
    void response.writeHead(code, headers).end();

async function allowed(robots: Robots, url: string): Promise<boolean> {
  return (await robots.check(url)).allowed;
}

afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

describe('robots.txt', () => {
  test('decides by the longest rule, wildcards and $ included', async () => {
    const { robots, page } = await visit({
      '/robots.txt': 'User-agent: *\nDisallow: /archive\nAllow: /archive/free\nDisallow: /*.pdf$',
    });
    expect(await allowed(robots, page('/news/1'))).toBe(true);
    expect(await allowed(robots, page('/archive/1'))).toBe(false);
    expect(await allowed(robots, page('/archive/free/1'))).toBe(true);
    expect(await allowed(robots, page('/a.pdf'))).toBe(false);
    expect(await allowed(robots, page('/a.pdf?page=2'))).toBe(true);
  });

  test('that names this bot is followed in place of the rules for all', async () => {
    const { robots, page } = await visit({
      '/robots.txt': 'User-agent: *\nDisallow: /\n\nUser-agent: Standoff\nDisallow: /private\nCrawl-delay: 4',
    });
    expect(await robots.check(page('/news'))).toMatchObject({ allowed: true, crawlDelayMs: 4000 });
    const refused = await robots.check(page('/private/1'));
    expect(refused.allowed).toBe(false);
    expect(refused.reason).toMatch(/line 5/);
  });

  test('is read behind a byte order mark', async () => {
    const { robots, page } = await visit({ '/robots.txt': '\ufeffUser-agent: *\nDisallow: /' });
    expect(await allowed(robots, page('/news'))).toBe(false);
  });

  test.each([401, 403, 404, 410])('that is answered by %d forbids nothing', async (code) => {
    const { robots, page } = await visit({ '/robots.txt': status(code) });
    expect(await allowed(robots, page('/news'))).toBe(true);
  });

  test.each([429, 500, 503])('that is answered by %d forbids all for now', async (code) => {
    const { robots, page, clock, table } = await visit({ '/robots.txt': status(code) });
    expect(await allowed(robots, page('/news'))).toBe(false);
    table['/robots.txt'] = 'User-agent: *\nAllow: /';
    expect(await allowed(robots, page('/news'))).toBe(false);
    clock.ms += HOUR;
    expect(await allowed(robots, page('/news'))).toBe(true);
  });

  test('that breaks after it was known stays in force', async () => {
    const { robots, page, clock, table } = await visit({
      '/robots.txt': 'User-agent: *\nDisallow: /archive',
    });
    expect(await allowed(robots, page('/news'))).toBe(true);
    table['/robots.txt'] = status(500);
    clock.ms += DAY;
    expect(await allowed(robots, page('/news'))).toBe(true);
    expect(await allowed(robots, page('/archive'))).toBe(false);
  });

  test('that cannot be had for a month counts as absent', async () => {
    const { robots, page, clock } = await visit({ '/robots.txt': status(500) });
    for (let day = 0; day <= 30; day++, clock.ms += DAY)
      expect(await allowed(robots, page('/news'))).toBe(false);
    expect(await allowed(robots, page('/news'))).toBe(true);
  });

  test('is asked for once a day, or as soon as it says that it goes stale', async () => {
    const { robots, page, clock, server } = await visit({
      '/robots.txt': (_, response) => response.writeHead(200, { 'cache-control': 'max-age=7200' }).end(),
    });
    const asked = () => server.seen.filter(({ path }) => path === '/robots.txt').length;
    for (const path of ['/a', '/b', '/c']) await robots.check(page(path));
    expect(asked()).toBe(1);
    clock.ms += 2 * HOUR;
    await robots.check(page('/d'));
    expect(asked()).toBe(2);
  });

  test('can be ignored by configuration, but for its crawl-delay', async () => {
    const { robots, page } = await visit(
      { '/robots.txt': 'User-agent: *\nDisallow: /\nCrawl-delay: 2.5' },
      { mode: 'ignore' },
    );
    expect(await robots.check(page('/news'))).toMatchObject({ allowed: true, crawlDelayMs: 2500 });
    expect(robots.crawlDelayMs(page('/else'))).toBe(2500);
  });

  test('made to be slow to match is answered in time', async () => {
    const line = `Disallow: /${'*a'.repeat(490)}\n`;
    const { robots, page } = await visit({ '/robots.txt': `User-agent: *\n${line.repeat(500)}Disallow: /b` });
    const started = performance.now();
    expect(await allowed(robots, page(`/b${'a'.repeat(2000)}b`))).toBe(false);
    const blank = await visit({ '/robots.txt': '\n'.repeat(500_000) });
    expect(await allowed(blank.robots, blank.page('/news'))).toBe(true);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  test('does not speak for what is no web page', async () => {
    const { robots } = await visit({});
    for (const url of ['mailto:a@b.example', 'nowhere', '']) expect(await allowed(robots, url)).toBe(false);
  });
});

describe('a reservation of text and data mining', () => {
  const reserved = JSON.stringify([
    { location: '/free/', 'tdm-reservation': 0 },
    { location: '/', 'tdm-reservation': 1, 'tdm-policy': 'https://press.example/policy.json' },
  ]);

  test('in tdmrep.json is found, with its policy; its first matching rule decides', async () => {
    const { robots, page } = await visit({ '/.well-known/tdmrep.json': reserved });
    expect((await robots.check(page('/news'))).tdmReserved).toEqual({
      by: 'tdmrep.json',
      policy: 'https://press.example/policy.json',
    });
    expect((await robots.check(page('/free/1'))).tdmReserved).toBeNull();
  });

  test('is superseded by the header, and the header by the page', async () => {
    const { robots, page } = await visit({ '/.well-known/tdmrep.json': reserved });
    const by = async (headers: Record<string, string>, html: string) =>
      (await robots.check(page('/news'), { headers, html })).tdmReserved?.by ?? null;
    const meta = (value: number) => `<html><head><meta name=tdm-reservation content="${value}"></head>`;
    expect(await by({}, '')).toBe('tdmrep.json');
    expect(await by({ 'tdm-reservation': '0' }, '')).toBeNull();
    expect(await by({ 'tdm-reservation': '1' }, '')).toBe('header');
    expect(await by({ 'tdm-reservation': '1' }, meta(0))).toBeNull();
    expect(await by({ 'tdm-reservation': '0' }, meta(1))).toBe('meta');
  });

  test.each([
    ['tdm: log reads the page and says so', 'log' as const, true],
    ['tdm: respect leaves it', 'respect' as const, false],
  ])('%s', async (_, tdm, readable) => {
    const { robots, page } = await visit({ '/.well-known/tdmrep.json': reserved }, { tdm });
    const permission = await robots.check(page('/news'));
    expect(permission).toMatchObject({ allowed: readable, tdmReserved: { by: 'tdmrep.json' } });
    expect(permission.reason).toMatch(/reserved by tdmrep\.json/);
  });

  test.each([
    ['crawlers for AI training are shut out by name', 'User-agent: CCBot\nUser-agent: GPTBot\nDisallow: /'],
    ['a content signal says no', 'User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /'],
    ['a usage preference says no', 'User-agent: *\nContent-Usage: train-ai=n\nAllow: /'],
  ])('is seen in robots.txt where %s', async (_, text) => {
    const { robots, page } = await visit({ '/robots.txt': text });
    expect(await robots.check(page('/news'))).toMatchObject({
      allowed: true,
      tdmReserved: { by: 'robots.txt' },
    });
  });

  test('is seen in X-Robots-Tag and in the robots meta tag', async () => {
    const { robots, page } = await visit({});
    const by = async (headers: Record<string, string>, html: string) =>
      (await robots.check(page('/news'), { headers, html })).tdmReserved?.by ?? null;
    expect(await by({ 'x-robots-tag': 'max-snippet:9, noai' }, '')).toBe('x-robots-tag');
    expect(await by({}, '<meta name="ROBOTS" content="index,NoAI">')).toBe('robots-meta');
    expect(await by({ 'x-robots-tag': 'noarchive' }, '<meta name=robots content=noaib>')).toBeNull();
  });

  test('is not made up from ordinary robots rules', async () => {
    const { robots, page } = await visit({
      '/robots.txt': 'User-agent: *\nDisallow: /search\nUser-agent: CCBot\nAllow: /',
    });
    expect((await robots.check(page('/news'))).tdmReserved).toBeNull();
  });

  test.each([
    ['no JSON', 'tdm-reservation: 1'],
    ['no array', '{"location":"/","tdm-reservation":1}'],
    ['no location', '[{"tdm-reservation":1}]'],
    ['another value', '[{"location":"/","tdm-reservation":2}]'],
    ['more than a pattern', '[{"location":"/\\nAllow: /","tdm-reservation":1}]'],
    ['nothing at all', '[null, 1, [], "x"]'],
  ])('in a tdmrep.json with %s is none', (_, text) => {
    expect(tdmByFile(parseTdmFile(text), new URL('https://press.example/news'))).toBeNull();
  });

  test('in a page counts in its head only', () => {
    const meta = '<meta name="tdm-reservation" content="1">';
    expect(readHead(`<head>${meta}</head>`).tdm?.reserved).toBe(true);
    expect(readHead(`<head><title>x</title></head><body>${meta}</body>`).tdm).toBeNull();
    expect(readHead(`<head>${'<style>a{}</style>'.repeat(60_000)}${meta}`).tdm).toBeNull();
  });

  test('is looked for in bounded time, whatever the page is made of', () => {
    const started = performance.now();
    for (const piece of ['<a>', '<meta name=', '<!--', '<svg><title>', '</p>'])
      readHead(`<head>${piece.repeat(300_000)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
