import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standoff } from '../support/command.ts';
import { readBibtex, readCalendar, readCsv, readRis } from '../support/formats.ts';
import { createProject, type Project } from '../support/project.ts';
import { startWorld, type World } from '../world/index.ts';

let project: Project;
let world: World;

const ask = (...args: string[]) => project.standoff(args);

beforeAll(async () => {
  world = await startWorld();
  world.advanceTo(new Date('2025-05-23T20:00:00Z'));
  project = createProject(world.outlets);
  await ask('poll');
}, 60_000);

afterAll(async () => {
  await world.close();
  project.remove();
});

describe('every list', () => {
  const lists = [
    ['search', 'Gericht'],
    ['stories'],
    ['timeline'],
    ['statements'],
    ['dates'],
    ['parties'],
    ['topics'],
  ];

  test.each(lists)('%s %s has the same rows as JSON, CSV and Markdown', async (...words) => {
    const list = words.filter((word) => word !== undefined);
    const [machine, csv, md, people] = await Promise.all([
      ask(...list, '--json', '--limit', '3'),
      ask(...list, '--csv', '--limit', '3'),
      ask(...list, '--md', '--limit', '3'),
      ask(...list, '--limit', '3'),
    ]);
    const rows = JSON.parse(machine.out).length;
    expect(rows).toBe(3);
    expect(readCsv(csv.out)).toHaveLength(rows + 1);
    expect(md.out.trimEnd().split('\n')).toHaveLength(rows + 2);
    expect(people.out.length).toBeGreaterThan(20);
    expect(people.code).toBe(0);
  });

  test.each([['stories'], ['timeline'], ['parties']])('%s goes on with the next page', async (list) => {
    const page = async (...args: string[]) => JSON.parse((await ask(list, '--json', ...args)).out);
    const [both, second] = await Promise.all([page('--limit', '2'), page('--limit', '1', '--page', '2')]);
    expect(second).toEqual([both[1]]);
  });

  test.each([['coverage'], ['status'], ['sources']])('%s has CSV, Markdown and pages', async (list) => {
    const [csv, md, second, machine] = await Promise.all([
      ask(list, '--csv', '--limit', '2'),
      ask(list, '--md', '--limit', '2'),
      ask(list, '--csv', '--limit', '1', '--page', '2'),
      ask(list, '--json', '--limit', '2'),
    ]);
    const rows = readCsv(csv.out);
    expect(rows).toHaveLength(3);
    expect(md.out.trimEnd().split('\n')).toHaveLength(4);
    expect(readCsv(second.out)[1]).toEqual(rows[2]);
    const told = JSON.parse(machine.out);
    expect(told.sources ?? told).toHaveLength(2);
  });

  test.each([...lists, ['coverage']])(
    '%s %s says that there is no page behind the last one',
    async (...words) => {
      const list = words.filter((word) => word !== undefined);
      const [people, machine] = await Promise.all([
        ask(...list, '--page', '90000'),
        ask(...list, '--page', '90000', '--csv'),
      ]);
      expect(people).toMatchObject({
        code: 0,
        out: '',
        err: 'There is no page 90000: the list ends before it.\n',
      });
      expect(machine.err).toMatch(/no page 90000/);
      expect(readCsv(machine.out)).toHaveLength(1);
    },
  );

  test('is printed in one format at a time', async () => {
    const { code, err } = await ask('stories', '--csv', '--json');
    expect(code).toBe(2);
    expect(err).toMatch(/choose one of/);
  });
});

