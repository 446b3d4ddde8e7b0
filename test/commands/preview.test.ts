import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { packageRoot } from '../../src/config/root.ts';
import { standoff } from '../support/command.ts';
import { newsroom } from '../support/newsroom.ts';

const HOSTILE = '<script>alert(1)</script> \u001b[31mRot **fett**';

let project: string;

const preview = (...args: string[]) => standoff(['preview', ...args], { cwd: project });

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'standoff-preview-'));
  mkdirSync(join(project, 'config'));
  for (const file of ['parties.yaml', 'topics.yaml', 'dispute.yaml', 'sources.yaml'])
    cpSync(join(packageRoot(), 'config', file), join(project, 'config', file));
  writeFileSync(
    join(project, 'config/standoff.yaml'),
    stringify({
      http: { contact: 'test@example.org' },
      channels: [
        { id: 'main' },
        { id: 'english', language: 'en' },
        {
          id: 'courts',
          style: 'forum',
          layout: 'components',
          topics: ['injunction'],
          pings: [{ role: '998877665544332211' }],
        },
        { id: 'news', announce: true, style: 'threads' },
      ],
    }),
  );
  const { db, source, article } = newsroom(join(project, 'data/standoff.db'));
  source('anzeiger', { name: 'Anzeiger' });
  article({ story: 1, source: 'anzeiger', title: HOSTILE, at: '2025-05-23T10:00:00.000Z' });
  db.prepare(
    "INSERT INTO delivery (id, sequence, channel_id, kind, story_id, state, created_at) VALUES ('k7m2x9qw4tbc', 1, 'main', 'story', 1, 'due', '')",
  ).run();
  db.close();
});

afterAll(() => rmSync(project, { recursive: true }));

describe('preview', () => {
  test('shows the message as the terminal channel would, without anything that commands the terminal', async () => {
    const { code, out } = await preview('1');
    expect(code).toBe(0);
    expect(out).toMatch(/^╭─+╮\n┃ DE/);
    expect(out).toContain('<script>alert(1)</script> [31mRot **fett**');
    expect(out).toContain('Anzeiger — eigener Bericht');
    expect(out).not.toContain('\u001b');
  });

  test('writes what a channel on Discord gets as a page, and sends nothing', async () => {
    const file = join(project, 'post.html');
    const { code, out } = await preview('1', '--html', file);
    expect({ code, out }).toEqual({ code: 0, out: `${file}\n` });
    const $ = load(readFileSync(file, 'utf8'));
    expect($('script')).toHaveLength(0);
    expect($('.title').text()).toBe('<script>alert(1)</script> [31mRot **fett**');
    expect($('.foot').text()).toContain('k7m2x9qw4tbc • 23.05.2025 12:00');
  });

  test('--channel takes that channel’s language; the story need not be owed to it', async () => {
    const { out } = await preview('1', '--channel', 'english', '--json');
    const [embed] = JSON.parse(out).embeds;
    expect(embed.fields.at(-1)).toMatchObject({ name: 'Coverage' });
    expect(embed.footer.text).toBe('Story 1 · 1 outlet · preview');
  });

  test('says what the box cannot show: style, layout, roles, whether it is posted at all', async () => {
    const [courts, news] = [
      await preview('1', '--channel', 'courts'),
      await preview('1', '--channel', 'news'),
    ];
    expect(courts.out).toContain('The channel’s filter or style keeps this story from being posted singly.');
    expect(courts.out).toContain('It begins a forum post: <script>alert(1)</script> [31mRot **fett**');
    expect(courts.out).toContain('Components V2');
    expect(courts.out).toContain('It tells the role 998877665544332211');
    expect(news.out).toMatch(
      /A thread begins from it: .*\nIt is published to the servers that follow the channel\.\n$/,
    );
    expect(courts.out).not.toContain('\u001b');
  });

  test('a message laid out by components as a page, with its roles and thread, nothing of it alive', async () => {
    const file = join(project, 'components.html');
    await preview('1', '--channel', 'courts', '--html', file);
    const $ = load(readFileSync(file, 'utf8'));
    expect($('script')).toHaveLength(0);
    expect($('title').text()).toBe('<script>alert(1)</script> [31mRot **fett**');
    expect($('.layout .title').text()).toBe('<script>alert(1)</script> [31mRot **fett**');
    expect($('.content .mention').text()).toBe('@998877665544332211');
    expect($('.thread').text()).toContain('<script>alert(1)</script>');
    expect($('.layout .foot').last().text()).toMatch(
      /^Story 1 · 1 Medium · 23\. Mai 2025 um 12:00 · preview$/,
    );
  });

  test('what is not there is said', async () => {
    const cases: [string[], RegExp][] = [
      [['99'], /there is no story 99/],
      [
        ['1', '--channel', 'nope'],
        /there is no channel nope; standoff\.yaml has main, english, courts, news/,
      ],
      [['1', '--html', 'no/such/folder/x.html'], /cannot write .*x\.html/],
    ];
    const ended = await Promise.all(cases.map(([args]) => preview(...args)));
    ended.forEach(({ code, out, err }, i) => {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(cases[i]?.[1] ?? '');
    });
  });
});
