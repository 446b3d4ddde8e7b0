import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, bench, report } from './bench.ts';

const HOUR = 3_600_000;

let at: Bench;
beforeEach(async () => {
  at = await bench();
});
afterEach(() => at.close());

describe('when the answer is lost', () => {
  test.each(['cut-before', 'cut-after'] as const)('%s: one message in the end', async (fault) => {
    const channel = at.channel();
    at.arrives(report(1));
    at.discord.fault = (_call, index) => (index === 0 ? fault : undefined);
    expect(await at.deliver()).toMatchObject({ failed: 1, owed: 1 });
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ owed: 0, failed: 0 });
    expect(at.seen(channel)).toHaveLength(1);
  });

  test('a hanging answer is given up, and the message found later in a busy channel', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    at.discord.fault = () => 'hang-after';
    expect(await at.deliver({ timeoutMs: 50 })).toMatchObject({ failed: 1 });
    at.discord.fault = () => undefined;
    const chatter = at.seen(channel)[0];
    for (let n = 0; n < 250; n += 1)
      if (chatter)
        at.seen(channel).push({ ...chatter, id: String(BigInt(chatter.id) + BigInt(n + 100)), embeds: [] });
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ recovered: 1, posted: 0 });
    expect(at.seen(channel).filter(({ embeds }) => embeds.length > 0)).toHaveLength(1);
  });

  test('a message found with older words is edited', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    at.discord.fault = (_call, index) => (index === 0 ? 'cut-after' : undefined);
    await at.deliver();
    at.arrives(report(1, 'kurier'));
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ recovered: 1, edited: 1 });
    expect(at.seen(channel)).toHaveLength(1);
    expect(JSON.stringify(at.seen(channel)[0])).toContain('kurier');
  });

  test('a server error does not hold up the other messages for long', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    at.arrives(report(2));
    at.discord.fault = ({ method, body }) =>
      method === 'POST' && JSON.stringify(body).includes('Bericht 1')
        ? { status: 500, body: 'oops' }
        : undefined;
    await at.deliver();
    await at.deliver();
    expect(at.seen(channel).map(({ embeds }) => embeds[0]?.title)).toEqual(['Bericht 2 im anzeiger']);
  });

  test.each([
    ['a page', '<html>maintenance</html>'],
    ['another thing', { no: 'message' }],
  ])('%s instead of the message is no confirmation, of a post or an edit', async (_name, body) => {
    const channel = at.channel();
    for (const source of ['anzeiger', 'kurier']) {
      at.arrives(report(1, source));
      at.discord.fault = () => ({ status: 200, headers: { 'Content-Type': 'text/html' }, body });
      expect(await at.deliver()).toMatchObject({ failed: 1, owed: 1 });
      at.discord.fault = () => undefined;
      at.pass(HOUR);
      expect(await at.deliver()).toMatchObject({ failed: 0, owed: 0 });
      expect(JSON.stringify(at.seen(channel))).toContain(`[${source}](`);
    }
    expect(at.seen(channel)).toHaveLength(1);
  });

  test('an edit whose answer is lost is made again', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    await at.deliver();
    at.arrives(report(1, 'kurier'));
    at.discord.fault = () => 'cut-after';
    await at.deliver();
    at.discord.fault = () => undefined;
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ edited: 1, owed: 0 });
    expect(at.seen(channel)).toHaveLength(1);
  });
});

