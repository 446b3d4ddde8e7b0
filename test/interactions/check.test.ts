import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CheckLine, type CheckOptions, checkDiscord } from '../../src/interactions/check/index.ts';
import { invitation } from '../../src/interactions/invite.ts';
import { bitsOf, type Permission, permissionsIn } from '../../src/interactions/permissions.ts';
import type { ChannelSettings } from '../../src/publish/channels.ts';
import { type FakeApplication, fakeApplication, IDS } from '../support/fake-discord/application.ts';

const POSTING: Permission[] = ['View Channels', 'Send Messages', 'Embed Links', 'Read Message History'];
let app: FakeApplication;

beforeEach(async () => {
  app = await fakeApplication({ now: () => Date.now() });
  app.community.allow(bitsOf(POSTING));
});

afterEach(() => app.close());

const channel = (channelId: string, settings: Partial<ChannelSettings> = {}): ChannelSettings => ({
  ...{ id: 'main', language: 'de', grades: ['core'], maxAgeMs: 0 },
  medium: { kind: 'discord-bot', token: 'fake-token', channelId, api: app.discord.api },
  ...settings,
});

const check = (options: Partial<CheckOptions> = {}): Promise<CheckLine[]> =>
  checkDiscord({
    ...{ token: 'fake-token', api: app.discord.api, channels: [], guildId: undefined, roles: [] },
    ...{ commands: true, ...options },
  });

/** What is wrong: what, how it is, and what to do. */
const wrong = (lines: readonly CheckLine[]): string[] =>
  lines
    .filter(({ state }) => state === 'failed')
    .map(({ subject, detail, remedy }) => `${subject}: ${detail} → ${remedy}`);

