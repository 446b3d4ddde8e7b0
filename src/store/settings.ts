import type { Db } from './db.ts';

/** What the bot keeps of itself between two runs, by name; each value is JSON. */
export function createSettings(db: Db) {
  const read = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  const write = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = db.prepare('DELETE FROM setting WHERE key = ?');
  return {
    /** Undefined where nothing was kept under this name. */
    get(key: string): unknown {
      const value = read.get(key);
      return value === undefined ? undefined : JSON.parse(value);
    },
    set(key: string, value: unknown): void {
      write.run(key, JSON.stringify(value));
    },
    remove(key: string): void {
      remove.run(key);
    },
  };
}

export type Settings = ReturnType<typeof createSettings>;
