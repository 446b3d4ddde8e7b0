import { createServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp, type GetOptions, type HttpSettings } from '../../../src/collect/http/client.ts';
import type { HttpResult } from '../../../src/collect/http/result.ts';
import { routes, startServer, type TestServer } from '../../support/http-server.ts';

const USER_AGENT = 'standoff/0.0 (+https://bot.example; bot@bot.example)';
const NOW = new Date('2025-06-01T12:00:00.000Z');
const MEBIBYTE = 1_048_576;

let server: TestServer;
let elsewhere: TestServer;

async function get(url: string, options: GetOptions = {}, settings: Partial<HttpSettings> = {}) {
  const allowPrivate = [server.host];
  const defaults = {
    userAgent: USER_AGENT,
    timeoutMs: 5000,
    maxBytes: MEBIBYTE,
    maxRedirects: 5,
    allowPrivate,
  };
  const http = createHttp({ ...defaults, ...settings }, () => NOW);
  try {
    return await http.get(url, options);
  } finally {
    await http.close();
  }
}

/** The code and the message of a failure; a result that is none fails the test. */
function trouble(result: HttpResult) {
  if (result.kind !== 'failed') throw new Error(`expected a failure, got ${result.kind}`);
  return result;
}

function text(result: HttpResult): string {
  if (result.kind !== 'ok') throw new Error(`expected a document, got ${JSON.stringify(result)}`);
  return new TextDecoder().decode(result.body);
}

const redirect =
  (status: number, location: string) => (_: unknown, response: import('node:http').ServerResponse) =>
    void response.writeHead(status, { location }).end();

beforeAll(async () => {
  elsewhere = await startServer((_, response) => response.end('a private service'));
  const long = 'news and more news '.repeat(2000);
  server = await startServer(
    routes({
      '/plain': 'a feed',
      '/gzip': (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(long)),
      '/br': (_, r) => r.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(long)),
      '/truncated-gzip': (_, r) =>
        r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(long).subarray(0, 60)),
      '/truncated-br': (_, r) =>
        r.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(long).subarray(0, 20)),
      '/not-gzip': (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end('plainly no gzip'),
      '/unknown-coding': (_, r) => r.writeHead(200, { 'content-encoding': 'zstd' }).end('x'),
      '/bomb': (_, r) =>
        r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50 * MEBIBYTE))),
      '/endless': (_, r) => {
        const more = () => r.write(Buffer.alloc(65_536)) && setImmediate(more);
        r.on('drain', more).on('close', () => r.removeAllListeners());
        more();
      },
      '/slow-loris': (_, r) => void r.writeHead(200, { 'content-length': '1000' }).write('<rss>'),
      '/never-answers': () => {},
      '/drops': (request) => void request.socket.destroy(),
      '/short': (request, r) => {
        r.writeHead(200, { 'content-length': '1000' }).write('<rss>');
        setImmediate(() => request.socket.end());
      },
      '/short-chunks': (request, r) => {
        r.writeHead(200).write('<rss>');
        setImmediate(() => request.socket.end());
      },
      '/moved': redirect(301, '/moved-again'),
      '/moved-again': redirect(308, '/plain'),
      '/moved-for-now': redirect(301, '/detour'),
      '/detour': redirect(302, '/plain'),
      '/circle': redirect(302, '/circle-back'),
      '/circle-back': redirect(302, '/circle'),
      '/stairs': (request, r) => {
        const step = Number(new URL(request.url ?? '', 'http://x').searchParams.get('n'));
        r.writeHead(302, { location: `/stairs?n=${step + 1}` }).end();
      },
      '/to-nowhere': (_, r) => r.writeHead(302).end(),
      '/to-file': redirect(302, 'file:///etc/passwd'),
      '/to-private': (_, r) => r.writeHead(302, { location: elsewhere.origin }).end(),
      '/to-metadata': redirect(307, 'http://169.254.169.254/latest/meta-data'),
      '/umlaut': (_, r) => {
        r.socket?.end(
          Buffer.from('HTTP/1.1 302 Found\r\nLocation: /stra\u00dfe\r\nContent-Length: 0\r\n\r\n', 'utf8'),
        );
      },
      '/stra%C3%9Fe': 'the street',
      '/gone': (_, r) => r.writeHead(410).end(),
      '/busy': (_, r) => r.writeHead(429, { 'retry-after': '120' }).end(),
      '/busy-until': (_, r) =>
        r
          .writeHead(503, {
            date: 'Sun, 01 Jun 2025 09:00:00 GMT',
            'retry-after': 'Sun, 01 Jun 2025 09:30:00 GMT',
          })
          .end(),
      '/part': (_, r) => r.writeHead(206).end('half'),
      '/etag': (request, r) => {
        const known = request.headers['if-none-match'] === 'W/"a\u00e4, b"';
        r.writeHead(known ? 304 : 200, { etag: 'W/"a\u00e4, b"', 'last-modified': 'yesterday, about noon' });
        r.end(known ? undefined : 'a feed');
      },
      '/bare-304': (_, r) => r.writeHead(304).end(),
      '/cookie': (_, r) => r.writeHead(302, { location: '/plain', 'set-cookie': 'id=1' }).end(),
    }),
  );
});

