import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import { type Newsroom, newsroom } from '../support/newsroom.ts';
import { createProject, type Project } from '../support/project.ts';

let project: Project;
let room: Newsroom;
let copy: string;

beforeAll(() => {
  project = createProject([]);
  mkdirSync(join(project.folder, 'data'));
  copy = join(project.folder, 'copy.db');
  room = newsroom(join(project.folder, 'data/standoff.db'));
  room.source('kurier');
  room.article({ story: 1, source: 'kurier', title: 'Urteil', at: '2025-05-23T14:00:00.000Z' });
});

afterAll(() => {
  room.db.close();
  project.remove();
});

const backup = (...args: string[]) => project.standoff(['backup', '--out', copy, ...args]);

test('a copy is one whole file that standoff opens, made while another process writes', async () => {
  room.db.exec('BEGIN IMMEDIATE; DELETE FROM story_article');
  const { code, out, err } = await backup('--json');
  room.db.exec('ROLLBACK');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({ file: copy, articles: 1 });
  const db = openDatabase(copy, { readonly: true });
  expect(db.prepare('SELECT title FROM stories').pluck().all()).toEqual(['Urteil']);
  db.close();
  expect(readdirSync(project.folder).filter((name) => name.includes('copy') || name.startsWith('.'))).toEqual(
    ['copy.db'],
  );
});

test('a copy that is there is replaced when that is said, and never lost to one that fails', async () => {
  writeFileSync(copy, 'the only copy');
  expect(await backup()).toMatchObject({ code: 1, err: expect.stringMatching(/is there already; --force/) });
  const bare = createProject([]);
  const failed = await bare.standoff(['backup', '--out', copy, '--force']);
  bare.remove();
  expect(failed).toMatchObject({ code: 1, err: expect.stringMatching(/there is no database/) });
  expect(readFileSync(copy, 'utf8')).toBe('the only copy');
  expect((await backup('--force')).code).toBe(0);
  expect(readFileSync(copy, 'latin1')).toMatch(/^SQLite format 3/);
  rmSync(copy);
});

test('the database is never replaced by its copy', async () => {
  const { code, err } = await backup('--out', join(project.folder, 'data/standoff.db'), '--force');
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/is the database itself/) });
});
