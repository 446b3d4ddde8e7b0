import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextPoll } from '../../src/collect/feed/cadence.ts';
import { parseFeed } from '../../src/collect/feed/parse.ts';
import { createHttp } from '../../src/collect/http/client.ts';
import { type PollJob, type PollResult, pollFeed } from '../../src/collect/poll.ts';
import type { CadenceHints } from '../../src/model/index.ts';
import { createHosts } from '../../src/worker/hosts.ts';
import { startServer, type TestServer } from '../support/http-server.ts';

/** A week of a dozen feeds on a clock of our own, asked over real HTTP: what their servers would say of us. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday. */
const START = Date.parse('2025-06-02T00:00:00.000Z');
const RESTART = START + 3 * DAY + HOUR / 2;
const REST = 1000;
const USER_AGENT = 'standoff/0.0 (+https://bot.example; bot@bot.example)';

interface Visit {
  at: number;
  headers: IncomingHttpHeaders;
  status: number;
}

interface FeedMemory extends PollJob {
  hints: CadenceHints;
  failures: number;
  lastChangedAt: string | null;
  nextPollAt: string | null;
  titles: string[];
}

const clock = { ms: START };
const visits = new Map<string, Visit[]>();
const visitsTo = (path: string): Visit[] => visits.get(path) ?? [];
const gaps = (path: string): number[] =>
  visitsTo(path).flatMap(({ at }, n) => (n === 0 ? [] : [at - (visitsTo(path)[n - 1]?.at ?? 0)]));

/** A feed with one notice for each `every` ms since the start, the newest 30 first. */
function notices(every: number, extra = ''): { body: string; version: number } {
  const version = Math.floor((clock.ms - START) / every);
  const items = Array.from({ length: Math.min(version + 1, 30) }, (_, n) => {
    const number = version - n;
    return `<item><title>Notice ${number}</title><guid>n${number}</guid></item>`;
  });
  const ns = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';
  return {
    body: `<rss version="2.0" ${ns}><channel><title>x</title>${extra}${items.join('')}</channel></rss>`,
    version,
  };
}

/** Answers as a server with validators does: in full only to who does not have this version, byte for byte. */
function versioned(every: number, headers: Record<string, string> = {}, extra = '') {
  return (asked: IncomingHttpHeaders, response: ServerResponse): void => {
    const { body, version } = notices(every, extra);
    const etag = `W/"v${version}, \u00e9t\u00e9"`;
    const known = asked['if-none-match'] === etag;
    response.writeHead(known ? 304 : 200, { etag, ...headers }).end(known ? undefined : body);
  };
}

type Answer = (asked: IncomingHttpHeaders, response: ServerResponse, n: number) => void;

const SITE: Record<string, Answer> = {
  '/plain': versioned(6 * HOUR),
  '/modified': (asked, response) => {
    // Older than any feed reader's guess at its freshness, and not in the form that dates have.
    const since = 'Sat,  01-Feb-25 00:00:00 UTC';
    const known = asked['if-modified-since'] === since;
    response
      .writeHead(known ? 304 : 200, { 'last-modified': since })
      .end(known ? undefined : notices(52 * DAY).body);
  },
  '/fresh': versioned(3 * HOUR, { 'cache-control': 'max-age=10800' }),
  '/expires': (asked, response) =>
    versioned(3 * HOUR, {
      expires: new Date(clock.ms + 2 * HOUR).toUTCString(),
      date: new Date(clock.ms).toUTCString(),
    })(asked, response),
  '/ttl': versioned(3 * HOUR, {}, '<ttl>180</ttl>'),
  '/period': versioned(
    3 * HOUR,
    {},
    '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
  ),
  '/skips': versioned(
    3 * HOUR,
    {},
    `<skipHours>${[0, 1, 2, 3, 4, 5].map((h) => `<hour>${h}</hour>`).join('')}</skipHours><skipDays><day>Saturday</day></skipDays>`,
  ),
  '/troubled': (asked, response, n) => {
    if (n >= 5 && n < 8) response.writeHead(429).end();
    else if (n === 20) response.writeHead(503, { 'retry-after': String(6 * 3600) }).end();
    else if (n === 30) response.writeHead(200, { etag: '"down"' }).end('<!doctype html><title>Down</title>');
    else versioned(3 * HOUR)(asked, response);
  },
  '/gone': (asked, response, n) =>
    n === 3 ? void response.writeHead(410).end() : versioned(3 * HOUR)(asked, response),
  '/moved': (_, response) => void response.writeHead(301, { location: '/moved-on' }).end(),
  '/moved-on': (_, response) => void response.writeHead(308, { location: '/new-home' }).end(),
  '/new-home': versioned(52 * DAY),
  '/detour': (_, response) => void response.writeHead(301, { location: '/detour-today' }).end(),
  '/detour-today': (_, response) => void response.writeHead(302, { location: '/elsewhere' }).end(),
  '/elsewhere': versioned(52 * DAY),
  '/quiet': versioned(52 * DAY),
};

