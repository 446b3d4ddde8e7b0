import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { troubleOf } from './trouble.ts';
import { stemsOf } from './words.ts';

export type Db = Database.Database;

/** What went wrong with the database file, in words for the person who runs the bot. */
export class StoreError extends Error {
  override name = 'StoreError';
}

const MIGRATIONS = new URL('./migrations/', import.meta.url);

/** The migrations in order; a file's number is the `user_version` that it leads to. */
function migrations(): { version: number; name: string }[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => /^\d{3}-[\w-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 3)), name }));
}

/** The public views are no history: one file says them all, and they are made anew when it changes (as Flyway's repeatable
 * migrations are). */
function views(): { sql: string; sha256: string } {
  const sql = readFileSync(new URL('views.sql', MIGRATIONS), 'utf8');
  return { sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

const versionOf = (db: Db): number => db.pragma('user_version', { simple: true }) as number;

function hasViews(db: Db, sha256: string): boolean {
  const known = db.prepare<[], string>("SELECT value FROM setting WHERE key = 'views'").pluck().get();
  return known === sha256;
}

function migrate(db: Db, path: string): void {
  const all = migrations();
  const newest = all.at(-1)?.version ?? 0;
  const { sql, sha256 } = views();
  if (versionOf(db) > newest) throw new StoreError(newer(path, versionOf(db), newest));
  const step = db.transaction(() => {
    // Asked again inside the lock: another process may have migrated in the meantime.
    const from = versionOf(db);
    for (const { version: to, name } of all) {
      if (to <= from) continue;
      db.exec(readFileSync(new URL(name, MIGRATIONS), 'utf8'));
      db.pragma(`user_version = ${to}`);
    }
    if (hasViews(db, sha256)) return;
    db.exec(sql);
    db.prepare("INSERT OR REPLACE INTO setting (key, value) VALUES ('views', ?)").run(sha256);
  });
  if (versionOf(db) === newest && hasViews(db, sha256)) return;
  db.function('word_stems', { deterministic: true }, (word) => JSON.stringify(stemsOf(String(word))));
  step.immediate();
}

/** A reading connection cannot migrate; queries written for this schema would fail one by one. */
function requireCurrent(db: Db, path: string): void {
  const newest = migrations().at(-1)?.version ?? 0;
  const version = versionOf(db);
  if (version > newest) throw new StoreError(newer(path, version, newest));
  if (version < newest || !hasViews(db, views().sha256))
    throw new StoreError(
      `${path} was written by an older standoff; run \`standoff poll\` once to bring it up to date`,
    );
}

function newer(path: string, version: number, newest: number): string {
  return `${path} was written by a newer standoff (schema ${version}, this one knows ${newest}); update standoff or name another file as store.path`;
}

/**
 * Opens the database, making it and bringing its schema up to date where needed. Reading connections
 * (`readonly`) never create or migrate. Writers wait up to 5 s for one another.
 * @throws {StoreError} when the file cannot be opened, is no database, or is newer than this code.
 */
export function openDatabase(path: string, options: { readonly?: boolean } = {}): Db {
  try {
    if (!options.readonly && path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const db = new Database(path, {
      readonly: options.readonly ?? false,
      fileMustExist: options.readonly ?? false,
    });
    try {
      db.pragma('busy_timeout = 5000');
      if (options.readonly) {
        requireCurrent(db, path);
        return db;
      }
      db.pragma('journal_mode = WAL');
      // FULL: a committed delivery must survive a power cut, or a message would be posted twice.
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      migrate(db, path);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = troubleOf(error)?.message ?? (error instanceof Error ? error.message : String(error));
    throw new StoreError(`cannot open the database ${path}: ${reason}`, { cause: error });
  }
}
