import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeDiscord, fakeDiscord } from '../support/fake-discord/server.ts';
import { createProject, type Project } from '../support/project.ts';
import { startWorld, type World } from '../world/index.ts';

let project: Project;
let world: World;
let discord: FakeDiscord;

beforeAll(async () => {
  world = await startWorld();
  world.advanceTo(new Date('2025-05-23T20:00:00Z'));
  project = createProject(world.outlets.slice(0, 3));
  discord = await fakeDiscord({ now: () => Date.now() });
});

afterAll(async () => {
  await world.close();
  await discord.close();
  project.remove();
});

test('with a token and a channel the posts go to Discord, and a second poll posts nothing again', async () => {
  const channel = discord.guild.addChannel();
  const env = { DISCORD_TOKEN: 'fake-token', DISCORD_CHANNEL_ID: channel.id, DISCORD_API: discord.api };
  const first = await project.standoff(['poll', '--json'], env);
  expect(first.code, first.err).toBe(0);
  expect(JSON.parse(first.out).deliveries).toMatchObject({ posted: 1, failed: 0 });
  expect(channel.messages).toHaveLength(1);
  await project.standoff(['poll'], env);
  expect(channel.messages).toHaveLength(1);
  expect(first.out + first.err).not.toContain('fake-token');
});

test('a token that Discord refuses is said, the stories wait, and the exit code is 1', async () => {
  const channel = discord.guild.addChannel();
  const fresh = createProject(world.outlets.slice(0, 3));
  const env = { DISCORD_TOKEN: 'wrong', DISCORD_CHANNEL_ID: channel.id, DISCORD_API: discord.api };
  const { code, out } = await fresh.standoff(['poll', '--json'], env);
  expect(code).toBe(1);
  expect(JSON.parse(out).deliveries).toMatchObject({ posted: 0, owed: 1, parked: [{ channelId: 'main' }] });
  const said = await fresh.standoff(['poll'], env);
  expect(said.out).toMatch(/failed channel main is parked: Discord refused the token: make a new one/);
  const { out: status } = await fresh.standoff(['status']);
  expect(status).toMatch(/parked channel main since .*, 1 owed: Discord refused the token/);
  expect(status).toMatch(/tried again at .*, or when its settings change; `standoff discord check`/);
  const repaired = await fresh.standoff(['poll', '--json'], { ...env, DISCORD_TOKEN: 'fake-token' });
  expect(JSON.parse(repaired.out).deliveries).toMatchObject({ posted: 1, owed: 0 });
  expect((await fresh.standoff(['status'])).out).not.toContain('parked channel');
  fresh.remove();
});
