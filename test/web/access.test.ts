import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import { accessFor, ownPath } from '../../src/web/access.ts';
import { createApp } from '../../src/web/app.ts';
import { accepted } from '../../src/web/language.ts';
import { serve } from '../../src/web/server.ts';
import { type ServedPage, startPage } from '../support/page.ts';

const TOKEN = 'a-long-random-text-0123';

let folder: string;
let databasePath: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standoff-access-'));
  databasePath = join(folder, 'page.db');
  openDatabase(databasePath).close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function withPage(fields: Parameters<typeof startPage>[0], work: (page: ServedPage) => Promise<void>) {
  const page = await startPage(fields);
  try {
    await work(page);
  } finally {
    await page.close();
  }
}

describe('who may be served what', () => {
  const wish = { token: undefined, behindProxy: undefined };

  test('loopback needs nothing', () => {
    for (const host of ['127.0.0.1', 'localhost', '::1', '127.9.9.9'])
      expect(accessFor({ ...wish, host }).token).toBeNull();
  });

  test('anything else asks for a token or for word that a proxy decides', () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'news.example.org', '127.0.0.1.example.org'])
      expect(() => accessFor({ ...wish, host })).toThrow(/STANDOFF_WEB_TOKEN.*--behind-proxy/);
    expect(accessFor({ ...wish, host: '0.0.0.0', token: TOKEN })).toEqual({
      hosts: null,
      token: TOKEN,
      proxied: false,
    });
    expect(accessFor({ ...wish, host: '0.0.0.0', behindProxy: 'News.example.org' }).hosts).toContain(
      'news.example.org',
    );
  });

  test('a token that could be guessed is none', () => {
    expect(() => accessFor({ ...wish, host: '127.0.0.1', token: 'secret' })).toThrow(/6 characters.*openssl/);
  });
});

