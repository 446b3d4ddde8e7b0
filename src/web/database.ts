import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { type Db, openDatabase, StoreError } from '../store/db.ts';

/** There is no database at that place yet. */
export class NoDatabase extends Error {
  override name = 'NoDatabase';
}

/** The page's reading connection. */
export interface Database {
  /**
   * Opened when first asked for, and again when another file took its place.
   * @throws {NoDatabase} before the first poll
   * @throws {StoreError} when it cannot be read
   */
  db(): Db;
  /** Changes whenever anything was committed; says nothing across restarts. */
  version(): string;
  close(): void;
}

export function createDatabase(path: string): Database {
  const boot = randomBytes(6).toString('hex');
  let connection: Db | undefined;
  let file = '';
  let opened = 0;
  const close = () => {
    connection?.close();
    connection = undefined;
  };
  const database: Database = {
    db() {
      if (!existsSync(path)) {
        close();
        throw new NoDatabase(path);
      }
      const { dev, ino } = statSync(path);
      if (connection !== undefined && file === `${dev}:${ino}`) return connection;
      close();
      connection = openDatabase(path, { readonly: true });
      file = `${dev}:${ino}`;
      opened += 1;
      return connection;
    },
    version: () => `${boot}-${opened}-${database.db().pragma('data_version', { simple: true })}`,
    close,
  };
  return database;
}

export { StoreError };
