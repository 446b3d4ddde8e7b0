import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { IDS } from '../support/fake-discord/application.ts';
import { type Bot, createBot } from './bot.ts';

const MANAGE_ROLES = 1n << 28n;
let bot: Bot;
let acme: string;
let training: string;
let gone: string;

beforeAll(async () => {
  bot = await createBot();
  const { community } = bot.app;
  acme = community.addRole('Acme-News').id;
  training = community.addRole('Training-News').id;
  gone = '900000000000009999';
  await bot.start({
    roles: [
      { role: acme, ref: 'acme', name: { de: 'Acme', en: 'Acme' } },
      { role: training, ref: 'training', name: { de: 'KI-Training', en: 'AI training' } },
      { role: gone, ref: 'gone', name: { de: 'Weg', en: 'Gone' } },
    ],
  });
});

beforeEach(() => {
  const { community } = bot.app;
  community.allow(MANAGE_ROLES);
  community.raiseBot();
  community.members.set(IDS.member, []);
});

afterAll(() => bot.close());

const follow = async (role: string, locale = 'en-GB') =>
  bot.answered(bot.app.command('follow', { role }, { locale }));
const roles = () => bot.app.community.members.get(IDS.member);

test('a member takes a role, and gives it back with the same command', async () => {
  const taken = await follow(acme);
  expect(taken).toMatchObject({
    content: 'You follow Acme from now on: you have the role Acme-News.',
    ephemeral: true,
  });
  expect(roles()).toEqual([acme]);
  expect((await follow(acme, 'de')).content).toBe(
    'Du folgst Acme nicht mehr: Die Rolle Acme-News ist zurückgegeben.',
  );
  expect(roles()).toEqual([]);
});

test('the list names what can be followed, and marks what is', async () => {
  await follow(training);
  const typing = bot.app.types('follow', 'role', '', { locale: 'de' });
  await bot.until(() => typing.choices !== null);
  expect(typing.choices).toEqual([
    { name: 'Acme', value: acme },
    { name: 'KI-Training ✓', value: training },
    { name: 'Weg', value: gone },
  ]);
});

test('a name will do where nothing was chosen from the list', async () => {
  await follow('ai training');
  expect(roles()).toEqual([training]);
});

test('no other role can be had, whoever’s it is', async () => {
  const moderators = bot.app.community.addRole('Moderators', { position: 1 }).id;
  expect((await follow(moderators)).content).toContain('cannot be followed here');
  expect(roles()).toEqual([]);
});

test.each([
  ['Manage Roles', () => bot.app.community.allow(0n)],
  ['the order of roles', () => void bot.app.community.addRole('Above').position],
])('without %s, a member is told what an admin must do', async (_what, spoil) => {
  spoil();
  const above = bot.app.community.roles.find(({ id }) => id === acme);
  if (above) above.position = 99;
  const { content } = await follow(acme, 'de');
  expect(content).toContain('„Rollen verwalten“');
  expect(content).toContain('Servereinstellungen → Rollen');
  if (above) above.position = 2;
  expect(roles()).toEqual([]);
});

test('a role that was deleted is told as such', async () => {
  expect((await follow('gone')).content).toContain('not on this server any more');
});
