import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/config/root.ts';
import { openDatabase, StoreError } from '../../src/store/db.ts';

const MIGRATIONS = join(packageRoot(), 'src/store/migrations');
const files = readdirSync(MIGRATIONS).filter((name) => /^\d/.test(name));
const numberOf = (name: string): number => Number(name.slice(0, 3));

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standoff-db-'));
  path = join(folder, 'standoff.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A database as the version with this newest migration left it, with an article in it. */
function databaseOf(newest: number): void {
  const db = new Database(path);
  db.pragma('synchronous = OFF');
  db.function('word_stems', (_word) => '[]');
  for (const name of files.filter((file) => numberOf(file) <= newest))
    db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
  db.pragma(`user_version = ${newest}`);
  db.exec(`INSERT INTO source (id, name, kind, languages, country) VALUES ('a', 'Abendblatt', 'newspaper', '["de"]', 'DE');
    INSERT INTO article (url, url_key, source_id, title, teaser, text, language, language_confidence, authors, first_seen_at, fetched_at, final_url, status,
      extractor, grade, relevance, relevance_reasons, text_from, dossier_version)
    VALUES ('https://a.example/1', 'a.example/1', 'a', 'Alte Meldung', '', 'Ein Text von früher.', 'de', 1, '[]',
      '2025-05-01T00:00:00.000Z', '2025-05-01T00:00:00.000Z', 'https://a.example/1', 200, '1', 'core', 1, '[]', 'page', '1')`);
  db.close();
}

describe('a database from before', () => {
  test.each(files.map(numberOf))(
    'of schema %i keeps its articles, is searchable and has every view',
    (version) => {
      databaseOf(version);
      const db = openDatabase(path);
      expect(db.prepare('SELECT title, outlet FROM articles').all()).toEqual([
        { title: 'Alte Meldung', outlet: 'Abendblatt' },
      ]);
      if (version < 8)
        expect(db.prepare("SELECT 1 FROM search_word WHERE word = 'fruher'").all()).not.toEqual([]);
      const views = db
        .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'view'")
        .pluck()
        .all();
      expect(views).toEqual(expect.arrayContaining(['stories', 'press_lag']));
      for (const view of views) db.prepare(`SELECT * FROM ${view} LIMIT 1`).all();
      expect(db.pragma('user_version', { simple: true })).toBe(Math.max(...files.map(numberOf)));
      db.close();
    },
  );

  test('is not changed by one who only reads, who is told what to do', () => {
    databaseOf(1);
    expect(() => openDatabase(path, { readonly: true })).toThrow(
      new StoreError(
        `${path} was written by an older standoff; run \`standoff poll\` once to bring it up to date`,
      ),
    );
  });

  test('gets its views anew when only they have changed', () => {
    const db = openDatabase(path);
    db.exec("DROP VIEW articles; UPDATE setting SET value = 'of an older release' WHERE key = 'views'");
    db.close();
    expect(() => openDatabase(path, { readonly: true })).toThrow(/older standoff/);
    openDatabase(path).close();
    const again = openDatabase(path, { readonly: true });
    expect(again.prepare('SELECT count(*) AS articles FROM articles').get()).toEqual({ articles: 0 });
    again.close();
  });
});

describe('a file that cannot be used', () => {
  test('a newer standoff’s database is left alone, by readers and writers', () => {
    const db = openDatabase(path);
    db.pragma('user_version = 999');
    db.close();
    for (const readonly of [true, false])
      expect(() => openDatabase(path, { readonly })).toThrow(
        /written by a newer standoff \(schema 999, .*update standoff/,
      );
  });

  test('what is no database is named', () => {
    writeFileSync(
      path,
      'Dear diary, this is no database at all, but long enough to look like one.'.repeat(20),
    );
    expect(() => openDatabase(path)).toThrow(
      new RegExp(`cannot open the database ${path}: .*not a database`),
    );
  });

  test('a reader makes no file', () => {
    expect(() => openDatabase(path, { readonly: true })).toThrow(StoreError);
    expect(existsSync(path)).toBe(false);
  });
});
