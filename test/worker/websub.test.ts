import { afterEach, beforeEach, expect, test } from 'vitest';
import { comeBack, type FakeHub, sha256, startFakeHub } from '../support/fake-hub.ts';
import { type FeedRun, type Item, rss, startFeedRun } from '../support/feed-run.ts';
import { startServer, type TestServer } from '../support/http-server.ts';

const FIRST: Item = { id: '1', path: '/first', title: 'Court in Cologne hears the case on AI training' };
const NEWS: Item = {
  ...{ id: '2', path: '/second', date: 'Tue, 20 May 2025 10:00:00 GMT' },
  title: 'Meta AI training: Verbraucherzentrale NRW seeks injunction against Meta at OLG Köln',
};
const DAYS = 24;

let hub: FakeHub;
let proxy: TestServer;
let run: FeedRun;
let listener: { close(): Promise<void> } | undefined;
let nudges: number;

const hubs = () => {
  const found = run.worker().hubs;
  if (!found) throw new Error('no hubs configured');
  return found;
};
const open = async (): Promise<void> => {
  listener = await hubs().open(() => {
    nudges += 1;
  });
};
/** As `run` does: a cycle, then what is to be asked of hubs. */
const cycle = async (hours: number) => {
  const report = await run.cycleAfter(hours);
  const trouble = await hubs().subscribe(new AbortController().signal);
  await hub.settled();
  return { ...report, trouble };
};
const topic = () => `${run.site('herald')}.xml`;
const document = (...items: Item[]) => rss(run.site('herald'), items);
const postsOf = (title: string) => run.posted.filter((message) => JSON.stringify(message).includes(title));

beforeEach(async () => {
  nudges = 0;
  hub = await startFakeHub();
  proxy = await startServer((request, response) => hubs().answer(request, response));
  const websub = { hub: hub.url, callback: `${proxy.origin}/from-hubs/` };
  run = await startFeedRun(['herald'], { websub });
  run.serve('herald', [FIRST]);
  await open();
});

afterEach(async () => {
  await listener?.close();
  await run.close();
  await proxy.close();
  await hub.close();
});

test('what a hub pushes is posted once, although the next poll sees it again', async () => {
  await cycle(0);
  expect(hub.refused).toEqual([]);
  expect(hub.asked).toMatchObject([{ topic: topic(), confirmed: true, leaseSeconds: 7 * 86_400 }]);
  expect(await hub.push(topic(), document(NEWS))).toBe(202);
  expect(nudges).toBe(1);
  const asked = run.asked('herald').length;
  await cycle(0.1);
  expect(run.asked('herald')).toHaveLength(asked);
  expect(run.entries('herald')).toEqual([FIRST.title, NEWS.title]);
  expect(postsOf(NEWS.title)).toHaveLength(1);
  run.serve('herald', [NEWS, FIRST]);
  const later = await cycle(2);
  expect(run.asked('herald')).toHaveLength(asked + 1);
  expect(run.newIn(later, 'herald')).toBe(0);
  expect(await hub.push(topic(), document(NEWS))).toBe(202);
  await cycle(2);
  expect(run.entries('herald')).toEqual([FIRST.title, NEWS.title]);
  expect(postsOf(NEWS.title)).toHaveLength(1);
});

const FORGED: [string, (secret: string, body: string) => string | null][] = [
  ['missing', () => null],
  ['made with another secret', (_: string, body: string) => sha256('guessed', body)],
  ['of another body', (secret: string) => sha256(secret, 'other')],
  ['of no known method', (secret: string, body: string) => sha256(secret, body).replace('sha256', 'md5')],
];

test('content that is not signed by its hub is taken and thrown away', async () => {
  await cycle(0);
  for (const [what, sign] of FORGED) expect(await hub.push(topic(), document(NEWS), sign), what).toBe(202);
  expect(nudges).toBe(0);
  await cycle(0.1);
  expect(run.entries('herald')).toEqual([FIRST.title]);
});

