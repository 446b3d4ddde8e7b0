import { afterEach, describe, expect, test } from 'vitest';
import { createWireClient, isReceipt, type WireClient } from '../../../src/collect/wire/client.ts';
import { wireEntry } from '../../support/fake-wireq/entry.ts';
import { type FakeWireq, fakeWireq, SECRET } from '../../support/fake-wireq/server.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const item of open.splice(0)) await item.close();
});

let at = Date.parse('2025-05-23T10:00:00Z');
const now = () => new Date(at);

function client(base: string, allowPrivate = ['127.0.0.1']): WireClient {
  const wire = createWireClient(
    {
      base,
      urlName: 'DPA_WIREQ_URL',
      userAgent: 'standoff/0 (+test@example.org)',
      timeoutMs: 300,
      maxBytes: 500_000,
      allowPrivate,
    },
    now,
  );
  open.push(wire);
  return wire;
}

async function wireq(): Promise<FakeWireq> {
  const fake = await fakeWireq({ now });
  open.push(fake);
  return fake;
}

const receipts = (entries: unknown[]): string[] =>
  entries.map((entry) => (entry as { _wireq_receipt: string })._wireq_receipt);

describe('the queue', () => {
  test('gives at most fifty entries, which stay until they are acknowledged', async () => {
    const fake = await wireq();
    fake.put(...Array.from({ length: 60 }, (_, i) => wireEntry({ version: i + 1 })));
    const wire = client(fake.base);
    const answer = await wire.fetch();
    if (answer.kind !== 'entries') throw new Error(answer.message);
    expect(answer.entries).toHaveLength(50);
    expect(answer.retryAfterMs).toBe(10_000);
    const [first = '', second = ''] = receipts(answer.entries);
    expect(await wire.acknowledge(first)).toEqual({ kind: 'done' });
    expect(await wire.acknowledge(first)).toEqual({ kind: 'gone' });
    expect(await wire.acknowledge('never/given=out')).toEqual({ kind: 'gone' });
    at += 201_000;
    expect(await wire.acknowledge(second)).toEqual({ kind: 'gone' });
    expect(fake.queue()).toHaveLength(59);
  });

  test('a base URL is one with and without a slash at its end', async () => {
    const fake = await wireq();
    for (const base of [fake.base, `${fake.base}/`])
      expect((await client(base).fetch()).kind, base).toBe('entries');
  });

  test('an empty queue asks for 50 seconds, an impatient customer is sent away for an hour', async () => {
    const fake = await wireq();
    const wire = client(fake.base);
    const waits: (number | null)[] = [];
    for (let poll = 0; poll < 7; poll += 1) waits.push((await wire.fetch()).retryAfterMs);
    expect(new Set(waits.slice(0, 6))).toEqual(new Set([50_000]));
    expect(waits[6]).toBe(3_600_000);
  });

  test('a receipt that would lead out of its path is not sent back', () => {
    for (const receipt of ['', '.', '..', 7, null, 'x'.repeat(5000)]) expect(isReceipt(receipt)).toBe(false);
    expect(isReceipt('AQEB+/=..')).toBe(true);
  });
});

describe('trouble is a result, never a throw, and never holds any part of the base URL', () => {
  const troubles: [string, FakeWireq['fault'], RegExp][] = [
    ['the connection is cut', () => 'cut-before', /tried again later/],
    ['the answer is cut', () => 'cut-after', /tried again later/],
    ['forbidden', () => ({ status: 403 }), /403.*DPA_WIREQ_URL/],
    ['a server error', () => ({ status: 503, headers: { 'retry-after': '120' } }), /503/],
    ['a redirect', () => ({ status: 302, headers: { location: 'https://elsewhere.example/' } }), /redirects/],
    ['no JSON', () => ({ status: 200, body: '<html>' }), /no list of entries/],
    ['JSON of something else', () => ({ status: 200, body: '{"entries":{}}' }), /no list of entries/],
    ['too much', () => ({ status: 200, body: `{"entries":["${'x'.repeat(600_000)}"]}` }), /maxSize/],
  ];
  test.each(troubles)('%s', async (_name, fault, message) => {
    const fake = await wireq();
    fake.fault = fault;
    const answer = await client(fake.base).fetch();
    expect(answer).toMatchObject({ kind: 'failed', message: expect.stringMatching(message) });
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${SECRET}|127\\.0\\.0\\.1`));
    expect(fake.calls).toHaveLength(1);
  });

  test.each([
    ['nobody listens', 'http://127.0.0.1:9/kunde-4711-streng-geheim'],
    ['the host does not exist', 'https://kunde-4711-streng-geheim.invalid/'],
  ])('%s', async (_name, base) => {
    const answer = await client(base).fetch();
    expect(answer.kind).toBe('failed');
    expect(JSON.stringify(answer)).not.toMatch(/kunde|127\.0\.0\.1|invalid/);
  });

  test('an address that is not public, unless it is allowed', async () => {
    const fake = await wireq();
    expect(await client(fake.base, []).fetch()).toMatchObject({ kind: 'failed', code: 'blocked-address' });
    expect(fake.calls).toEqual([]);
  });
});
