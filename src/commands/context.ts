import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Environment, readEnvironment } from '../config/environment.ts';
import { type Config, loadConfig, loadSettings, type Settings } from '../config/load.ts';
import { packageRoot } from '../config/root.ts';
import { type Db, openDatabase, StoreError } from '../store/db.ts';
import { type Output, terminalOutput } from './output.ts';
import { pagerOf } from './terminal.ts';

/** Options that every command takes. */
interface GlobalOptions {
  config?: string;
  json?: boolean;
  color: boolean;
  pager: boolean;
  language?: 'de' | 'en';
}

/** What a command works with; made when it is first asked for, so that `--help` needs no configuration. */
export interface Context {
  output: Output;
  /** What shows long output on a terminal; null: nothing. */
  pager: string | null;
  json: boolean;
  /** Of names and labels. */
  language: 'de' | 'en';
  /** The configuration folder. */
  folder: string;
  /** With `.env`, which holds secrets: who only asks need not be allowed to read it. */
  readonly env: Environment;
  config(): Config;
  /** Of it what `standoff.yaml` says; quick. */
  settings(): Settings;
  /** Where the database is, absolute. */
  databasePath(): string;
  /** The same, where it must be there. @throws {StoreError} when there is no database yet */
  existingDatabase(): string;
  /** Runs `work` on a reading connection. @throws {StoreError} when there is no database yet */
  reading<T>(work: (db: Db) => T): T;
}

/** `--config`, else `config/` here, else the one that came with the package. */
function configFolder(wanted: string | undefined): string {
  if (wanted !== undefined) return resolve(wanted);
  const here = resolve('config');
  return existsSync(join(here, 'standoff.yaml')) ? here : join(packageRoot(), 'config');
}

export function createContext(command: Command): Context {
  const options = command.optsWithGlobals<GlobalOptions>();
  const folder = configFolder(options.config);
  const project = dirname(folder);
  let config: Config | undefined;
  let settings: Settings | undefined;
  let env: Environment | undefined;
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const context: Context = {
    output: terminalOutput({ color: options.color }),
    pager: options.pager ? pagerOf(process.env) : null,
    json: options.json ?? false,
    language: options.language ?? (/^de/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'de' : 'en'),
    folder,
    get env() {
      env ??= readEnvironment(join(project, '.env'), process.env);
      return env;
    },
    config: () => {
      config ??= loadConfig(folder);
      return config;
    },
    settings: () => {
      settings ??= config?.settings ?? loadSettings(folder);
      return settings;
    },
    databasePath: () => {
      const { path } = context.settings().store;
      return isAbsolute(path) ? path : join(project, path);
    },
    existingDatabase: () => {
      const path = context.databasePath();
      if (!existsSync(path))
        throw new StoreError(`there is no database at ${path} yet; run \`standoff poll\` first`);
      return path;
    },
    reading: (work) => {
      const db = openDatabase(context.existingDatabase(), { readonly: true });
      try {
        return work(db);
      } finally {
        db.close();
      }
    },
  };
  return context;
}