describe('what Discord refuses', () => {
  test.each([
    ['a channel that is gone', 10003, 404],
    ['a channel the bot may not see', 50001, 403],
    ['a missing permission', 50013, 403],
    ['a wrong token', 0, 401],
  ])('%s is parked, asked once, and holds up no other', async (_name, code, status) => {
    const broken = at.channel();
    const fine = at.channel();
    for (const story of [1, 2, 3]) at.arrives(report(story));
    at.discord.fault = ({ path }) =>
      path.includes(broken) ? { status, body: { code, message: 'no' } } : undefined;
    const first = await at.deliver();
    expect(first.parked.map(({ channelId }) => channelId)).toEqual(['channel-1']);
    expect(at.seen(fine)).toHaveLength(3);
    expect(await at.deliver()).toMatchObject({ failed: 1, posted: 0, owed: 3 });
    expect(at.discord.calls.filter(({ path }) => path.includes(broken))).toHaveLength(1);
    expect(at.room.db.prepare("SELECT count(*) AS n FROM deliveries WHERE state = 'parked'").get()).toEqual({
      n: 3,
    });
  });

  test('a permission granted later is noticed within an hour, nothing is lost', async () => {
    const channel = at.channel({}, { send: false });
    at.arrives(report(1));
    await at.deliver();
    const known = at.discord.guild.channels.get(channel);
    if (known) known.send = true;
    at.pass(HOUR + 1);
    expect(await at.deliver()).toMatchObject({ posted: 1, parked: [] });
  });

  test('a new token opens the channel at once; a wrong one is tried once an hour', async () => {
    const channel = at.channel();
    const [settings] = at.channels;
    if (settings?.medium.kind !== 'discord-bot') throw new Error('no bot');
    const { medium } = settings;
    settings.medium = { ...medium, token: 'wrong' };
    at.arrives(report(1));
    for (let minutes = 0; minutes < 120; minutes += 5) {
      await at.deliver();
      at.pass(HOUR / 12);
    }
    expect(at.discord.guild.invalidRequests).toBe(2);
    settings.medium = medium;
    expect(await at.deliver()).toMatchObject({ posted: 1 });
    expect(at.seen(channel)).toHaveLength(1);
  });

  test('a message that Discord will not take is parked alone, and tried again when its story changes', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    at.arrives(report(2));
    at.discord.fault = ({ body }) =>
      JSON.stringify(body).includes('Bericht 1')
        ? { status: 400, body: { code: 200000, message: 'blocked' } }
        : undefined;
    expect(await at.deliver()).toMatchObject({ posted: 1, failed: 1, owed: 0 });
    at.discord.fault = () => undefined;
    at.arrives(report(1, 'kurier'));
    expect(await at.deliver()).toMatchObject({ posted: 1 });
    expect(at.seen(channel)).toHaveLength(2);
  });
});

describe('a channel whose settings change', () => {
  test('gets nothing again that was posted before, and goes on with what is new', async () => {
    const channel = at.channel();
    const [settings] = at.channels;
    if (!settings) throw new Error('no channel');
    const { medium } = settings;
    settings.medium = { kind: 'terminal' };
    at.arrives(report(1));
    await at.deliver();
    settings.medium = medium;
    at.arrives(report(1, 'kurier'));
    at.arrives(report(2));
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 0 });
    expect(at.seen(channel).map(({ embeds }) => embeds[0]?.title)).toEqual(['Bericht 2 im anzeiger']);
  });

  test('added later, it gets new stories only', async () => {
    at.channel();
    at.arrives(report(1));
    await at.deliver();
    const channel = at.channel();
    at.arrives(report(2));
    await at.deliver();
    expect(at.seen(channel).map(({ embeds }) => embeds[0]?.title)).toEqual(['Bericht 2 im anzeiger']);
  });
});