const POLLED = Object.keys(SITE).filter(
  (path) => !['/moved-on', '/new-home', '/detour-today', '/elsewhere'].includes(path),
);
const concurrency = { now: 0, most: 0 };
let server: TestServer;
let memories: FeedMemory[] = [];
let restarted: { path: string; due: string | null }[] = [];

function remember(feed: FeedMemory, result: PollResult): FeedMemory {
  const now = new Date(clock.ms).toISOString();
  const changed = result.outcome === 'changed' ? result : null;
  const titles = changed?.parsed.entries.map(({ title }) => title) ?? [];
  const failures = result.outcome === 'failed' ? feed.failures + 1 : 0;
  const hints = changed?.parsed.hints ?? feed.hints;
  const lastChangedAt = titles.length > 0 ? now : feed.lastChangedAt;
  const next = nextPoll({ ...result, now, hints, failures, lastChangedAt, random: Math.random });
  const known = changed?.parsed.entries.map(({ hash }) => hash) ?? [];
  return {
    ...feed,
    feed: { ...feed.feed, url: result.movedTo ?? feed.feed.url },
    validators: result.outcome === 'failed' ? feed.validators : result.validators,
    bodySha256: changed?.bodySha256 ?? feed.bodySha256,
    known: new Set([...feed.known, ...known]),
    titles: [...feed.titles, ...titles],
    hints,
    failures,
    lastChangedAt,
    nextPollAt: next.at,
  };
}

async function liveThrough(until: number): Promise<void> {
  const settings = {
    userAgent: USER_AGENT,
    timeoutMs: 5000,
    maxBytes: 1e6,
    maxRedirects: 5,
    allowPrivate: [server.host],
  };
  const http = createHttp(settings, () => new Date(clock.ms));
  const wait = async (ms: number) => {
    clock.ms += ms;
  };
  const hosts = createHosts({ delayMs: REST, wait, now: () => clock.ms });
  for (;;) {
    const dates = memories.map(({ nextPollAt }) => (nextPollAt === null ? Infinity : Date.parse(nextPollAt)));
    const soonest = Math.min(...dates);
    if (soonest >= until) break;
    clock.ms = Math.max(clock.ms, soonest);
    const poll = async (feed: FeedMemory): Promise<FeedMemory> => {
      if (feed.nextPollAt === null || Date.parse(feed.nextPollAt) > clock.ms) return feed;
      return hosts.run(feed.feed.url, async () => remember(feed, await pollFeed(feed, http, parseFeed)));
    };
    memories = await Promise.all(memories.map(poll));
  }
  clock.ms = Math.max(clock.ms, until);
  await http.close();
}

beforeAll(async () => {
  server = await startServer((request, response) => {
    const path = request.url ?? '';
    const list = visitsTo(path);
    concurrency.now += 1;
    concurrency.most = Math.max(concurrency.most, concurrency.now);
    response.on('close', () => (concurrency.now -= 1));
    SITE[path]?.(request.headers, response, list.length);
    visits.set(path, [...list, { at: clock.ms, headers: request.headers, status: response.statusCode }]);
  });
  memories = POLLED.map((path) => ({
    feed: { url: `${server.origin}${path}`, format: 'feed' },
    source: { id: path, timezone: 'UTC', languages: ['en'] },
    validators: null,
    bodySha256: null,
    known: new Set<string>(),
    hints: {},
    failures: 0,
    lastChangedAt: null,
    nextPollAt: new Date(START).toISOString(),
    titles: [],
  }));
  await liveThrough(RESTART);
  // The bot is started anew in the middle of the week, with what it had stored.
  memories = memories.map((memory) => structuredClone(memory));
  restarted = memories.map(({ feed, nextPollAt }) => ({ path: new URL(feed.url).pathname, due: nextPollAt }));
  await liveThrough(START + 7 * DAY);
}, 60_000);

afterAll(() => server.close());

