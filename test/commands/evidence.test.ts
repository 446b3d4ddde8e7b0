import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createArchive } from '../support/archive.ts';
import { createProject, type Project } from '../support/project.ts';

let project: Project;
const evidence = (...args: string[]) => project.standoff(['evidence', ...args]);
const inFolder = (name: string) => join(project.folder, name);

beforeAll(() => {
  project = createProject([]);
  mkdirSync(inFolder('data'));
  const archive = createArchive(inFolder('data/standoff.db'));
  archive.print({ title: 'Meta darf trainieren', text: 'Das Gericht hat entschieden.' });
  archive.store.db.exec(`
    INSERT INTO story (id, title, language, lead_article_id, grade, first_seen_at, last_seen_at)
    VALUES (1, 'Meta darf trainieren', 'de', 1, 'core', '2025-05-20T08:00:00.000Z', '2025-05-20T08:00:00.000Z');
    INSERT INTO story (id, title, language, lead_article_id, grade, first_seen_at, last_seen_at, merged_into)
    VALUES (7, '', 'de', 1, 'core', '2025-05-20T08:00:00.000Z', '2025-05-20T08:00:00.000Z', 1);
    INSERT INTO story_article (story_id, article_id, score, reason, primary_source, joined_at)
    VALUES (1, 1, 1, 'began the story', 0, '2025-05-20T08:00:00.000Z')`);
  archive.store.close();
});
afterAll(() => project.remove());

test('a bundle is written where the user is, its root printed, and verified', async () => {
  const written = await evidence('1');
  expect(written.err).toBe('');
  const [, root = ''] = /^root ([0-9a-f]{64})$/m.exec(written.out) ?? [];
  expect(written.out).toContain('1 article, 13 files, 0 archived pages');
  const verified = await evidence('verify', 'evidence-story-1.zip', '--root', root);
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out).toMatch(/is intact[\s\S]*11 of 11 are as the manifest says[\s\S]*the one you noted/);
});

test('without a root, verifying says what it does not prove and how to get there', async () => {
  await evidence('1', '--out', 'plain.zip');
  const { out } = await evidence('verify', 'plain.zip');
  expect(out).toMatch(/not by whom[\s\S]*--root[\s\S]*openssl ts -query -digest [0-9a-f]{64}/);
});

test('a bundle that was changed is told, for people and machines, with exit code 1', async () => {
  await evidence('1', '--out', 'broken.zip');
  const bytes = readFileSync(inFolder('broken.zip'));
  const at = bytes.indexOf('README.txt') + 200;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(inFolder('broken.zip'), bytes);
  const [people, machine] = await Promise.all([
    evidence('verify', 'broken.zip'),
    evidence('verify', 'broken.zip', '--json'),
  ]);
  expect(people).toMatchObject({ code: 1 });
  expect(people.out).toMatch(/not as it was made[\s\S]*README\.txt/);
  expect(machine.code).toBe(1);
  expect(JSON.parse(machine.out)).toMatchObject({ ok: false, problems: [{}] });
});

test('a file that is there is replaced only with --force, and nothing else is left beside it', async () => {
  writeFileSync(inFolder('mine.zip'), 'mine');
  const refused = await evidence('1', '--out', 'mine.zip');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('is there already; --force replaces it');
  expect(readFileSync(inFolder('mine.zip'), 'utf8')).toBe('mine');
  expect(await evidence('1', '--out', 'mine.zip', '--force')).toMatchObject({ code: 0 });
  expect((await evidence('verify', 'mine.zip')).code).toBe(0);
  expect(readdirSync(project.folder).filter((name) => name.includes('.part'))).toEqual([]);
});

test('one article by its address, in any form', async () => {
  const { out } = await evidence('http://www.one.example/1?utm_source=x', '--out', 'article.zip', '--json');
  expect(JSON.parse(out)).toMatchObject({ articles: 1, file: inFolder('article.zip') });
});

test('what cannot be done is said in a line, and no file is made', async () => {
  const [story, merged, article, folder, missing, root] = await Promise.all([
    evidence('99'),
    evidence('7'),
    evidence('https://one.example/unknown'),
    evidence('1', '--out', 'no/such/folder.zip'),
    evidence('verify', 'nothing.zip'),
    evidence('verify', 'nothing.zip', '--root', 'abc'),
  ]);
  expect(story).toMatchObject({
    code: 1,
    err: 'standoff: there is no story 99; `standoff stories` lists them\n',
  });
  expect(merged?.err).toContain('story 7 is part of story 1 now; `standoff evidence 1` has its articles');
  expect(article?.err).toContain('is not stored');
  expect(folder?.err).toContain('cannot write');
  expect(missing).toMatchObject({ code: 1 });
  expect(missing?.err).toContain('cannot read nothing.zip');
  expect(root?.code).toBe(2);
  expect(existsSync(inFolder('evidence-story-99.zip'))).toBe(false);
});