describe('names', () => {
  test('a page of another site that points a name of its own to loopback learns nothing', () =>
    withPage({ databasePath }, async (page) => {
      const { port } = new URL(page.url);
      for (const host of [
        'evil.example',
        `evil.example:${port}`,
        'localhost.evil.example',
        '127.0.0.1@evil.example',
      ])
        expect([400, 421], host).toContain((await page.get('/stories', { host })).status);
      for (const host of ['localhost', `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST:99'])
        expect((await page.get('/stories', { host })).status, host).toBe(200);
    }));

  test('behind a proxy it answers to the public name', () =>
    withPage(
      {
        databasePath,
        access: accessFor({ host: '127.0.0.1', token: undefined, behindProxy: 'news.example.org' }),
      },
      async (page) => {
        expect((await page.get('/', { host: 'news.example.org' })).status).toBe(200);
        expect((await page.get('/', { host: 'other.example.org' })).text).toContain('news.example.org');
      },
    ));
});

describe('the token', () => {
  const guarded = (work: (page: ServedPage) => Promise<void>, behindProxy?: string) =>
    withPage({ databasePath, access: accessFor({ host: '0.0.0.0', token: TOKEN, behindProxy }) }, work);
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

  test('is asked for everywhere but for a sign of life and the form’s own looks', () =>
    guarded(async (page) => {
      for (const path of ['/', '/stories/1', '/metrics', '/stories.atom', '/nowhere']) {
        const answer = await page.get(path);
        expect([answer.status, answer.headers['www-authenticate']], path).toEqual([
          401,
          'Bearer realm="standoff"',
        ]);
        expect(answer.text).toContain('type="password"');
        expect(answer.headers['cache-control']).toBe('no-store');
      }
      expect((await page.get('/healthz')).status).toBe(200);
      const [, style = ''] = /stylesheet" href="([^"]+)/.exec((await page.get('/')).text) ?? [];
      expect((await page.get(style)).status).toBe(200);
    }));

  test('is exchanged for a cookie that no script and no other site can use', () =>
    guarded(async (page) => {
      const wrong = await page.send('POST', '/access', FORM, form({ token: 'something else entirely' }));
      expect([wrong.status, wrong.headers['set-cookie']]).toEqual([401, undefined]);
      expect(wrong.text).toContain('That is not the access token.');
      const right = await page.send(
        'POST',
        '/access',
        FORM,
        form({ token: TOKEN, next: '/stories?lang=de' }),
      );
      expect([right.status, right.headers.location]).toEqual([303, '/stories?lang=de']);
      const [cookie = ''] = right.headers['set-cookie'] ?? [];
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Strict/);
      expect(cookie).not.toContain(TOKEN);
      expect(cookie).not.toContain('Secure');
      const [pass = ''] = cookie.split(';');
      expect((await page.get('/stories', { cookie: pass })).status).toBe(200);
      expect((await page.get('/stories', { cookie: `${pass}x` })).status).toBe(401);
    }));

  test('is taken from the headers that scrapers and calendars send', () =>
    guarded(async (page) => {
      const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
      expect((await page.get('/metrics', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
      expect((await page.get('/dates.ics', { authorization: basic(`any:${TOKEN}`) })).status).toBe(200);
      for (const authorization of ['Bearer nonsense', basic('any:nonsense'), basic(''), 'Digest x', 'Bearer'])
        expect((await page.get('/metrics', { authorization })).status, authorization).toBe(401);
    }));

  test('travels with TLS only once the proxy has said that it does', () =>
    guarded(async (page) => {
      const headers = { ...FORM, host: 'news.example.org', 'x-forwarded-proto': 'https' };
      const { headers: answer } = await page.send('POST', '/access', headers, form({ token: TOKEN }));
      expect(String(answer['set-cookie'])).toContain('Secure');
    }, 'news.example.org'));

  test('a form that is too long is not read', () =>
    guarded(async (page) => {
      const answer = await page.send('POST', '/access', FORM, `token=${'x'.repeat(10_000)}`);
      expect(answer.status).toBe(413);
    }));

  test('nobody is led to another site by it', () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '',
      undefined,
    ])
      expect(ownPath(next)).toBe('/');
    expect(ownPath('/search?q=a%20b')).toBe('/search?q=a%20b');
  });
});

describe('without a database', () => {
  test('the page says how to begin, and goes on by itself once there is one', () =>
    withPage({ databasePath: join(folder, 'later.db') }, async (page) => {
      const before = await page.get('/');
      expect(before.status).toBe(503);
      expect(before.text).toContain('standoff run');
      expect((await page.get('/healthz')).status).toBe(503);
      openDatabase(join(folder, 'later.db')).close();
      const after = await page.get('/');
      expect(after.status).toBe(200);
      expect(after.text).toContain('No story matches.');
      expect(page.errors).toEqual([]);
    }));

  test('a file that is no database is said to be none', () =>
    withPage({ databasePath: import.meta.filename }, async (page) => {
      const answer = await page.get('/stories');
      expect(answer.status).toBe(503);
      expect(answer.text).toContain('cannot open the database');
      expect(page.errors).toHaveLength(1);
    }));
});

test('a port that is taken is a clear error', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const subject = { title: { de: '', en: '' }, timezone: 'UTC', concepts: [], compare: () => [] };
  const access = accessFor({ host: '127.0.0.1', token: undefined, behindProxy: undefined });
  const app = createApp({ databasePath, access, subject, onError: () => undefined });
  await expect(serve(app, { host: '127.0.0.1', port })).rejects.toThrow(
    `cannot listen on 127.0.0.1, port ${port}: the port is taken; name another with --port`,
  );
  other.close();
});

test('ends although a connection is open that never asks anything', async () => {
  const page = await startPage({ databasePath });
  const { hostname, port } = new URL(page.url);
  const silent = connect(Number(port), hostname);
  silent.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
  const cut = once(silent, 'close');
  await page.get('/healthz');
  await page.close();
  await cut;
});

test.each([
  ['de', 'de'],
  ['de-AT,en;q=0.9', 'de'],
  ['fr, en;q=0.5, de;q=0.6', 'de'],
  ['de;q=0', 'en'],
  ['en-GB, de', 'en'],
  ['*', 'en'],
  [undefined, 'en'],
  [';;;,,q=,de;q=x', 'en'],
])('a browser that says %s is answered in %s', (header, language) => {
  expect(accepted(header)).toBe(language);
});
