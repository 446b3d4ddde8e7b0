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
      channels: [{ id: 'main' }, { id: 'english', language: 'en' }],
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

  test('what is not there is said', async () => {
    const cases: [string[], RegExp][] = [
      [['99'], /there is no story 99/],
      [['1', '--channel', 'nope'], /there is no channel nope; standoff\.yaml has main, english/],
      [['1', '--html', 'no/such/folder/x.html'], /cannot write .*x\.html/],
    ];
    const ended = await Promise.all(cases.map(([args]) => preview(...args)));
    ended.forEach(({ code, out, err }, i) => {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(cases[i]?.[1] ?? '');
    });
  });
});
