import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, standoff, startStandoff } from '../support/command.ts';
import { createProject, type Project } from '../support/project.ts';
import { startWorld, type World } from '../world/index.ts';

let project: Project;
let world: World;
let polled: Ended;

const inProject = (...args: string[]) => project.standoff(args);

beforeAll(async () => {
  world = await startWorld();
  world.advanceTo(new Date('2025-05-23T20:00:00Z'));
  project = createProject(world.outlets);
  polled = await inProject('poll', '--json');
}, 60_000);

afterAll(async () => {
  await world.close();
  project.remove();
});

describe('poll', () => {
  test('does one cycle, tells machines what it did, and ends with 0', () => {
    expect(polled.code, polled.err).toBe(0);
    const report = JSON.parse(polled.out);
    expect(report.polled).toHaveLength(12);
    expect(report.pages.read).toBeGreaterThan(10);
    expect(report.deliveries).toMatchObject({ posted: 1 });
  });

  test('asks no feed again before its time', async () => {
    const asked = world.requests.length;
    const { code, out } = await inProject('poll', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).polled).toEqual([]);
    expect(
      world.requests.slice(asked).filter(({ url }) => /rss|feed|atom|rdf|sitemap|news\.xml/.test(url)),
    ).toEqual([]);
  });
});

describe('questions', () => {
  test('search prints what it found without colours where there is no terminal', async () => {
    const { code, out } = await inProject('search', 'Oberlandesgericht', '--limit', '3');
    expect(code).toBe(0);
    expect(out).toMatch(/Oberlandesgericht/);
    expect(out).not.toMatch(/\p{Cc}(?<!\n)/u);
  });

  test('stories, show, timeline and status give machines what people see', async () => {
    const [stories, timeline, status] = await Promise.all([
      inProject('stories', '--json'),
      inProject('timeline', '--json', '--since', '2025-05-01', '--until', '2025-05-31', '--language', 'de'),
      inProject('status', '--json'),
    ]);
    const [first] = JSON.parse(stories.out);
    expect(first.articles).toBeGreaterThan(0);
    const days = JSON.parse(timeline.out).map(({ day }: { day: string }) => day);
    expect(days).toEqual([...days].sort());
    expect(JSON.parse(status.out).sources).toHaveLength(10);
    const { out, code } = await inProject('show', String(first.id), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).members).toHaveLength(first.articles);
  });

  test('explain takes an address in any form', async () => {
    const { out, code } = await inProject(
      'explain',
      `${world.urlOf('ruling-nrv')}?utm_source=mail#top`,
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out).decisions.length).toBeGreaterThan(3);
  });

  test('sources test asks each feed and says what came', async () => {
    const { code, out } = await inProject('sources', 'test', 'nrv');
    expect(code).toBe(0);
    expect(out).toMatch(/3 of 3 feeds answered/);
  });
});

describe('what goes wrong is said, with a remedy', () => {
  test('a mistake in the configuration ends with 2 and names file, line and key', async () => {
    const { code, err } = await standoff(['config', 'check', '--config', 'test/config/broken']);
    expect(code).toBe(2);
    expect(err).toMatch(/^broken\/standoff\.yaml:2: http\.dealy: unknown key/m);
    expect(err).not.toMatch(/ at .*\.ts:/);
  });

  test('a token without a channel ends with 2 and does not print the token', async () => {
    const { code, err } = await standoff(['config', 'check'], { env: { DISCORD_TOKEN: 'sekret' } });
    expect(code).toBe(2);
    expect(err).toMatch(/DISCORD_CHANNEL_ID: is not set/);
    expect(err).not.toMatch(/sekret/);
  });

  test('a question before the first poll', async () => {
    const fresh = createProject(world.outlets);
    const { code, err } = await fresh.standoff(['stories']);
    fresh.remove();
    expect(code).toBe(1);
    expect(err).toMatch(/there is no database at .* yet; run `standoff poll` first/);
  });

  test.each([
    ['search', '---'],
    ['stories', '--since', '2025-02-30'],
    ['search', 'x', '--limit', '-1'],
    ['show', 'twelve'],
    ['explain', 'no address'],
    ['nonsense'],
  ])('a wrong command line ends with 2: %s %s %s', async (...args) => {
    const { code, err, out } = await inProject(...args.filter((word) => word !== undefined));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toMatch(/ at .*\.ts:/);
  });

  test('secrets that cannot be read stop the bot, not a question', async () => {
    mkdirSync(join(project.folder, '.env'));
    const [question, bot] = [await inProject('stories'), await inProject('poll')];
    rmdirSync(join(project.folder, '.env'));
    expect(question.code).toBe(0);
    expect(bot).toMatchObject({
      code: 2,
      err: expect.stringMatching(/\.env: cannot be read \(it is a folder\)/),
    });
  });

  test('a damaged database is told with its remedy, for SQL too', async () => {
    const damaged = createProject(world.outlets);
    mkdirSync(join(damaged.folder, 'data'));
    writeFileSync(join(damaged.folder, 'data/standoff.db'), 'garbage '.repeat(1000));
    const ended = [await damaged.standoff(['stories']), await damaged.standoff(['sql', 'SELECT 1'])];
    damaged.remove();
    for (const { code, err } of ended) {
      expect(code).toBe(1);
      expect(err).toMatch(/^standoff: .*database.*file is not a database; .*docs\/operations\.md\n$/);
    }
  });

  test('a story that is not there ends with 1', async () => {
    const { code, err } = await inProject('show', '99999');
    expect(code).toBe(1);
    expect(err).toMatch(/there is no story 99999/);
  });
});

test('every command has an example in its help', async () => {
  const { out } = await standoff(['--help']);
  const commands = [...out.matchAll(/^ {2}(\w+)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help');
  expect(commands).toEqual(expect.arrayContaining(['run', 'poll', 'demo', 'search', 'explain']));
  const parts: Record<string, string[]> = {
    config: ['check', 'schema'],
    sources: ['test', 'list'],
    dossier: ['suggest'],
    discord: ['check', 'invite'],
  };
  const leaves = commands.flatMap((name) => parts[name]?.map((part) => [name, part]) ?? [[name]]);
  const helps = await Promise.all(leaves.map((words) => standoff([...words, '--help'])));
  helps.forEach(({ out: help, code }, i) => {
    expect(code, leaves[i]?.join(' ')).toBe(0);
    expect(help, leaves[i]?.join(' ')).toMatch(/Examples?:\n {2}\$ standoff /);
  });
}, 60_000);

describe('the program itself', () => {
  test('prints its answer and ends with 0', async () => {
    const { code, out, err } = await startStandoff(['--version']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('a mistake in the call goes to stderr, with 2', async () => {
    const { code, out, err } = await startStandoff(['serach', 'x']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/unknown command 'serach'[\s\S]*search/i);
  });
});
