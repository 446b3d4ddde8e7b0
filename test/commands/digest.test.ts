import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { packageRoot } from '../../src/config/root.ts';
import { standoff } from '../support/command.ts';
import { newsroom } from '../support/newsroom.ts';
import { decodePng } from '../support/png.ts';

let project: string;

const digest = (...args: string[]) => standoff(['digest', ...args], { cwd: project });

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'standoff-digest-'));
  mkdirSync(join(project, 'config'));
  for (const file of ['parties.yaml', 'topics.yaml', 'dispute.yaml', 'sources.yaml'])
    cpSync(join(packageRoot(), 'config', file), join(project, 'config', file));
  const channels = [
    { id: 'main', digest: { weekly: '0 9 * * 1' } },
    { id: 'english', language: 'en' },
  ];
  writeFileSync(
    join(project, 'config/standoff.yaml'),
    stringify({ http: { contact: 'test@example.org' }, channels }),
  );
  const { db, source, article } = newsroom(join(project, 'data/standoff.db'));
  source('anzeiger', { name: 'Anzeiger' });
  article({ story: 1, source: 'anzeiger', title: 'Erster Bericht', at: '2025-05-20T10:00:00.000Z' });
  article({
    story: 2,
    source: 'anzeiger',
    title: 'Zweiter \u001b[31mBericht',
    at: '2025-05-23T21:59:00.000Z',
  });
  db.close();
});

afterAll(() => rmSync(project, { recursive: true }));

test('shows a channel’s digest as it would be sent: its cadence, its language, its chart as letters', async () => {
  const { code, out } = await digest('--until', '2025-05-23');
  expect(code).toBe(0);
  expect(out).toContain('Wochenüberblick, 17.–23. Mai 2025');
  expect(out).toContain('2 Artikel von 1 Medium');
  expect(out).toContain('█··█');
  expect(out).not.toContain('\u001b');
});

test('a day ends at midnight where the schedule is', async () => {
  const { out } = await digest('--daily', '--until', '2025-05-23', '--channel', 'english');
  expect(out).toMatch(/Daily digest, Friday,? 23 May 2025/);
  expect(out).toContain('Zweiter');
  expect(out).not.toContain('Erster');
  expect((await digest('--daily', '--until', '2025-05-24')).out).toMatch(/^Nothing happened/);
});

test('writes the chart as a picture, and the whole as a page that shows it', async () => {
  const [png, html] = [join(project, 'chart.png'), join(project, 'week.html')];
  const { code, out } = await digest('--until', '2025-05-23', '--png', png, '--html', html);
  expect({ code, out }).toEqual({ code: 0, out: `${png}\n${html}\n` });
  expect(decodePng(readFileSync(png)).width).toBe(1280);
  const $ = load(readFileSync(html, 'utf8'));
  expect($('.title').text()).toContain('Wochenüberblick');
  expect($('img').attr('src')).toBe(`data:image/png;base64,${readFileSync(png).toString('base64')}`);
  expect($('img').attr('alt')).toContain('2 Artikel');
});

test('where nothing happened it says when something did', async () => {
  const { code, out } = await digest();
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Nothing happened .* The newest article came on 2025-05-23; try --until 2025-05-23\.\n$/,
  );
  expect((await digest('--json')).out).toBe('null\n');
});

test('what cannot be done is said', async () => {
  const cases: [string[], number, RegExp][] = [
    [['--daily', '--weekly'], 1, /give one of them/],
    [['--channel', 'nope'], 1, /there is no channel nope; standoff\.yaml has main, english/],
    [['--until', 'yesterday'], 2, /Write a day such as 2025-05-27/],
    [['--until', '2025-05-23', '--png', 'no/such/folder/x.png'], 1, /cannot write .*x\.png/],
  ];
  for (const [args, code, says] of cases) {
    const ended = await digest(...args);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toMatch(says);
  }
});