describe('rate limits', () => {
  test.each([
    ['of the route', {}],
    ['of the whole bot', { 'X-RateLimit-Global': 'true' }],
  ])('a short one %s is waited out to the ms that its body names', async (_name, headers) => {
    const channel = at.channel();
    at.arrives(report(1));
    at.discord.fault = (_call, index) =>
      index === 0
        ? { status: 429, headers: { 'Retry-After': '1', ...headers }, body: { retry_after: 0.03 } }
        : undefined;
    const start = performance.now();
    expect(await at.deliver()).toMatchObject({ posted: 1, failed: 0 });
    expect(performance.now() - start).toBeLessThan(900);
    expect(at.seen(channel)).toHaveLength(1);
  });

  test('short ones are waited out in place', async () => {
    await at.close();
    at = await bench({ rateLimit: { limit: 3, windowMs: 40 } });
    const channel = at.channel();
    for (let story = 1; story <= 10; story += 1) at.arrives(report(story));
    expect(await at.deliver()).toMatchObject({ posted: 10, owed: 0, failed: 0 });
    expect(at.seen(channel)).toHaveLength(10);
    expect(at.discord.guild.limited).toBe(0);
  });

  test.each([
    ['a long one', { status: 429, headers: { 'Retry-After': '600' }, body: { retry_after: 600 } }],
    ['one in the body alone', { status: 429, body: { code: 40062, message: 'limited', retry_after: 600 } }],
    ['a proxy’s page', { status: 429, headers: { 'Content-Type': 'text/html' }, body: '<h1>1015</h1>' }],
    ['slow mode', { status: 429, body: { code: 20016, message: 'slow', retry_after: 600 } }],
  ])('%s puts the channel off and loses nothing', async (_name, answer) => {
    const channel = at.channel();
    const other = at.channel();
    for (const story of [1, 2]) at.arrives(report(story));
    at.discord.fault = ({ path }) => (path.includes(channel) ? answer : undefined);
    expect(await at.deliver()).toMatchObject({ posted: 2, owed: 2 });
    expect(at.seen(other)).toHaveLength(2);
    await at.deliver();
    expect(at.discord.calls.filter(({ path }) => path.includes(channel))).toHaveLength(1);
    at.discord.fault = () => undefined;
    at.pass(601_000);
    expect(await at.deliver()).toMatchObject({ posted: 2, owed: 0 });
    expect(at.seen(channel).map(({ embeds }) => embeds[0]?.title)).toEqual([
      'Bericht 1 im anzeiger',
      'Bericht 2 im anzeiger',
    ]);
  });

  test('edits of older messages are gathered, and one refused for their number is made later', async () => {
    await at.close();
    at = await bench({ oldEdits: 1 });
    const channel = at.channel();
    for (const story of [1, 2]) at.arrives(report(story));
    await at.deliver();
    at.pass(2 * HOUR);
    for (const story of [1, 2]) at.arrives(report(story, 'kurier'));
    expect(await at.deliver()).toMatchObject({ edited: 1, failed: 1, owed: 1 });
    at.arrives(report(3));
    expect(await at.deliver()).toMatchObject({ posted: 1 });
    at.pass(2 * HOUR);
    expect(await at.deliver()).toMatchObject({ edited: 1, owed: 0 });
    expect(at.seen(channel)).toHaveLength(3);
    at.arrives(report(2, 'bote'));
    expect(await at.deliver()).toMatchObject({ edited: 0, owed: 1 });
  });

  test('an outage puts the channel off', async () => {
    const channel = at.channel();
    const [settings] = at.channels;
    if (settings?.medium.kind !== 'discord-bot') throw new Error('no bot');
    at.arrives(report(1));
    const { medium } = settings;
    settings.medium = { ...medium, api: 'http://127.0.0.1:1/api' };
    expect(await at.deliver()).toMatchObject({ failed: 1, owed: 1 });
    settings.medium = medium;
    expect(await at.deliver()).toMatchObject({ posted: 1 });
    expect(at.seen(channel)).toHaveLength(1);
  });
});

describe('webhooks', () => {
  test('post, edit, and are parked when they are deleted', async () => {
    const channelId = at.channel();
    const { id, token } = at.discord.guild.addWebhook(channelId);
    const [settings] = at.channels;
    if (!settings) throw new Error('no channel');
    settings.medium = { kind: 'discord-webhook', url: `${at.discord.api}/webhooks/${id}/${token}` };
    at.arrives(report(1));
    expect(await at.deliver()).toMatchObject({ posted: 1 });
    at.arrives(report(1, 'kurier'));
    expect(await at.deliver()).toMatchObject({ edited: 1 });
    expect(at.seen(channelId)).toHaveLength(1);
    at.discord.guild.webhooks.clear();
    at.arrives(report(2));
    expect((await at.deliver()).parked).toHaveLength(1);
  });
});
