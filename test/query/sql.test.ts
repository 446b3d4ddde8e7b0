import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../src/query/sql-read.ts';
import { type Db, openDatabase } from '../../src/store/db.ts';
import { createArchive } from '../support/archive.ts';

let folder: string;
let path: string;
let db: Db;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standoff-sql-'));
  path = join(folder, 'standoff.db');
  const { store, print } = createArchive(path);
  print({ title: 'Ein Titel' });
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
  db = openDatabase(path, { readonly: true });
  db.pragma('query_only = ON');
});

afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const ask = (sql: string, limit = 100) => read(db, { sql, limit });

describe('SQL', () => {
  test.each([
    ['SELECT title FROM articles', [['Ein Titel']]],
    ['-- why\n/* so */ WITH x AS (SELECT 1 AS one) SELECT * FROM x', [[1]]],
    [
      "VALUES (9007199254740993, x'00ff', NULL, 0.5, 'a;b')",
      [['9007199254740993', '00ff', null, 0.5, 'a;b']],
    ],
    ['SELECT 1;', [[1]]],
  ])('answers %j', (sql, rows) => {
    expect(ask(sql).rows).toEqual(rows);
  });

  test.each([
    'DELETE FROM article',
    'INSERT INTO setting VALUES (1, 2)',
    'WITH x AS (SELECT 1) DELETE FROM article',
    "UPDATE article SET title = '' RETURNING title",
    "ATTACH 'other.db' AS other",
    'DETACH main',
    'PRAGMA query_only = 0',
    'PRAGMA journal_mode = DELETE',
    'EXPLAIN',
    "/* x */ -- y\n VACUUM INTO 'copy.db'",
    'CREATE TEMP TABLE x (y)',
    'SELECT 1; DELETE FROM article',
    "SELECT load_extension('x')",
    "SELECT writefile('x', 'y')",
    'BEGIN IMMEDIATE',
    '/* never closed SELECT 1',
    '',
    '-- nothing',
  ])('refuses %j and changes nothing', (sql) => {
    const before = readFileSync(path);
    expect(() => ask(sql)).toThrow();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(db.pragma('query_only', { simple: true })).toBe(1);
    for (const file of ['other.db', 'copy.db', 'x']) expect(existsSync(file)).toBe(false);
  });

  test('gives so many rows and says that there are more', () => {
    const numbers =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 10) SELECT i FROM n';
    expect(ask(numbers, 3)).toEqual({ columns: ['i'], rows: [[1], [2], [3]], more: true });
    expect(ask(numbers, 10).more).toBe(false);
  });
});