afterAll(async () => {
  await server.close();
  await elsewhere.close();
});

describe('a request', () => {
  test('carries a User-Agent with a contact, takes gzip and br, and nothing that follows a user around', async () => {
    await get(`${server.origin}/cookie`);
    const names = server.seen.slice(-2).flatMap((request) => Object.keys(request.headers));
    expect(server.seen.at(-1)?.headers).toMatchObject({
      'user-agent': USER_AGENT,
      'accept-encoding': 'gzip, br',
    });
    expect(names).not.toContain('cookie');
    expect(names).not.toContain('referer');
    expect(names).not.toContain('if-modified-since');
    expect(names).not.toContain('if-none-match');
  });

  test('is impossible with a User-Agent that gives no contact', async () => {
    await expect(get(`${server.origin}/plain`, {}, { userAgent: 'standoff/0.0' })).rejects.toThrow(/contact/);
  });

  test('sends a login written in the URL, and shows it to nobody else', async () => {
    const result = await get(`http://reader:s%40crit@${server.host}/gone`);
    expect(server.seen.at(-1)?.headers.authorization).toBe(`Basic ${btoa('reader:s@crit')}`);
    expect(JSON.stringify(result)).not.toMatch(/s(@|%40)crit/);
  });
});

describe('validators', () => {
  test('come back byte for byte, quotes, commas and odd letters included', async () => {
    const first = await get(`${server.origin}/etag`);
    if (first.kind !== 'ok') throw new Error(first.kind);
    expect(first.validators).toEqual({ etag: 'W/"a\u00e4, b"', lastModified: 'yesterday, about noon' });
    const second = await get(`${server.origin}/etag`, { validators: first.validators });
    expect(second).toMatchObject({ kind: 'not-modified', status: 304, validators: first.validators });
    expect(server.seen.at(-1)?.rawHeaders).toContain('yesterday, about noon');
  });

  test('are kept when a 304 does not repeat them', async () => {
    const validators = { etag: '"1"', lastModified: null };
    expect(await get(`${server.origin}/bare-304`, { validators })).toMatchObject({ validators });
    expect(server.seen.at(-1)?.headers).not.toHaveProperty('if-modified-since');
  });

  test('that were never sent make a 304 a failure', async () => {
    expect(trouble(await get(`${server.origin}/bare-304`))).toMatchObject({ code: 'http', status: 304 });
  });
});

