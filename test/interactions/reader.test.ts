import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/config/root.ts';
import type { Question } from '../../src/interactions/model.ts';
import type { createReader as Create, Reader } from '../../src/interactions/reader.ts';
import { newsroom } from '../support/newsroom.ts';
import { printAll } from './press.ts';

const LONG = 15_000;
const QUESTION: Question = { kind: 'answer', name: 'stories', options: {}, page: 0, language: 'en' };

let folder: string;
let reader: Reader;
/** The built one: its processes run JavaScript. */
let createReader: typeof Create;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standoff-reader-'));
  const room = newsroom(join(folder, 'standoff.db'));
  printAll(room);
  room.db.exec("UPDATE finding SET matched = 'Nutzerdaten' WHERE kind = 'topic'");
  // Not WAL: a writer then keeps readers waiting.
  room.db.pragma('journal_mode = DELETE');
  room.db.close();
  const built = pathToFileURL(join(packageRoot(), '.build/test/src/interactions/reader.js')).href;
  ({ createReader } = (await import(built)) as { createReader: typeof Create });
  reader = createReader(join(folder, 'standoff.db'));
});

afterAll(() => {
  reader.close();
  rmSync(folder, { recursive: true });
});

test('questions are answered in processes of their own, many at a time', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => reader.ask(QUESTION, LONG)));
  for (const answer of answers) expect(answer).toMatchObject({ embed: { title: 'Stories' }, more: true });
});

test('they know what the dossier’s names are in other languages', async () => {
  const concepts = [{ kind: 'topic' as const, ref: 'training', names: ['AI training'] }];
  const taught = createReader(join(folder, 'standoff.db'), concepts);
  const search = { ...QUESTION, name: 'search' as const, options: { query: 'AI training', translate: '1' } };
  expect(await taught.ask(search, LONG)).toMatchObject({
    embed: { description: expect.stringContaining('Nutzerdaten') },
  });
  taught.close();
});

test('one that takes too long is given up, and the next ones get their own answers', async () => {
  // Whoever reads waits for as long as this lasts.
  const writer = new Database(join(folder, 'standoff.db'));
  writer.exec('BEGIN EXCLUSIVE');
  const late = [0, 1].map(() => reader.ask(QUESTION, 50).catch(({ reason }: { reason: string }) => reason));
  expect(await Promise.all(late)).toEqual(['slow', 'slow']);
  const next = [0, 1, 2].map(() => reader.ask({ ...QUESTION, name: 'timeline' }, LONG));
  writer.exec('COMMIT');
  writer.close();
  for (const answer of await Promise.all(next))
    expect(answer).toMatchObject({ embed: { title: 'Timeline' } });
});

test('a question that fails says why, and the process goes on', async () => {
  const wrong = { ...QUESTION, name: 'nothing' } as unknown as Question;
  await expect(reader.ask(wrong, LONG)).rejects.toMatchObject({ reason: 'failed' });
  expect(await reader.ask(QUESTION, LONG)).toMatchObject({ more: true });
});

test('more questions than can wait are turned away at once', async () => {
  const asked = Array.from({ length: 60 }, () => reader.ask(QUESTION, LONG).catch((error: unknown) => error));
  const settled = await Promise.all(asked);
  expect(settled.filter((one) => one instanceof Error)).toMatchObject(
    Array.from({ length: 18 }, () => ({ reason: 'busy' })),
  );
});

test('a database that is not there is said', async () => {
  const lost = createReader(join(folder, 'missing.db'));
  await expect(lost.ask(QUESTION, LONG)).rejects.toThrow(/cannot open the database|ended/);
  lost.close();
});

test('when it is closed, whoever waits is told', async () => {
  const closing = createReader(join(folder, 'standoff.db'));
  const waiting = closing.ask(QUESTION, LONG);
  closing.close();
  await expect(waiting).rejects.toMatchObject({ reason: 'failed' });
  await expect(closing.ask(QUESTION, LONG)).rejects.toMatchObject({ reason: 'busy' });
});