test('where all is right, every line says so, and nothing is changed on Discord', async () => {
  const place = app.community.addPlace();
  const lines = await check({ channels: [channel(place.id)] });
  expect(wrong(lines)).toEqual([]);
  expect(lines.map(({ subject }) => subject)).toEqual([
    ...['bot', 'intents', 'gateway', 'server Newsroom', 'channel main', 'slash commands'],
  ]);
  expect(app.discord.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(app.gateway.identified).toEqual([]);
});

test('a token that Discord refuses ends the look: one line, with where a new one is', async () => {
  const lines = await check({ token: 'wrong', channels: [channel('900000000000000001')] });
  expect(wrong(lines)).toEqual([expect.stringMatching(/^bot: Discord refused the token.*Reset Token/)]);
  expect(lines).toHaveLength(1);
});

test('permissions are worked out as Discord does: everyone, roles, the bot itself', async () => {
  const place = app.community.addPlace({
    permission_overwrites: [
      { id: IDS.guild, type: 0, allow: '0', deny: String(bitsOf(['Send Messages', 'Embed Links'])) },
    ],
  });
  expect(wrong(await check({ channels: [channel(place.id)] }))).toEqual([
    'channel main: #news: the bot lacks “Send Messages”, “Embed Links” → Channel Settings → Permissions → the bot’s role → allow “Send Messages”, “Embed Links”',
  ]);
  place.permission_overwrites.push({
    ...{ id: IDS.bot, type: 1, deny: '0', allow: String(bitsOf(['Send Messages', 'Embed Links'])) },
  });
  expect(wrong(await check({ channels: [channel(place.id)] }))).toEqual([]);
});

test('an administrator may everything, whatever a channel denies', () => {
  const role = { name: 'x', position: 1, managed: true, mentionable: false };
  const membership = {
    ...{ guildId: '1', botId: '2', own: ['3'] },
    roles: [{ ...role, id: '3', permissions: String(1n << 3n) }],
  };
  const bits = permissionsIn(membership, [{ id: '1', allow: '0', deny: String(bitsOf(POSTING)) }]);
  expect(bits & bitsOf(POSTING)).toBe(bitsOf(POSTING));
});

describe('a channel that does not fit its settings', () => {
  test.each([
    [{ type: 15 }, {}, '#news is a forum', '`style: forum`'],
    [{ type: 0 }, { style: 'forum' }, '#news is no forum', 'name a forum'],
    [{ type: 2 }, {}, '#news takes no posts', 'text channel'],
    [{ type: 0 }, { announce: true }, '#news is no announcement channel', 'Announcement Channel'],
  ] as const)('%j with %j: %s', async (place, settings, detail, remedy) => {
    app.community.allow(bitsOf([...POSTING, 'Send Messages in Threads']));
    const { id } = app.community.addPlace(place);
    const [line = '', ...rest] = wrong(await check({ channels: [channel(id, settings)] }));
    expect(line).toContain(detail);
    expect(line).toContain(remedy);
    expect(rest).toEqual([]);
  });

  test.each([
    [{ style: 'threads' }, '“Create Public Threads”, “Send Messages in Threads”'],
    [{ digest: { daily: '0 8 * * *', chart: 'party' } }, '“Attach Files”'],
  ] as const)('%j needs more than posting', async (settings, names) => {
    const { id } = app.community.addPlace();
    expect(wrong(await check({ channels: [channel(id, settings)] }))[0]).toContain(`lacks ${names} →`);
  });

  test('an id of no channel', async () => {
    const [line] = wrong(await check({ channels: [channel('700000000000000077')] }));
    expect(line).toContain('Copy Channel ID');
  });

  test('roles to be pinged must be there, and such that the bot can', async () => {
    const { id } = app.community.addPlace();
    const { id: quiet } = app.community.addRole('Quiet');
    const pings = [{ role: quiet }, { role: '900000000000007777' }];
    const lines = wrong(await check({ channels: [channel(id, { pings })] }));
    expect(lines).toEqual([
      expect.stringContaining('Allow anyone to @mention this role'),
      expect.stringContaining('is not on the server'),
    ]);
  });
});

describe('roles to follow', () => {
  const follow = (role: string) => ({ role, ref: 'acme', name: { de: 'Acme', en: 'Acme' } });

  test('need “Manage Roles”, and to stand below the bot’s own', async () => {
    const place = app.community.addPlace();
    const { id } = app.community.addRole('Acme');
    const options = { channels: [channel(place.id)], roles: [follow(id)] };
    expect(wrong(await check(options))).toEqual([
      expect.stringContaining('lacks “Manage Roles”'),
      expect.stringContaining('drag the bot’s role above @Acme'),
    ]);
    app.community.allow(bitsOf([...POSTING, 'Manage Roles']));
    app.community.raiseBot();
    expect(wrong(await check(options))).toEqual([]);
  });

  test('must not give power to whoever follows, nor be a bot’s', async () => {
    const place = app.community.addPlace();
    app.community.allow(bitsOf([...POSTING, 'Manage Roles']));
    const power = app.community.addRole('Mods', { permissions: String(1n << 13n) });
    const managed = app.community.addRole('Other bot', { managed: true });
    app.community.raiseBot();
    const roles = [follow(power.id), follow(managed.id), follow(IDS.guild), follow('900000000000007777')];
    const lines = wrong(await check({ channels: [channel(place.id)], roles }));
    expect(lines.map((line) => line.split(' → ')[0])).toEqual([
      'role @Mods: would give everyone who follows power over the server',
      'role @Other bot: belongs to a bot or a subscription, and cannot be given',
      `role ${IDS.guild}: for acme: no role of the server`,
      'role 900000000000007777: for acme: no role of the server',
    ]);
  });
});

test('sessions nearly used up are said', async () => {
  app.sessionsLeft = 3;
  expect(wrong(await check())).toEqual([expect.stringContaining('3 of 1000 sessions are left')]);
});

test('a server that the bot is not on is said, with where the invitation is', async () => {
  const lines = wrong(await check({ guildId: '600000000000000009' }));
  expect(lines[0]).toContain('`standoff discord invite`');
});

test('a webhook is looked at without a token; one that was deleted is said', async () => {
  const { id: channelId } = app.discord.guild.addChannel();
  const { id, token } = app.discord.guild.addWebhook(channelId);
  const at = (webhook: string) =>
    channel('', {
      medium: {
        kind: 'discord-webhook',
        url: `${app.discord.api}/webhooks/${webhook}`,
        api: app.discord.api,
      },
    });
  const right = await check({ token: undefined, channels: [at(`${id}/${token}`)] });
  expect(right.map(({ state }) => state)).toEqual(['ok', 'note']);
  const [line] = wrong(await check({ token: undefined, channels: [at(`900000000000000055/${token}`)] }));
  expect(line).toContain('the webhook was deleted');
  expect(line).toContain('Copy Webhook URL');
});

test('without token and webhook, what to set is said', async () => {
  const lines = await check({ token: undefined, channels: [channel('', { medium: { kind: 'terminal' } })] });
  expect(wrong(lines)).toEqual([expect.stringContaining('set DISCORD_TOKEN and DISCORD_CHANNEL_ID')]);
});

describe('the invitation', () => {
  const of = (channels: Partial<ChannelSettings>[], rest = {}) =>
    invitation({
      ...{ applicationId: IDS.application, channels, follow: false, commands: true, guildId: undefined },
      ...rest,
    });
  const asked = (url: string): bigint => BigInt(new URL(url).searchParams.get('permissions') ?? 0);

  test('asks for what posting needs, and for nothing else', () => {
    const { url, permissions } = of([{}]);
    expect(permissions).toEqual(POSTING);
    expect(asked(url)).toBe(84_992n);
    expect(new URL(url).searchParams.get('scope')).toBe('bot applications.commands');
    expect(new URL(url).searchParams.get('client_id')).toBe(IDS.application);
  });

  test.each([
    [[{ style: 'threads' as const }], {}, ['Create Public Threads', 'Send Messages in Threads']],
    [[{ digest: { weekly: '0 8 * * 1', chart: 'stage' as const } }], {}, ['Attach Files']],
    [[{}], { follow: true }, ['Manage Roles']],
    [[{}], { follow: true, commands: false }, []],
  ])('for %j and %j also %j', (channels, rest, more) => {
    expect(asked(of(channels, rest).url)).toBe(bitsOf([...POSTING, ...(more as Permission[])]));
  });

  test('without commands asks for the bot alone; with a server, that one is chosen', () => {
    const { searchParams } = new URL(of([{}], { commands: false, guildId: IDS.guild }).url);
    expect(searchParams.get('scope')).toBe('bot');
    expect(searchParams.get('guild_id')).toBe(IDS.guild);
  });
});