describe('redirects', () => {
  test('that are all permanent name the new address', async () => {
    const result = await get(`${server.origin}/moved`);
    expect(result).toMatchObject({
      kind: 'ok',
      url: `${server.origin}/plain`,
      permanentUrl: `${server.origin}/plain`,
      hops: [
        { url: `${server.origin}/moved`, status: 301 },
        { url: `${server.origin}/moved-again`, status: 308 },
      ],
    });
  });

  test('with one temporary hop do not move a feed', async () => {
    expect(await get(`${server.origin}/moved-for-now`)).toMatchObject({ kind: 'ok', permanentUrl: null });
  });

  test('to a path with raw UTF-8 letters are followed', async () => {
    expect(text(await get(`${server.origin}/umlaut`))).toBe('the street');
  });

  test.each([
    ['/circle', 'redirect-loop'],
    ['/stairs?n=1', 'redirect-loop'],
    ['/to-nowhere', 'bad-redirect'],
    ['/to-file', 'bad-redirect'],
    ['/to-private', 'blocked-address'],
    ['/to-metadata', 'blocked-address'],
  ])('%s ends as %s', async (path, code) => {
    expect(trouble(await get(`${server.origin}${path}`)).code).toBe(code);
    expect(elsewhere.seen).toEqual([]);
  });
});

describe('a body', () => {
  test.each(['/gzip', '/br'])('%s is decoded', async (path) => {
    expect(text(await get(`${server.origin}${path}`))).toMatch(/^news and more news /);
  });

  test.each([
    ['/truncated-gzip', 'truncated'],
    ['/truncated-br', 'truncated'],
    ['/short', 'truncated'],
    ['/short-chunks', 'truncated'],
    ['/part', 'truncated'],
    ['/not-gzip', 'bad-encoding'],
    ['/unknown-coding', 'bad-encoding'],
    ['/bomb', 'too-large'],
    ['/endless', 'too-large'],
  ])('%s is refused as %s', async (path, code) => {
    expect(trouble(await get(`${server.origin}${path}`)).code).toBe(code);
  });

  test('can be handed to another thread', async () => {
    const result = await get(`${server.origin}/gzip`);
    expect(structuredClone(result)).toEqual(result);
  });
});

describe('a server in trouble', () => {
  test.each([
    ['/slow-loris', 'timeout'],
    ['/never-answers', 'timeout'],
    ['/drops', 'unreachable'],
    ['/gone', 'http'],
  ])('%s gives %s, and the message names its host', async (path, code) => {
    const result = trouble(await get(`${server.origin}${path}`, { timeoutMs: 150 }));
    expect(result.code).toBe(code);
    expect(result.message).toContain(server.host);
  });

  test.each([
    ['/busy', 120_000],
    ['/busy-until', 1_800_000],
    ['/gone', null],
  ])('%s asks to be left alone for %s ms', async (path, ms) => {
    expect(trouble(await get(`${server.origin}${path}`)).retryAfterMs).toBe(ms);
  });

  test('that is no server at all refuses', async () => {
    const closed = await startServer(() => {});
    await closed.close();
    const result = await get(closed.origin, {}, { allowPrivate: ['127.0.0.1'] });
    expect(trouble(result)).toMatchObject({ code: 'refused', status: null });
  });

  test('that speaks no HTTP is told apart from one without TLS', async () => {
    const babble = createServer((socket) => socket.write('SSH-2.0-whatever\r\n'));
    await new Promise<void>((resolve) => babble.listen(0, '127.0.0.1', resolve));
    const address = babble.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const allowPrivate = ['127.0.0.1'];
    expect(trouble(await get(`http://127.0.0.1:${port}/`, {}, { allowPrivate })).code).toBe('bad-response');
    expect(trouble(await get(`https://127.0.0.1:${port}/`, {}, { allowPrivate })).code).toBe('tls');
    babble.close();
  });

  test('cannot be asked when its name does not exist', async () => {
    expect(trouble(await get('http://no-such-host.invalid/')).code).toBe('dns');
  });

  test.each(['', 'no url', 'ftp://x.example/feed', 'file:///etc/passwd', 'data:text/xml,<rss/>'])(
    'cannot be asked by %j',
    async (url) => {
      expect(trouble(await get(url)).code).toBe('bad-url');
    },
  );

  test('is left when the caller gives up', async () => {
    const result = await get(`${server.origin}/never-answers`, { signal: AbortSignal.timeout(20) });
    expect(trouble(result).code).toBe('aborted');
  });
});
