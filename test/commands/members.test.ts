import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeApplication, fakeApplication, IDS } from '../support/fake-discord/application.ts';
import { createProject, type Project } from '../support/project.ts';
import { startRun } from '../support/running.ts';
import { startWorld, type World } from '../world/index.ts';

let project: Project;
let world: World;
let app: FakeApplication;
let env: Record<string, string>;

beforeAll(async () => {
  world = await startWorld();
  world.advanceTo(new Date('2025-05-23T20:00:00Z'));
  project = createProject(world.outlets.slice(0, 1));
  app = await fakeApplication({ now: () => Date.now() });
  const channel = app.discord.guild.addChannel();
  env = { DISCORD_TOKEN: 'fake-token', DISCORD_CHANNEL_ID: channel.id, DISCORD_API: app.discord.api };
});

afterAll(async () => {
  await world.close();
  await app.close();
  project.remove();
});

const posted = (): number => [...app.discord.guild.channels.values()][0]?.messages.length ?? 0;
const status = async () => (await project.standoff(['status'], env)).out;

test('poll posts and opens no gateway', async () => {
  expect((await project.standoff(['poll'], env)).code).toBe(0);
  expect(posted()).toBe(1);
  expect(app.gateway.identified).toEqual([]);
  expect(await status()).not.toContain('slash commands');
});

test('discord check ends with 1 where anything fails, and says what to click; invite prints the address', async () => {
  const checked = await project.standoff(['discord', 'check'], env);
  expect(checked.code).toBe(1);
  expect(checked.out).toContain('Copy Channel ID');
  const place = app.community.addPlace({ id: env.DISCORD_CHANNEL_ID ?? '' });
  app.community.allow(84_992n);
  const right = await project.standoff(['discord', 'check', '--json'], env);
  expect(right.code, right.out).toBe(0);
  expect(JSON.parse(right.out)).toContainEqual(
    expect.objectContaining({
      subject: 'channel main',
      state: 'ok',
      detail: expect.stringContaining(place.name),
    }),
  );
  const invited = await project.standoff(['discord', 'invite'], env);
  expect(invited.out).toContain(
    `client_id=${IDS.application}&scope=bot+applications.commands&permissions=84992`,
  );
  const without = await project.standoff(['discord', 'invite']);
  expect(without.code).toBe(1);
  expect(without.err).toContain('DISCORD_APPLICATION_ID');
});

test('run answers members beside its work, and Ctrl-C ends both cleanly', async () => {
  const running = startRun(project.folder, env);
  await running.said('members are answered');
  expect(await status()).toContain('slash commands: answered since');
  let shown = '';
  const asked = app.command('stories', {}, { locale: 'de' });
  const whenShown = new Promise<void>((resolve) => {
    app.discord.fault = ({ method, body }) => {
      if (method === 'PATCH') resolve();
      shown = JSON.stringify(body);
      return undefined;
    };
  });
  await whenShown;
  expect(asked.answered).toBe(5);
  expect(shown).toContain('Storys');
  app.discord.fault = () => undefined;
  running.kill('SIGINT');
  const { code, log } = await running.ended;
  expect(code, log).toBe(0);
  expect(log).not.toContain('fake-token');
  expect(app.gateway.closings).toEqual([1000]);
  expect(await status()).toMatch(/slash commands: not answered since .*`standoff run` answers while it runs/);
});

test('a gateway that refuses the bot is said, and posting goes on', async () => {
  app.gateway.refuseWith = 4014;
  const fresh = createProject(world.outlets.slice(0, 1));
  const before = posted();
  const running = startRun(fresh.folder, env);
  await running.said('gateway code 4014');
  await running.said('1 posted');
  expect(posted()).toBe(before + 1);
  const { out } = await fresh.standoff(['status'], env);
  expect(out).toContain('gateway code 4014');
  running.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
  fresh.remove();
});
