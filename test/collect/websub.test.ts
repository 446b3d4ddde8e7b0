import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHttp } from '../../src/collect/http/client.ts';
import { linkedHub } from '../../src/collect/websub/link-header.ts';
import { answerHubs, ListenError, listen } from '../../src/collect/websub/listener.ts';
import {
  callbackUrl,
  isSigned,
  judgeIntent,
  readIntent,
  unguessable,
} from '../../src/collect/websub/subscription.ts';
import { startServer } from '../support/http-server.ts';

const body = Buffer.from('<rss/>');
const sign = (method: string) => `${method}=${createHmac(method, 'secret').update(body).digest('hex')}`;

test.each(['sha1', 'sha256', 'sha384', 'sha512'])(
  'a signature by %s holds for its body and secret',
  (method) => {
    expect(isSigned(sign(method), 'secret', body)).toBe(true);
    expect(isSigned(sign(method).toUpperCase(), 'secret', body)).toBe(true);
    expect(isSigned(sign(method), 'other', body)).toBe(false);
    expect(isSigned(sign(method), 'secret', Buffer.from('<rss />'))).toBe(false);
    expect(isSigned(sign(method).slice(0, -2), 'secret', body)).toBe(false);
  },
);

test('no text that a stranger sends as a signature passes or throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(sha1|sha256|md5)=[0-9a-f]*$/)), (header) => {
      expect(isSigned(header, 'secret', body)).toBe(false);
    }),
  );
});

test('a query is read whatever it holds, and confirmed only when it is what was asked', () => {
  const asked = { topic: 'https://example.org/feed', pending: true };
  fc.assert(
    fc.property(fc.webQueryParameters(), (query) => {
      expect(judgeIntent(readIntent(new URLSearchParams(query)), asked)).toBe('unknown');
    }),
  );
  const right = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': asked.topic,
    'hub.challenge': 'x',
  });
  expect(judgeIntent(readIntent(right), asked)).toBe('confirmed');
  expect(judgeIntent(readIntent(right), { ...asked, pending: false })).toBe('unknown');
});

test.each([
  ['60', 60_000],
  ['0', null],
  ['-5', null],
  ['soon', null],
  ['999999999999', 366 * 86_400_000],
])('a lease of "%s" seconds is %s ms', (seconds, ms) => {
  expect(readIntent(new URLSearchParams({ 'hub.lease_seconds': seconds })).leaseMs).toBe(ms);
});

test.each([
  [
    '<https://hub.example/>; rel="hub", </feed>; rel="self"',
    'https://hub.example/',
    'https://a.example/feed',
  ],
  [
    '<https://hub.example/>; title="a, <b>"; rel=HUB,</feed>;rel=self',
    'https://hub.example/',
    'https://a.example/feed',
  ],
  ['<https://one.example/>; rel="x hub", <https://two.example/>; rel=hub', 'https://one.example/', undefined],
  ['</feed>; rel="alternate", <javascript:1>; rel=hub, <http://[>; rel=hub', undefined, undefined],
  ['<https://hub.example/>; rel="hub', undefined, undefined],
  [undefined, undefined, undefined],
])('a Link header %s names its hub and topic', (header, hub, self) => {
  expect(linkedHub(header, 'https://a.example/page')).toEqual({ ...(hub && { hub }), ...(self && { self }) });
});

test('a Link header made to be slow is read at once', () => {
  const started = performance.now();
  for (const piece of ['<', '<>"', '<>;rel="', '<a>; rel=x', '; rel ='])
    linkedHub(piece.repeat(20_000), 'https://a.example');
  expect(performance.now() - started).toBeLessThan(1000);
});

test('each feed has an address of its own below the callback that nobody guesses', () => {
  const words = new Set(Array.from({ length: 100 }, unguessable));
  expect(words.size).toBe(100);
  for (const word of words) expect(word).toMatch(/^[\w-]{43}$/);
  expect(callbackUrl('https://example.org/hubs/', 'x')).toBe('https://example.org/hubs/x');
  expect(callbackUrl('https://example.org', 'x')).toBe('https://example.org/x');
});

test('a body over the limit is refused, and what the address does not allow is, too', async () => {
  const taken: number[] = [];
  const receiver = {
    knows: (token: string) => token === 'known',
    confirm: () => null,
    take: async (_: string, push: { body: Uint8Array }) => void taken.push(push.body.byteLength),
  };
  const server = await startServer(answerHubs(receiver, 1000));
  const send = async (path: string, method: string, text?: string) =>
    (await fetch(`${server.origin}${path}`, { method, body: text ?? null })).status;
  expect(await send('/known', 'POST', 'x'.repeat(1001))).toBe(413);
  expect(await send('/known', 'POST', 'x'.repeat(1000))).toBe(202);
  expect(await send('/known', 'PUT', 'x')).toBe(405);
  expect(await send('/other', 'PUT', 'x')).toBe(404);
  expect(taken).toEqual([1000]);
  await server.close();
});

test('a port in use is an error that says what to change', async () => {
  const taken = await startServer(() => undefined);
  const attempt = listen(taken.host, () => undefined);
  await expect(attempt).rejects.toThrow(ListenError);
  await expect(attempt).rejects.toThrow(/free the port or change websub\.listen/);
  await taken.close();
});

test('a form is sent again only where a redirect keeps the method, and never to a private address', async () => {
  const settings = {
    userAgent: 'x (+https://example.org)',
    timeoutMs: 5000,
    maxBytes: 1000,
    maxRedirects: 3,
  };
  const server = await startServer((request, response) => {
    const status = Number(request.url?.slice(1));
    if (status === 202) return void response.writeHead(202).end();
    response.writeHead(status, { location: '/202' }).end();
  });
  const http = createHttp({ ...settings, allowPrivate: [server.host] });
  const form = new URLSearchParams({ a: 'b c' });
  for (const status of [307, 308])
    expect(await http.post(`${server.origin}/${status}`, form)).toMatchObject({ kind: 'ok', status: 202 });
  expect(new Set(server.seen.map(({ method }) => method))).toEqual(new Set(['POST']));
  for (const status of [301, 302, 303])
    expect(await http.post(`${server.origin}/${status}`, form)).toMatchObject({ kind: 'failed', status });
  const guarded = createHttp({ ...settings, allowPrivate: [] });
  expect(await guarded.post(`${server.origin}/202`, form)).toMatchObject({ code: 'blocked-address' });
  await Promise.all([http.close(), guarded.close(), server.close()]);
});
