import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { enduring } from '../../src/commands/enduring.ts';
import { openDatabase } from '../../src/store/db.ts';

const folder = mkdtempSync(join(tmpdir(), 'standoff-trouble-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A database that may not grow: SQLite says of it what it says of a full disk. */
function fullDisk(): Database.Database {
  const db = openDatabase(join(folder, 'full.db'));
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  return db;
}

const fill = (db: Database.Database) => () =>
  db.prepare("INSERT INTO setting (key, value) VALUES ('x', printf('%100000d', 1))").run();

test('a file that is no database is told with where to look', () => {
  const path = join(folder, 'letter.txt');
  writeFileSync(path, 'Sehr geehrte Damen und Herren, '.repeat(100));
  expect(() => openDatabase(path)).toThrow(
    /cannot open the database .*letter\.txt: file is not a database; look at store\.path/,
  );
});

test('a full disk ends no bot: it is logged with what to do, and the next cycle goes on', async () => {
  const db = fullDisk();
  const logged: string[] = [];
  await enduring(
    (level, message) => logged.push(`${level} ${message}`),
    async () => void fill(db)(),
  );
  db.close();
  expect(logged).toEqual([expect.stringMatching(/^error the database: .*full; make room on its disk/)]);
});

test('what does not pass ends it: a damaged file, a mistake of the program', async () => {
  const log = () => expect.unreachable('nothing is logged');
  const damaged = new Database(join(folder, 'letter.txt'));
  await expect(enduring(log, async () => void damaged.pragma('user_version'))).rejects.toThrow(
    'not a database',
  );
  damaged.close();
  await expect(enduring(log, () => Promise.reject(new TypeError('a mistake')))).rejects.toThrow('a mistake');
});
