import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHttp } from '../../src/collect/http/client.ts';
import { createRobots } from '../../src/collect/http/robots.ts';
import { openStore } from '../../src/store/index.ts';
import { storedRules } from '../../src/worker/site-rules.ts';
import { routes, startServer } from '../support/http-server.ts';

test('a restart does not ask a site for its robots.txt and tdmrep.json again until they expire', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-rules-'));
  const server = await startServer(
    routes({
      '/robots.txt': 'User-agent: *\nDisallow: /closed\nCrawl-delay: 7',
      '/.well-known/tdmrep.json': '[{"location":"/","tdm-reservation":1}]',
    }),
  );
  const settings = { userAgent: 'standoff/0 (+test@example.org)', mode: 'respect', tdm: 'log' } as const;
  /** One life of the process, at the given time. */
  const life = async (now: Date) => {
    const store = openStore(join(folder, 'rules.db'));
    const http = createHttp(
      {
        ...{ userAgent: settings.userAgent, timeoutMs: 5000, maxBytes: 100_000, maxRedirects: 2 },
        allowPrivate: [server.host],
      },
      () => now,
    );
    const robots = createRobots(http, settings, storedRules(store.siteRules), () => now);
    const before = robots.crawlDelayMs(`${server.origin}/a`);
    const open = await robots.check(`${server.origin}/open`);
    const closed = await robots.check(`${server.origin}/closed`);
    await http.close();
    store.close();
    return { before, open: open.allowed, closed: closed.allowed, reserved: open.tdmReserved?.by };
  };
  const today = new Date();
  const known = { open: true, closed: false, reserved: 'tdmrep.json' };
  expect(await life(today)).toEqual({ before: null, ...known });
  expect(server.seen).toHaveLength(2);
  expect(await life(today)).toEqual({ before: 7000, ...known });
  expect(server.seen).toHaveLength(2);
  await life(new Date(today.getTime() + 25 * 3_600_000));
  expect(server.seen).toHaveLength(4);
  await server.close();
  rmSync(folder, { recursive: true });
});
