import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { discordClient } from '../../src/publish/discord/rest.ts';
import { KIND } from '../support/fake-discord/types.ts';
import { type Bench, bench } from './bench.ts';

const HOUR = 3_600_000;

let at: Bench;
beforeEach(async () => {
  at = await bench();
});
afterEach(() => at.close());

const report = (story: number, source = 'anzeiger') => ({
  ...{ story, source, title: `Bericht ${story}`, at: at.now() },
});

/** The story reaches a later stage, told by another outlet. */
const rules = (story: number) => {
  at.room.db.exec("INSERT OR IGNORE INTO stage VALUES ('ruling', 60, 'Urteil', 'ruling')");
  at.room.db.prepare("UPDATE story SET stage = 'ruling' WHERE id = ?").run(story);
  at.arrives({ ...report(story, 'kurier'), stage: 'ruling' });
};

const titles = (channel: string) => at.seen(channel).map(({ embeds }) => embeds[0]?.title);

describe('a history that the bot may not read', () => {
  test('is not taken for an empty one: the channel waits for the permission, and nothing stands there twice', async () => {
    const channel = at.channel({}, { readHistory: false });
    at.arrives(report(1));
    at.discord.fault = () => 'cut-after';
    await at.deliver();
    at.discord.fault = () => undefined;
    at.pass(HOUR);
    const { parked } = await at.deliver();
    expect(parked[0]?.reason).toContain('“Read Message History”');
    expect(at.seen(channel)).toHaveLength(1);
    Object.assign(at.discord.guild.channels.get(channel) ?? {}, { readHistory: true });
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ recovered: 1, posted: 0, owed: 0 });
    expect(at.seen(channel)).toHaveLength(1);
  });

  test('keeps no news back: they stand by themselves instead of as a reply', async () => {
    const channel = at.channel({ developments: true }, { readHistory: false });
    at.arrives(report(1));
    await at.deliver();
    rules(1);
    expect(await at.deliver()).toMatchObject({ posted: 1, edited: 1, failed: 0, parked: [] });
    expect(at.seen(channel)[1]?.message_reference).toBeUndefined();
  });
});

test('where nothing may be written in threads, their news wait, and the channel goes on', async () => {
  const channel = at.channel({ style: 'threads', developments: true }, { sendInThreads: false });
  at.arrives(report(1));
  await at.deliver();
  rules(1);
  at.arrives(report(2));
  expect(await at.deliver()).toMatchObject({ posted: 1, edited: 1, failed: 1, owed: 1, parked: [] });
  Object.assign(at.discord.guild.channels.get(channel) ?? {}, { sendInThreads: true });
  at.pass(HOUR);
  expect(await at.deliver()).toMatchObject({ posted: 1, owed: 0 });
  expect(at.discord.guild.threadsOf(channel)[0]?.messages).toHaveLength(1);
});

describe('one thread’s trouble', () => {
  test('archived and locked, it costs its own news and nobody else’s', async () => {
    const channel = at.channel({ style: 'threads', developments: true });
    for (const story of [1, 2]) at.arrives(report(story));
    await at.deliver();
    const [first, second] = at.discord.guild.threadsOf(channel);
    Object.assign(first ?? {}, { archived: true, locked: true });
    for (const story of [1, 2]) rules(story);
    expect(await at.deliver()).toMatchObject({ posted: 1, failed: 1, owed: 0, parked: [] });
    expect(second?.messages).toHaveLength(1);
  });

  test('where a server can have no more of them, news become replies after some hours', async () => {
    const channel = at.channel({ style: 'threads', developments: true });
    at.discord.fault = ({ path }) =>
      path.endsWith('/threads') ? { status: 400, body: { code: 160006, message: 'Maximum' } } : undefined;
    at.arrives(report(1));
    await at.deliver();
    rules(1);
    for (let hour = 0; hour < 8; hour += 1) {
      at.pass(HOUR);
      await at.deliver();
    }
    expect(at.seen(channel)[1]?.message_reference?.message_id).toBe(at.seen(channel)[0]?.id);
  });

  test('a forum that can have no more posts gets them later', async () => {
    const channel = at.channel({ style: 'forum' }, { type: KIND.forum });
    at.arrives(report(1));
    at.discord.fault = () => ({ status: 400, body: { code: 160006, message: 'Maximum' } });
    expect(await at.deliver()).toMatchObject({ owed: 1, parked: [] });
    at.discord.fault = () => undefined;
    at.pass(HOUR + 1);
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 0 });
    expect(at.discord.guild.threadsOf(channel)).toHaveLength(1);
  });
});

