import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { answerMembers as Answer } from '../../src/commands/members.ts';
import { packageRoot } from '../../src/config/root.ts';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import { openStore } from '../../src/store/index.ts';
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

/** The part of `run` that answers members, as it is built: its processes run JavaScript. */
async function members(
  discord: { commands: boolean },
  secrets: { DISCORD_TOKEN?: string } = { DISCORD_TOKEN: 'fake-token' },
) {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-members-'));
  const store = openStore(join(folder, 'standoff.db'));
  const file = pathToFileURL(join(packageRoot(), '.build/test/src/commands/members.js')).href;
  const { answerMembers } = (await import(file)) as { answerMembers: typeof Answer };
  const settings = settingsSchema.parse({ http: { contact: 'test@example.org' }, discord });
  const dossier = { parties: { parties: [] }, topics: { topics: [] }, dispute: { stages: [] } };
  const context = {
    env: { ...secrets, DISCORD_API: app.discord.api },
    config: () => ({ settings, dossier }),
    settings: () => settings,
    databasePath: () => join(folder, 'standoff.db'),
  };
  const logged: string[] = [];
  const answering = await answerMembers(
    context as unknown as Parameters<typeof Answer>[0],
    { store } as unknown as Parameters<typeof Answer>[1],
    (_level, message) => void logged.push(message),
  );
  return {
    answering,
    logged,
    end: async () => {
      await answering?.close();
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Resolves with the body of the next request that changes a message. */
const nextAnswer = (): Promise<string> =>
  new Promise((resolve) => {
    app.discord.fault = ({ method, body }) => {
      if (method === 'PATCH') resolve(JSON.stringify(body));
      return undefined;
    };
  });

test('with a token, members are answered from the database until the bot ends', async () => {
  const ready = new Promise<void>((resolve) => {
    app.discord.fault = ({ path }) => {
      if (path.endsWith('/commands')) resolve();
      return undefined;
    };
  });
  const { answering, end } = await members({ commands: true });
  expect(answering).toBeDefined();
  await ready;
  const shown = nextAnswer();
  const asked = app.command('stories', {}, { locale: 'de' });
  expect(await shown).toContain('Keine Story passt.');
  expect(asked.answered).toBe(5);
  await end();
  expect(app.gateway.closings).toEqual([1000]);
});

test('without a token, or with `commands: false`, there is no gateway', async () => {
  const before = app.gateway.identified.length;
  for (const one of [await members({ commands: false }), await members({ commands: true }, {})]) {
    expect(one.answering).toBeUndefined();
    await one.end();
  }
  expect(app.gateway.identified).toHaveLength(before);
});

test('a gateway that refuses the bot is said, posting goes on, and Ctrl-C ends it; poll opens none', async () => {
  app.gateway.refuseWith = 4014;
  const running = startRun(project.folder, env);
  await running.said('gateway code 4014');
  await running.said('1 posted');
  expect(posted()).toBe(1);
  expect((await project.standoff(['status'], env)).out).toContain('gateway code 4014');
  running.kill('SIGINT');
  const { code, log } = await running.ended;
  expect(code, log).toBe(0);
  expect(log).not.toContain('fake-token');
  const sessions = app.gateway.identified.length;
  await project.standoff(['poll'], env);
  expect(app.gateway.identified).toHaveLength(sessions);
}, 60_000);