test('nobody subscribes in our name: other topics, modes and addresses are 404', async () => {
  hub.mood = 'silent';
  await cycle(0);
  const asked = hub.asked[0];
  if (!asked) throw new Error('nothing was asked');
  const right = { mode: 'subscribe', topic: asked.topic, challenge: 'x', lease_seconds: '60' };
  const elsewhere = { ...asked, callback: `${proxy.origin}/from-hubs/guessed` };
  expect((await comeBack(asked, { ...right, topic: 'https://example.org/feed' })).status).toBe(404);
  expect((await comeBack(asked, { ...right, mode: 'unsubscribe' })).status).toBe(404);
  expect((await comeBack(elsewhere, right)).status).toBe(404);
  expect((await fetch(elsewhere.callback, { method: 'POST', body: 'x' })).status).toBe(404);
  expect((await comeBack(asked, right)).status).toBe(200);
  expect((await comeBack(asked, right)).status).toBe(404);
});

test('a feed whose hub delivers is polled once a day; one whose hub missed something, as often as ever', async () => {
  await cycle(0);
  await hub.push(topic(), document(NEWS));
  run.serve('herald', [NEWS, FIRST]);
  await cycle(2);
  const asked = run.asked('herald').length;
  for (let hour = 0; hour < 20; hour++) await cycle(1);
  expect(run.asked('herald')).toHaveLength(asked);
  run.serve('herald', [{ id: '3', path: '/third', title: 'The hub slept' }, NEWS, FIRST]);
  await cycle(6);
  expect(run.entries('herald')).toHaveLength(3);
  const caught = run.asked('herald').length;
  await cycle(6);
  expect(run.asked('herald')).toHaveLength(caught + 1);
});

test('a push without content makes the feed due at once, but not sooner than polling.shortest', async () => {
  await cycle(0);
  run.serve('herald', [NEWS, FIRST]);
  expect(await hub.push(topic(), '')).toBe(202);
  expect(nudges).toBe(1);
  await cycle(0.05);
  expect(run.entries('herald')).toHaveLength(1);
  await cycle(0.05);
  expect(run.entries('herald')).toEqual([FIRST.title, NEWS.title]);
});

test('a hub that denies is asked again after a day, and the feed is polled meanwhile', async () => {
  hub.mood = 'deny';
  await cycle(0);
  run.serve('herald', [NEWS, FIRST]);
  await cycle(2);
  expect(run.entries('herald')).toEqual([FIRST.title, NEWS.title]);
  expect(hub.asked).toHaveLength(1);
  hub.mood = 'grant';
  await cycle(DAYS);
  expect(hub.asked).toMatchObject([{ confirmed: false }, { confirmed: true }]);
});

test('a hub out of order is told of by name and asked once an hour', async () => {
  hub.mood = 'broken';
  const { trouble } = await cycle(0);
  expect(trouble).toEqual([expect.stringContaining(`${topic()} is polled; its hub ${hub.url} took no`)]);
  hub.mood = 'silent';
  await cycle(0.9);
  expect(hub.asked).toHaveLength(0);
  await cycle(0.2);
  expect(hub.asked).toHaveLength(1);
});

test('a lease is renewed before its end, under the same address, and content is taken throughout', async () => {
  await cycle(0);
  await cycle(5 * DAYS);
  expect(hub.asked).toHaveLength(1);
  await cycle(0.5 * DAYS);
  const [first, second] = hub.asked;
  expect(second).toMatchObject({ callback: first?.callback, secret: first?.secret, confirmed: true });
  expect(await hub.push(topic(), document(NEWS))).toBe(202);
  expect(run.entries('herald')).toEqual([FIRST.title, NEWS.title]);
});

test('a restart keeps subscriptions, and asks the feed for what was pushed meanwhile', async () => {
  await cycle(0);
  await hub.push(topic(), document(NEWS));
  await listener?.close();
  await run.restart();
  run.serve('herald', [{ id: '3', path: '/third', title: 'While it was down' }, NEWS, FIRST]);
  await open();
  await cycle(0.1);
  expect(hub.asked).toHaveLength(1);
  expect(run.entries('herald')).toHaveLength(3);
  const last = { id: '4', path: '/fourth', title: 'After the restart' };
  expect(await hub.push(topic(), document(last))).toBe(202);
  expect(run.entries('herald').at(-1)).toBe(last.title);
});