describe('answers that are not Discord’s verdict', () => {
  test.each([
    [
      'a proxy’s 400',
      { status: 400, headers: { 'Content-Type': 'text/html' }, body: '<h1>Bad Request</h1>' },
    ],
    ['a proxy’s 403', { status: 403, headers: { 'Content-Type': 'text/html' }, body: '<h1>Blocked</h1>' }],
    ['a 502 without a body', { status: 502 }],
    ['sending that is turned off for now', { status: 403, body: { code: 40004, message: 'disabled' } }],
  ])('%s costs no message', async (_name, answer) => {
    const channel = at.channel();
    at.arrives(report(1));
    at.discord.fault = () => answer;
    expect(await at.deliver()).toMatchObject({ failed: 1, owed: 1, parked: [] });
    at.discord.fault = () => undefined;
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 0 });
    expect(titles(channel)).toEqual(['Bericht 1']);
  });
});

test.each(['threads/active', 'threads/archived/public', 'messages/'])(
  'a proxy’s page in place of a forum’s %s is not taken for an empty forum',
  async (part) => {
    const channel = at.channel({ style: 'forum' }, { type: KIND.forum });
    at.arrives(report(1));
    at.discord.fault = ({ method }) => (method === 'POST' ? 'cut-after' : undefined);
    await at.deliver();
    if (part.includes('archived'))
      Object.assign(at.discord.guild.threadsOf(channel)[0] ?? {}, { archived: true, archivedAt: at.now() });
    const page = { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<h1>Moment, please</h1>' };
    at.discord.fault = ({ method, path }) => (method === 'GET' && path.includes(part) ? page : undefined);
    at.pass(HOUR);
    await at.deliver();
    at.discord.fault = () => undefined;
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ owed: 0 });
    expect(at.discord.guild.threadsOf(channel)).toHaveLength(1);
  },
);

test('a webhook of a forum that gets plain messages is parked with what to do, and loses none', async () => {
  const channel = at.channel({}, { type: KIND.forum });
  const { id, token } = at.discord.guild.addWebhook(channel);
  const [settings] = at.channels;
  if (!settings) throw new Error('no channel');
  settings.medium = { kind: 'discord-webhook', url: `${at.discord.api}/webhooks/${id}/${token}` };
  at.arrives(report(1));
  const { parked, owed } = await at.deliver();
  expect(parked[0]?.reason).toContain('`style: forum`');
  expect(owed).toBe(1);
});

test.each([
  ['deleted', (id: string) => void at.discord.guild.channels.delete(id)],
  [
    'archived',
    (id: string) => void Object.assign(at.discord.guild.channels.get(id) ?? {}, { archived: true }),
  ],
])(
  'by webhook, a forum’s post that was %s costs its own story’s news and no other',
  async (_name, happens) => {
    const channel = at.channel({ style: 'forum', developments: true }, { type: KIND.forum });
    const { id, token } = at.discord.guild.addWebhook(channel);
    const [settings] = at.channels;
    if (!settings) throw new Error('no channel');
    settings.medium = { kind: 'discord-webhook', url: `${at.discord.api}/webhooks/${id}/${token}` };
    at.arrives(report(1));
    await at.deliver();
    happens(at.discord.guild.threadsOf(channel)[0]?.id ?? '');
    rules(1);
    await at.deliver();
    at.arrives(report(2));
    expect(await at.deliver()).toMatchObject({ posted: 1, parked: [], owed: 0 });
  },
);

test('a webhook whose token was taken away says so, and speaks of no bot', async () => {
  const channel = at.channel();
  const { id } = at.discord.guild.addWebhook(channel);
  const [settings] = at.channels;
  if (!settings) throw new Error('no channel');
  settings.medium = { kind: 'discord-webhook', url: `${at.discord.api}/webhooks/${id}/another-token` };
  at.arrives(report(1));
  expect((await at.deliver()).parked[0]?.reason).toMatch(/^the webhook’s token is not valid/);
});

describe('a limit that is too long to be waited for', () => {
  const spent = {
    'X-RateLimit-Limit': '10',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset-After': '3540.25',
  };
  test.each([
    ['told beforehand', { status: 200, headers: spent, body: { id: '1' } }, 2],
    ['met', { status: 429, body: { retry_after: 3540.25, global: false } }, 2],
    ['met by the whole bot', { status: 429, body: { retry_after: 3540.25, global: true } }, 1],
  ])('%s: Discord is asked no more, and no process is kept alive', async (_name, answer, asked) => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const client = discordClient({ token: 'fake-token', api: at.discord.api });
    at.discord.fault = () => answer;
    const tell = (channel: number) =>
      client.request('POST', `/channels/${channel}/messages`).catch((error: unknown) => error);
    for (const channel of [1, 1, 2, 1]) await tell(channel);
    expect(await tell(1)).toMatchObject({ kind: 'wait', retryAfterMs: expect.closeTo(3_540_250, -4) });
    expect(at.discord.calls).toHaveLength(asked);
    expect(Math.max(0, ...timers.mock.calls.map(([, ms]) => ms ?? 0))).toBeLessThan(60_000);
    timers.mockRestore();
  });
});