describe('a filter that there is not', () => {
  test.each([
    [['stories', '--party', 'vznrw'], /no party "vznrw"; did you mean vz_nrw\?/],
    [['search', 'Gericht', '--topic', 'nonsense'], /no topic "nonsense"; `standoff topics` lists them/],
    [['statements', '--party', 'Verbraucherzentrale NRW'], /did you mean vz_nrw\?/],
    [['export', 'csv', '--source', 'nobody'], /no source "nobody"/],
    [['timeline', '--stage', 'rulng'], /did you mean ruling\? there are .*hearing/],
    [['coverage', '--since', '2025-05-02', '--until', '2025-05-01'], /2025-05-02 comes after .*2025-05-01/],
  ])('is no empty list but a mistake: %j', async (args, message) => {
    const { code, out, err } = await ask(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  test('has the language’s code in either case', async () => {
    const [small, capital] = await Promise.all([ask('stories', '--in', 'de'), ask('stories', '--in', 'DE')]);
    expect(capital.out).toBe(small.out);
  });
});

test('in a pipe titles are whole, so that what follows finds their words', async () => {
  const [{ title }] = JSON.parse((await ask('stories', '--json', '--limit', '1')).out);
  expect((await ask('stories', '--limit', '1')).out.replace(/\s+/g, ' ')).toContain(title);
});

test('what an outlet reports in its own words is not shown as a quotation', async () => {
  const [reported] = JSON.parse((await ask('statements', '--json', '--limit', '100')).out).filter(
    ({ form, storyId }: { form: string; storyId: number | null }) => form === 'reported' && storyId !== null,
  );
  const [shown, listed] = await Promise.all([
    ask('show', String(reported.storyId)),
    ask('statements', '--limit', '100'),
  ]);
  for (const { out } of [shown, listed])
    expect(out.replace(/\s+/g, ' ')).toContain(`${reported.quote} (reported)`);
});

test('what was mistyped is met with what was meant', async () => {
  const { out } = await ask('search', 'Oberlandesgerischt');
  expect(out).toMatch(/Did you mean: Oberlandesgericht/);
});

test('an English query finds the German press with --translate', async () => {
  const count = async (...args: string[]) =>
    JSON.parse((await ask('search', 'injunction', '--in', 'de', '--json', ...args)).out).length;
  expect(await count()).toBe(0);
  expect(await count('--translate')).toBeGreaterThan(0);
});

test('stats and open tell machines and people', async () => {
  const [stats, stories] = await Promise.all([ask('stats', '--json'), ask('stories', '--json')]);
  const [{ id, url }] = JSON.parse(stories.out);
  expect(JSON.parse(stats.out).relevant).toBeGreaterThan(5);
  expect((await ask('open', String(id))).out).toBe(`${url}\n`);
  expect((await ask('open', '9999')).code).toBe(1);
});

describe('sql', () => {
  test('answers as a table, CSV and JSON', async () => {
    const query = 'SELECT outlet, count(*) AS n FROM articles GROUP BY outlet ORDER BY n DESC';
    const [people, csv, machine] = await Promise.all([
      ask('sql', query),
      ask('sql', query, '--csv'),
      ask('sql', query, '--json'),
    ]);
    const rows = JSON.parse(machine.out);
    expect(Object.keys(rows[0])).toEqual(['outlet', 'n']);
    expect(readCsv(csv.out)).toHaveLength(rows.length + 1);
    expect(people.out).toContain(rows[0].outlet);
  });

  test('refuses what writes, with 2 and without a row', async () => {
    const { code, err, out } = await ask('sql', 'DELETE FROM article');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^SQL: only SELECT/);
  });

  test('names the views where one is misspelt', async () => {
    const { err } = await ask('sql', 'SELECT * FROM artikel');
    expect(err).toMatch(/no such table: artikel\nViews: articles, /);
  });

  test('gives every column of a join, those of one name too', async () => {
    const { out } = await ask('sql', "SELECT 'a' AS id, 'b' AS id", '--csv');
    expect(readCsv(out)).toEqual([
      ['id', 'id:1'],
      ['a', 'b'],
    ]);
  });

  test('ends what takes too long', async () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
    const { code, err } = await ask('sql', endless, '--timeout', '1');
    expect(code).toBe(1);
    expect(err).toMatch(/took longer than 1 s/);
  });

  test('says when there are more rows', async () => {
    const { out, err } = await ask('sql', 'SELECT id FROM articles', '--limit', '2', '--csv');
    expect(readCsv(out)).toHaveLength(3);
    expect(err).toMatch(/Only the first 2 rows/);
  });
});

describe('export', () => {
  test('writes each format', async () => {
    const text = async (format: string) => (await ask('export', format)).out;
    const [csv, bib, ris, ics, md, csl, feed, atom, lines] = await Promise.all(
      ['csv', 'bibtex', 'ris', 'ics', 'md', 'csl-json', 'jsonfeed', 'atom', 'jsonl'].map(text),
    );
    const articles = readCsv(csv ?? '').length - 1;
    expect(articles).toBeGreaterThan(5);
    expect(readBibtex(bib ?? '')).toHaveLength(articles);
    expect(readRis(ris ?? '')).toHaveLength(articles);
    expect(JSON.parse(csl ?? '')).toHaveLength(articles);
    expect(lines?.trimEnd().split('\n')).toHaveLength(articles);
    const uids = readCalendar(ics ?? '').map((event) => event.get('UID'));
    expect(uids.length).toBeGreaterThan(10);
    expect(new Set(uids).size).toBe(uids.length);
    expect(md).toMatch(/^# .+\n\n## \d{4}-\d{2}\n/);
    expect(JSON.parse(feed ?? '').items.length).toBeGreaterThan(0);
    expect(atom).toMatch(/<entry>/);
  });

  test('writes into a file, narrowed by filters', async () => {
    await ask('export', 'jsonl', '--limit', '1', '-o', 'one.jsonl');
    expect(JSON.parse(readFileSync(join(project.folder, 'one.jsonl'), 'utf8')).url).toMatch(/^http/);
    const { code, err } = await ask('export', 'csv', '-o', 'no/such/folder/x.csv');
    expect(code).toBe(1);
    expect(err).toMatch(/cannot write no\/such\/folder\/x\.csv/);
  });
});

describe('completion', () => {
  test('bash completes commands, their subcommands and options', async () => {
    const { out } = await standoff(['completion', 'bash']);
    const complete = (...words: string[]) => {
      const script = `${out}\nCOMP_WORDS=(standoff ${words.map((word) => `'${word}'`).join(' ')})\nCOMP_CWORD=${words.length}\n_standoff\necho "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split(' ');
    };
    expect(complete('sea')).toEqual(['search']);
    expect(complete('sources', 'te')).toEqual(['test']);
    expect(complete('search', '--transl')).toEqual(['--translate']);
    expect(complete('--config', 'x', 'stories', '--top')).toEqual(['--topic']);
  });

  test('zsh and fish get every command', async () => {
    const { out: help } = await standoff(['--help']);
    const names = [...help.matchAll(/^ {2}([a-z]+)[ ([<]/gm)].map(([, name = '']) => name);
    const scripts = await Promise.all(['zsh', 'fish'].map((shell) => standoff(['completion', shell])));
    expect(names.length).toBeGreaterThan(15);
    for (const { out } of scripts) for (const name of names) if (name !== 'help') expect(out).toContain(name);
  });
});
