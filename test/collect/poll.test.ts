import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseFeed } from '../../src/collect/feed/parse.ts';
import { createHttp, type Http } from '../../src/collect/http/client.ts';
import { type PollJob, type PollResult, pollFeed } from '../../src/collect/poll.ts';
import { type Handler, routes, startServer, type TestServer } from '../support/http-server.ts';

const item = (n: number) =>
  `<item><title>Notice ${n}</title><link>/notice/${n}</link><guid isPermaLink="false">n${n}</guid></item>`;
const rss = (...numbers: number[]) =>
  `<rss version="2.0"><channel><title>Notices</title><ttl>45</ttl>${numbers.map(item).join('')}</channel></rss>`;

let server: TestServer;
let http: Http;
let table: Record<string, string | Handler> = {};

beforeAll(async () => {
  server = await startServer((request, response) => routes(table)(request, response));
  http = createHttp({
    userAgent: 'standoff/0.0 (bot@bot.example)',
    timeoutMs: 2000,
    maxBytes: 100_000,
    maxRedirects: 5,
    allowPrivate: [server.host],
  });
});

beforeEach(() => {
  table = { '/feed': rss(1, 2) };
});

afterAll(async () => {
  await http.close();
  await server.close();
});

const fresh = (path = '/feed'): PollJob => ({
  feed: { url: `${server.origin}${path}`, format: 'feed' },
  source: { id: 'court', timezone: 'Europe/Berlin', languages: ['de'] },
  validators: null,
  bodySha256: null,
  known: new Set(),
});
const poll = (job: PollJob) => pollFeed(job, http, parseFeed);

/** The same job as it is after the result was stored. */
function stored(job: PollJob, result: PollResult): PollJob {
  if (result.outcome === 'failed') return job;
  if (result.outcome === 'unchanged') return { ...job, validators: result.validators };
  const { parsed, validators, bodySha256 } = result;
  return {
    ...job,
    validators,
    bodySha256,
    known: new Set([...parsed.known, ...parsed.entries.map(({ hash }) => hash)]),
  };
}

function changed(result: PollResult) {
  if (result.outcome !== 'changed') throw new Error(`expected a change, got ${JSON.stringify(result)}`);
  return result;
}

describe('a poll', () => {
  test('brings the entries, what to know the document by, and the hints for the next', async () => {
    table['/feed'] = (_, response) =>
      response
        .writeHead(200, {
          etag: '"v1"',
          'cache-control': 'max-age=900',
          'content-type': 'application/rss+xml',
        })
        .end(rss(1, 2));
    const result = changed(await poll(fresh()));
    expect(result.parsed.entries.map(({ title }) => title)).toEqual(['Notice 1', 'Notice 2']);
    expect(result.parsed.entries[0]?.url).toBe(`${server.origin}/notice/1`);
    expect(result).toMatchObject({ sourceId: 'court', status: 200, movedTo: null, freshForMs: 900_000 });
    expect(result.parsed.hints.ttlMinutes).toBe(45);
    expect(result.validators).toEqual({ etag: '"v1"', lastModified: null });
    expect(result.bytes).toBe(rss(1, 2).length);
    expect(result.bodySha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('costs no document when nothing changed', async () => {
    table['/feed'] = (request, response) => {
      const known = request.headers['if-none-match'] === '"v1"';
      response.writeHead(known ? 304 : 200, { etag: '"v1"' }).end(known ? undefined : rss(1));
    };
    const job = stored(fresh(), await poll(fresh()));
    expect(await poll(job)).toMatchObject({
      outcome: 'unchanged',
      status: 304,
      resent: false,
      validators: { etag: '"v1"' },
    });
  });

  test('takes the same bytes once more for no change, and learns their new validators', async () => {
    const job = stored(fresh(), await poll(fresh()));
    table['/feed'] = (_, response) => response.writeHead(200, { etag: '"v2"' }).end(rss(1, 2));
    expect(await poll(job)).toMatchObject({
      outcome: 'unchanged',
      resent: true,
      validators: { etag: '"v2"' },
    });
  });

  test('reads only what it does not know yet, wherever it stands', async () => {
    const job = stored(fresh(), await poll(fresh()));
    table['/feed'] = rss(1, 3, 2);
    const result = changed(await poll(job));
    expect(result.parsed.entries.map(({ title }) => title)).toEqual(['Notice 3']);
    expect(result.parsed.known).toHaveLength(2);
  });

  test('finds the new address of a feed that moved for good', async () => {
    table['/old'] = (_, response) => response.writeHead(301, { location: '/feed' }).end();
    expect(await poll(fresh('/old'))).toMatchObject({ outcome: 'changed', movedTo: `${server.origin}/feed` });
  });

  test('takes no home page for the new address of a feed', async () => {
    table['/old'] = (_, response) => response.writeHead(301, { location: '/home' }).end();
    table['/home'] =
      '<!doctype html><html><head><title>Welcome</title></head><body><p>Hello</p></body></html>';
    expect(await poll(fresh('/old'))).toMatchObject({ outcome: 'failed', code: 'web-page', movedTo: null });
  });

  test('gives no validators of a document that it could not read, so that the next asks in full', async () => {
    table['/feed'] = (_, response) => response.writeHead(200, { etag: '"broken"' }).end('out of order');
    const broken = await poll(fresh());
    expect(broken).toMatchObject({ outcome: 'failed', gone: false });
    expect(broken).not.toHaveProperty('validators');
    expect(broken).not.toHaveProperty('bodySha256');
  });

  test.each([
    [404, { code: 'http', gone: false, retryAfterMs: null }],
    [410, { code: 'http', gone: true }],
    [429, { code: 'http', gone: false, retryAfterMs: 60_000 }],
  ])('answered by %d says so', async (status, expected) => {
    const headers = status === 429 ? { 'retry-after': '60' } : {};
    table['/feed'] = (_, response) => response.writeHead(status, headers).end();
    expect(await poll(fresh())).toMatchObject({ outcome: 'failed', status, ...expected });
  });

  test('with a parser that gives up is a failed poll, not a broken bot', async () => {
    const result = await pollFeed(fresh(), http, () => Promise.reject(new Error('the thread was ended')));
    expect(result).toMatchObject({ outcome: 'failed', code: 'unreadable', message: 'the thread was ended' });
  });

  test('and its job can be handed to another thread or machine', async () => {
    const result = await poll(structuredClone(fresh()));
    expect(structuredClone(result)).toEqual(result);
  });
});