describe('over a week, a server sees', () => {
  test('one unconditional request for each feed, ever', () => {
    for (const path of Object.keys(SITE)) {
      const bare = visitsTo(path).filter(
        ({ headers }) => !headers['if-none-match'] && !headers['if-modified-since'],
      );
      expect([path, bare.length]).toEqual([path, 1]);
    }
  });

  test('its own validators only, byte for byte, and no date that it never gave', () => {
    for (const { headers } of visitsTo('/plain').slice(1)) {
      expect(headers['if-none-match']).toMatch(/^W\/"v\d+, \u00e9t\u00e9"$/);
      expect(headers['if-modified-since']).toBeUndefined();
    }
    for (const { headers, status } of visitsTo('/modified').slice(1)) {
      expect(headers['if-modified-since']).toBe('Sat,  01-Feb-25 00:00:00 UTC');
      expect(headers['if-none-match']).toBeUndefined();
      expect(status).toBe(304);
    }
  });

  test('nothing sent twice: all but new versions are answered by 304', () => {
    expect(visitsTo('/plain').filter(({ status }) => status === 200)).toHaveLength(28);
    expect(visitsTo('/quiet').filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('no feed asked more often than hourly, and a busy one about hourly', () => {
    for (const path of Object.keys(SITE))
      for (const gap of gaps(path)) expect(gap).toBeGreaterThanOrEqual(HOUR);
    expect(visitsTo('/plain').length).toBeGreaterThan(140);
  });

  test.each([
    ['max-age', '/fresh', 3 * HOUR],
    ['Expires', '/expires', 2 * HOUR],
    ['ttl', '/ttl', 3 * HOUR],
    ['sy:updatePeriod', '/period', 6 * HOUR],
  ])('its %s kept to', (_, path, least) => {
    expect(gaps(path).length).toBeGreaterThan(20);
    expect(Math.min(...gaps(path))).toBeGreaterThanOrEqual(least);
    expect(Math.max(...gaps(path))).toBeLessThan(least * 1.2);
  });

  test('nobody in the hours and days that it asks to skip, but for the first visit', () => {
    const times = visitsTo('/skips')
      .slice(1)
      .map(({ at }) => new Date(at));
    expect(times.length).toBeGreaterThan(80);
    for (const time of times) {
      expect(time.getUTCHours()).toBeGreaterThanOrEqual(6);
      expect(time.getUTCDay()).not.toBe(6);
    }
  });

  test('more patience after each 429, and the validators still known afterwards', () => {
    const [first = 0, second = 0, third = 0] = gaps('/troubled').slice(5, 8);
    expect(first).toBeGreaterThanOrEqual(2 * HOUR);
    expect(second).toBeGreaterThanOrEqual(4 * HOUR);
    expect(third).toBeGreaterThanOrEqual(8 * HOUR);
  });

  test('its Retry-After kept to', () => {
    expect(gaps('/troubled')[20]).toBeGreaterThanOrEqual(6 * HOUR);
    expect(gaps('/troubled')[21]).toBeLessThan(2 * HOUR);
  });

  test('nobody ever again after 410', () => {
    expect(
      visitsTo('/gone')
        .map(({ status }) => status)
        .lastIndexOf(410),
    ).toBe(3);
    expect(visitsTo('/gone')).toHaveLength(4);
  });

  test('an old address no more once all its redirects are permanent, and still where one is not', () => {
    expect(visitsTo('/moved')).toHaveLength(1);
    expect(visitsTo('/new-home').length).toBeGreaterThan(30);
    expect(visitsTo('/detour')).toHaveLength(visitsTo('/elsewhere').length);
  });

  test('fewer visits to a feed that seldom changes, but some every few hours', () => {
    expect(visitsTo('/quiet').length).toBeLessThan(visitsTo('/plain').length / 2);
    expect(Math.max(...gaps('/quiet'))).toBeLessThan(5 * HOUR);
  });

  test('no rhythm: visits do not fall on the same minute', () => {
    const minutes = new Set(visitsTo('/plain').map(({ at }) => Math.floor(at / MINUTE) % 60));
    expect(minutes.size).toBeGreaterThan(30);
  });

  test('one connection at a time, with a rest between two', () => {
    const polls = POLLED.flatMap((path) => visitsTo(path).map(({ at }) => at)).sort((a, b) => a - b);
    expect(concurrency.most).toBe(1);
    expect(Math.min(...polls.slice(1).map((at, n) => at - (polls[n] ?? 0)))).toBeGreaterThanOrEqual(REST);
  });

  test('who asks, what it can read, and nothing else', () => {
    const names = new Set<string>();
    for (const { headers } of [...visits.values()].flat()) {
      expect(headers['user-agent']).toBe(USER_AGENT);
      expect(headers['accept-encoding']).toBe('gzip, br');
      for (const name of Object.keys(headers)) names.add(name);
    }
    const allowed = [
      'host',
      'connection',
      'user-agent',
      'accept',
      'accept-encoding',
      'if-none-match',
      'if-modified-since',
    ];
    expect([...names].sort()).toEqual(allowed.sort());
  });

  test('no early visit when the bot is started anew', () => {
    expect(restarted.filter(({ due }) => due !== null).length).toBe(POLLED.length - 1);
    for (const { path, due } of restarted) {
      const next = visitsTo(path).find(({ at }) => at >= RESTART);
      expect(next?.at ?? Infinity).toBeGreaterThanOrEqual(due === null ? Infinity : Date.parse(due));
    }
  });
});

test('the week cost no entry: each notice came once, also after trouble', () => {
  for (const path of ['/plain', '/fresh', '/skips', '/troubled']) {
    const titles = memories.find(({ source }) => source.id === path)?.titles ?? [];
    const numbers = titles.map((title) => Number(title.replace('Notice ', ''))).sort((a, b) => a - b);
    expect([path, numbers]).toEqual([path, numbers.map((_, n) => n)]);
    expect(numbers.length).toBeGreaterThan(20);
  }
});

test('a page that stood in for the feed leaves no mark: its validator is never sent', () => {
  const sent = visitsTo('/troubled').map(({ headers }) => headers['if-none-match']);
  expect(sent).not.toContain('"down"');
  expect(sent[31]).toMatch(/^W/);
});
