import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** Under this name stands whether members' slash commands are answered. */
export const GATEWAY_KEY = 'discord.gateway';

export interface GatewayRecord {
  /** `lost` it is tried again; `refused` someone must act; `off` the bot does not run, or was told not to answer. */
  state: 'connecting' | 'ready' | 'lost' | 'refused' | 'off';
  /** Why members are not answered. */
  reason: string | null;
  /** Since when. */
  at: Instant;
}

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
