import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import { resolveChannels } from '../../src/worker/channels.ts';
import { KIND } from '../support/fake-discord/types.ts';
import { type Bench, bench, report as reportAt } from './bench.ts';

const HOUR = 3_600_000;

let at: Bench;
beforeEach(async () => {
  at = await bench({ published: 3 });
});
afterEach(() => at.close());

const report = (story: number, source?: string) => reportAt(story, source, at.now());

const news = () => at.channel({ announce: true }, { type: KIND.announcement });
const published = (channel: string) => at.seen(channel).filter(({ flags }) => (flags & 1) !== 0).length;
const crossposts = () => at.discord.calls.filter(({ path }) => path.endsWith('/crosspost')).length;
const parked = () =>
  at.room.db.prepare("SELECT reason FROM follow_up WHERE state = 'parked'").pluck().all() as string[];

describe('announce: true', () => {
  test('each message is published, once; an edit publishes nothing', async () => {
    const channel = news();
    at.arrives(report(1));
    await at.deliver();
    at.arrives(report(1, 'kurier'));
    await at.deliver();
    expect(published(channel)).toBe(1);
    expect(crossposts()).toBe(1);
  });

  test('what is over the hourly limit follows later and keeps no message waiting', async () => {
    const channel = news();
    for (let story = 1; story <= 5; story += 1) at.arrives(report(story));
    const start = performance.now();
    expect(await at.deliver()).toMatchObject({ posted: 5, failed: 0, owed: 2 });
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(published(channel)).toBe(3);
    at.arrives(report(6));
    const asked = crossposts();
    expect(await at.deliver()).toMatchObject({ posted: 1, failed: 0 });
    expect(crossposts()).toBe(asked);
    at.pass(HOUR + 1000);
    expect(await at.deliver()).toMatchObject({ posted: 0, owed: 0 });
    expect(published(channel)).toBe(6);
  });

  test('a lost answer is asked for again, and published already is published', async () => {
    const channel = news();
    at.arrives(report(1));
    at.discord.fault = ({ path }) => (path.endsWith('/crosspost') ? 'cut-after' : undefined);
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 1 });
    at.discord.fault = () => undefined;
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ owed: 0, failed: 0 });
    expect(published(channel)).toBe(1);
    expect(crossposts()).toBe(2);
  });

  test.each([
    ['a channel of another kind', 50024, 400],
    ['a message that was deleted', 10008, 404],
  ])('%s: given up and said, asked for once, and the messages come', async (_name, code, status) => {
    const channel = news();
    at.discord.fault = ({ path }) =>
      path.endsWith('/crosspost') ? { status, body: { code, message: 'no' } } : undefined;
    for (const story of [1, 2]) at.arrives(report(story));
    expect(await at.deliver()).toMatchObject({ posted: 2, failed: 2, owed: 0, parked: [] });
    expect(at.seen(channel)).toHaveLength(2);
    expect(parked()).toHaveLength(2);
    at.pass(25 * HOUR);
    await at.deliver();
    expect(crossposts()).toBe(2);
  });

  test('a permission that is missing is asked for hourly, and granted later publishes what waits', async () => {
    const channel = news();
    at.discord.fault = ({ path }) =>
      path.endsWith('/crosspost') ? { status: 403, body: { code: 50013, message: 'no' } } : undefined;
    for (const story of [1, 2]) at.arrives(report(story));
    expect(await at.deliver()).toMatchObject({ posted: 2, failed: 1, owed: 2, parked: [] });
    await at.deliver();
    expect(crossposts()).toBe(1);
    at.discord.fault = () => undefined;
    at.pass(HOUR + 1000);
    expect(await at.deliver()).toMatchObject({ owed: 0, failed: 0 });
    expect(published(channel)).toBe(2);
  });
});

test('a webhook can neither publish nor start threads, and the configuration says so', () => {
  const env = { NEWS_URL: 'https://discord.com/api/webhooks/112233445566778899/abc' };
  for (const [key, value] of Object.entries({ announce: true, style: 'threads' })) {
    const settings = settingsSchema.parse({
      http: { contact: 'a@example.org' },
      channels: [{ id: 'news', webhookEnv: 'NEWS_URL', [key]: value }],
    });
    expect(() => resolveChannels(settings, env)).toThrow(
      new RegExp(`NEWS_URL: is a webhook, .* channel news has \`${key}: ${value}\`; use a bot`),
    );
  }
});
