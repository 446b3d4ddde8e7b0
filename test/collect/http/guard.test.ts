import { createServer } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp } from '../../../src/collect/http/client.ts';
import { createGuard, isPublicAddress } from '../../../src/collect/http/guard.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';

let server: TestServer;
let server6: TestServer | null;

beforeAll(async () => {
  server = await startServer((_, response) => response.end('reached'));
  server6 = (await hasIpv6()) ? await startServer((_, response) => response.end('reached'), '::1') : null;
});

afterAll(async () => {
  await server.close();
  await server6?.close();
});

function hasIpv6(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(0, '::1', () => probe.close(() => resolve(true)));
  });
}

async function reach(url: string, allowPrivate: string[]): Promise<string> {
  const userAgent = 'standoff/0.0 (bot@bot.example)';
  const http = createHttp({ userAgent, timeoutMs: 2000, maxBytes: 1000, maxRedirects: 3, allowPrivate });
  const result = await http.get(url);
  await http.close();
  return result.kind === 'failed' ? result.code : result.kind;
}

describe('addresses that are not the public internet', () => {
  test.each([
    ['this network', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['loopback', '127.8.9.1'],
    ['link-local and cloud metadata', '169.254.169.254'],
    ['private', '172.31.255.255'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['6to4 relay', '192.88.99.1'],
    ['private', '192.168.0.1'],
    ['benchmarks', '198.19.0.1'],
    ['documentation', '203.0.113.9'],
    ['multicast', '224.0.0.1'],
    ['reserved', '250.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped public', '::ffff:93.184.216.34'],
    ['IPv4-compatible', '::7f00:1'],
    ['NAT64 of a private host', '64:ff9b::10.0.0.1'],
    ['local NAT64', '64:ff9b:1::1'],
    ['discard', '100::1'],
    ['Teredo', '2001::1'],
    ['documentation', '2001:db8::1'],
    ['6to4 of loopback', '2002:7f00:1::1'],
    ['documentation', '3fff::1'],
    ['unique local and AWS metadata', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with its interface', 'fe80::1%eth0'],
    ['multicast', 'ff02::1'],
    ['no address', ''],
    ['a name', 'localhost'],
  ])('%s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test('no spelling of loopback in a URL gets past the guard', () => {
    const guard = createGuard([]);
    const spelling = fc.oneof(
      fc
        .integer({ min: 0x7f000000, max: 0x7fffffff })
        .chain((n) =>
          fc.constantFrom(
            `${n}`,
            `0x${n.toString(16)}`,
            `0${n.toString(8)}`,
            `[::ffff:${n.toString(16).replace(/^(.{4})/, '$1:')}]`,
          ),
        ),
      fc.constantFrom(
        '127.1',
        '0177.0.0.1',
        '0',
        '0x7f.1',
        '[::1]',
        '[0:0:0:0:0:0:0:1]',
        '[::]',
        '[::127.0.0.1]',
      ),
    );
    fc.assert(fc.property(spelling, (host) => guard.refusal(new URL(`http://${host}/`)) !== null));
  });
});

describe('a server on this machine', () => {
  test('is out of reach by its address', async () => {
    expect(await reach(server.origin, [])).toBe('blocked-address');
  });

  test('is out of reach by a name that resolves to it', async () => {
    expect(await reach(`http://localhost:${server.port}/`, [])).toBe('blocked-address');
  });

  test('is out of reach by TLS, too', async () => {
    expect(await reach(`https://localhost:${server.port}/`, [])).toBe('blocked-address');
  });

  test('is out of reach where another port of it is allowed', async () => {
    expect(await reach(server.origin, ['127.0.0.1:1'])).toBe('blocked-address');
  });

  test.each([
    ['its address', (host: string) => host.replace(/:\d+$/, '')],
    ['its address and port', (host: string) => host],
    ['its network', () => '127.0.0.0/8'],
  ])('can be allowed by %s', async (_, entry) => {
    expect(await reach(server.origin, [entry(server.host)])).toBe('ok');
  });

  test('can be allowed by name, which does not allow its address', async () => {
    expect(await reach(`http://localhost:${server.port}/`, ['LOCALHOST'])).toBe('ok');
    expect(await reach(server.origin, ['localhost'])).toBe('blocked-address');
  });

  test('with an IPv6 address obeys the same rules', async ({ skip }) => {
    if (server6 === null) return skip('no IPv6 on this machine');
    expect(await reach(server6.origin, [])).toBe('blocked-address');
    expect(await reach(server6.origin, [server6.host])).toBe('ok');
    expect(await reach(server6.origin, ['0:0::1'])).toBe('ok');
    expect(await reach(server6.origin, ['::/64'])).toBe('ok');
  });

  test('is never even asked while it is blocked', async () => {
    const before = server.seen.length;
    await reach(`http://localhost:${server.port}/`, ['10.0.0.0/8']);
    expect(server.seen).toHaveLength(before);
  });
});

test.each(['10.0.0.0/99', 'feeds.lan/8', '10.0.0.0/', 'two words'])(
  'allowPrivate %j is refused at once',
  (entry) => {
    expect(() => createGuard([entry])).toThrow();
  },
);
