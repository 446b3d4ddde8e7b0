import { afterEach, beforeEach, expect, test } from 'vitest';
import { withdrawCommands } from '../../src/interactions/index.ts';
import { createQuestions } from '../../src/store/questions.ts';
import { createSettings } from '../../src/store/settings.ts';
import { IDS } from '../support/fake-discord/application.ts';
import { type Bot, createBot } from './bot.ts';

let bot: Bot;
const GLOBAL = `/applications/${IDS.application}/commands`;
const LOCAL = `/applications/${IDS.application}/guilds/${IDS.guild}/commands`;
const ROLES = [{ role: '900000000000000099', ref: 'acme', name: { de: 'Acme', en: 'Acme' } }];

beforeEach(async () => {
  bot = await createBot();
});

afterEach(() => bot.close());

const puts = (): string[] =>
  bot.app.discord.calls
    .filter(({ method }) => method === 'PUT')
    .map(({ path }) => path.replace('/api/v10', ''));
const registered = (route = GLOBAL): string[] => (bot.app.commands.get(route) ?? []).map(({ name }) => name);

/** Starts the bot, and waits until Discord was asked about its commands. */
async function begin(options: Parameters<Bot['start']>[0] = {}): Promise<void> {
  const before = bot.app.discord.calls.length;
  await bot.start(options);
  await bot.until(() => bot.app.discord.calls.slice(before).some(({ path }) => path.endsWith('/commands')));
}

test('the commands are registered once, and not again by the next start', async () => {
  await bot.start();
  await bot.said('registered on every server');
  expect(registered()).toEqual(
    'stories story search timeline party statements dates explain status'.split(' '),
  );
  await bot.stop();
  await begin();
  expect(puts()).toEqual([GLOBAL]);
  expect(bot.logged.join()).not.toContain('registered');
});

test('roles to follow add a command: what changed is registered', async () => {
  await bot.start();
  await bot.said('registered');
  await bot.stop();
  await bot.start({ roles: ROLES });
  await bot.said('registered');
  expect(registered()).toContain('follow');
  expect(puts()).toEqual([GLOBAL, GLOBAL]);
});

test('what someone took away or changed on Discord is put right', async () => {
  await bot.start();
  await bot.said('registered');
  await bot.stop();
  bot.app.commands.set(GLOBAL, []);
  await bot.start();
  await bot.said('registered');
  expect(registered()).toHaveLength(9);
});

test('for one server, they are taken away from all the others', async () => {
  await bot.start();
  await bot.said('registered');
  await bot.stop();
  await bot.start({ guildId: IDS.guild });
  await bot.said(`registered on server ${IDS.guild}`);
  expect(registered()).toEqual([]);
  expect(registered(LOCAL)).toHaveLength(9);
});

test('a day on which Discord takes no more commands is said, and members are answered all the same', async () => {
  bot.app.discord.fault = ({ method, path }) =>
    method === 'PUT' && path.endsWith('/commands')
      ? { status: 400, body: { code: 30034, message: 'Max number of daily application command creates' } }
      : undefined;
  await bot.start();
  await bot.said('takes no more of them today');
  expect((await bot.answered(bot.app.command('stories'))).embeds[0]?.description).toBe('No story fits.');
});

test('a server that the bot is not on is said with what to do', async () => {
  await bot.start({ guildId: '600000000000000009' });
  await bot.said('`standoff discord invite` prints the address');
});

test('with `commands: false` they are taken away, once', async () => {
  await bot.start();
  await bot.said('registered');
  await bot.stop();
  const logged: string[] = [];
  const options = {
    token: 'fake-token',
    api: bot.app.discord.api,
    store: { settings: createSettings(bot.room.db), questions: createQuestions(bot.room.db) },
    log: (_level: string, message: string) => void logged.push(message),
  };
  await withdrawCommands(options);
  expect(registered()).toEqual([]);
  await withdrawCommands(options);
  expect(puts()).toEqual([GLOBAL, GLOBAL]);
  expect(logged).toEqual(['slash commands taken away, as standoff.yaml says']);
});
