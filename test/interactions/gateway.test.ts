import { afterEach, beforeEach, expect, test } from 'vitest';
import { finalClosing } from '../../src/interactions/gateway-codes.ts';
import { type Bot, createBot } from './bot.ts';

let bot: Bot;

beforeEach(async () => {
  bot = await createBot(50);
});

afterEach(() => bot.close());

const status = () =>
  JSON.parse(
    bot.room.db
      .prepare<[], string>("SELECT value FROM setting WHERE key = 'discord.gateway'")
      .pluck()
      .get() ?? 'null',
  ) as { state: string; reason: string | null };

const answers = async (): Promise<boolean> =>
  (await bot.answered(bot.app.command('stories'))).embeds.length === 1;

test('one session with the Guilds intent alone, its heart beating', async () => {
  await bot.start();
  expect(bot.app.gateway.identified).toEqual([{ token: 'fake-token', intents: 1 }]);
  await bot.until(() => bot.app.gateway.beats > 0 && status().state === 'ready');
});

test('Ctrl-C closes the connection as Discord wants it: code 1000', async () => {
  await bot.start();
  await bot.stop();
  expect(bot.app.gateway.closings).toEqual([1000]);
  expect(status().state).toBe('off');
});

test('a connection that breaks off is resumed, and what came meanwhile is answered', async () => {
  await bot.start();
  bot.app.gateway.drop(4000);
  const missed = bot.app.command('stories');
  expect((await bot.answered(missed)).embeds).toHaveLength(1);
  expect(bot.app.gateway.resumed).toBe(1);
  expect(bot.app.gateway.identified).toHaveLength(1);
  await bot.until(() => status().state === 'ready');
});

test('a connection that breaks off time and again is not made without end: it is ended, and tried later', async () => {
  await bot.start();
  for (let times = 0; times < 4; times++) {
    bot.app.gateway.drop(4000);
    await bot.until(() => bot.app.gateway.resumed > times || bot.logged.join().includes('again and again'));
  }
  await bot.said('breaks off again and again; tried again in 1 s');
  await bot.until(() => bot.app.gateway.identified.length === 2 && status().state === 'ready');
  expect(await answers()).toBe(true);
});

test('Discord may ask the bot to connect again', async () => {
  await bot.start();
  bot.app.gateway.askToReconnect();
  await bot.until(() => bot.app.gateway.resumed === 1);
  expect(await answers()).toBe(true);
});

test.each([
  [4004, 'refused the token'],
  [4014, 'intents'],
])('a closing with %i is final: said with what to do, and never tried again', async (code, why) => {
  bot.app.gateway.refuseWith = code;
  await bot.start({ ready: false });
  await bot.said(`gateway code ${code}`);
  expect(bot.logged.at(-1)).toContain(why);
  expect(bot.logged.at(-1)).toMatch(/^error: .*posting goes on/);
  expect(status()).toMatchObject({ state: 'refused', reason: expect.stringContaining(String(code)) });
  await bot.stop();
  expect(bot.app.gateway.identified).toHaveLength(1);
});

test('closings after which Discord wants no other try are known, each with what to do', () => {
  for (const code of [4004, 4010, 4011, 4012, 4013, 4014]) expect(finalClosing(code)).toContain(String(code));
  for (const code of [1000, 1001, 1006, 4000, 4003, 4005, 4007, 4008, 4009])
    expect(finalClosing(code)).toBeNull();
});

test('a token that is refused before there is a connection is said, and not tried again', async () => {
  await bot.start({ token: 'wrong', ready: false });
  await bot.said('Discord refused the token');
  expect(bot.app.gateway.identified).toEqual([]);
  await bot.stop();
  expect(bot.app.discord.calls).toHaveLength(1);
});

test('a Discord that cannot be reached is tried again until it can', async () => {
  bot.app.discord.fault = (_call, index) => (index < 2 ? { status: 503, body: '' } : undefined);
  await bot.start();
  expect(bot.logged.filter((line) => line.startsWith('warn'))).toHaveLength(2);
  expect(await answers()).toBe(true);
});

test('sessions used up are not asked for: it waits', async () => {
  bot.app.sessionsLeft = 0;
  await bot.start({ ready: false });
  await bot.said('Not enough sessions');
});
