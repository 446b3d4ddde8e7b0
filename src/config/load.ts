import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Dossier, Source } from '../model/index.ts';
import type { PublisherRule } from '../model/publisher.ts';
import { disputeSchema, partiesSchema, topicsSchema } from './dossier-schema.ts';
import { ConfigError, type ConfigProblem } from './errors.ts';
import { publishersSchema } from './publishers-schema.ts';
import { unknownReferences } from './references.ts';
import { type Settings, settingsSchema } from './settings-schema.ts';
import { sourcesSchema } from './sources-schema.ts';
import { loadYamlFile } from './yaml.ts';

export { ConfigError } from './errors.ts';
export type { Settings } from './settings-schema.ts';

export interface Config {
  settings: Settings;
  sources: Source[];
  dossier: Dossier;
  /** Left out: every page is read by the general method alone. */
  publishers?: PublisherRule[];
}

/** The files of a configuration folder and the schema each must satisfy. */
export const FILES = {
  'standoff.yaml': settingsSchema,
  'sources.yaml': sourcesSchema,
  'publishers.yaml': publishersSchema,
  'parties.yaml': partiesSchema,
  'topics.yaml': topicsSchema,
  'dispute.yaml': disputeSchema,
} as const;

/** Runs each part and throws the problems of all at once, so that nobody mends them one run at a time. */
function collectProblems(parts: (() => void)[]): void {
  const problems: ConfigProblem[] = [];
  for (const part of parts) {
    try {
      part();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
}

/**
 * Loads what describes the dispute: `parties.yaml`, `topics.yaml` and `dispute.yaml` of a folder.
 * @throws {ConfigError} with every problem of the three files
 */
export function loadDossier(folder: string): Dossier {
  const dossier: Partial<Dossier> = {};
  const at = (name: string) => [join(folder, name), `${basename(folder)}/${name}`] as const;
  collectProblems([
    () => {
      dossier.parties = loadYamlFile(...at('parties.yaml'), partiesSchema);
    },
    () => {
      dossier.topics = loadYamlFile(...at('topics.yaml'), topicsSchema);
    },
    () => {
      dossier.dispute = loadYamlFile(...at('dispute.yaml'), disputeSchema);
    },
  ]);
  return dossier as Dossier;
}

/**
 * Loads `publishers.yaml` of a folder, which may be missing.
 * @throws {ConfigError} with every problem of the file
 */
export function loadPublishers(folder: string): PublisherRule[] {
  const path = join(folder, 'publishers.yaml');
  if (!existsSync(path)) return [];
  return loadYamlFile(path, `${basename(folder)}/publishers.yaml`, publishersSchema).publishers;
}

/**
 * Loads how the bot runs, `standoff.yaml` alone: a question to the database needs no dossier, which takes far longer.
 * @throws {ConfigError} with every problem of the file
 */
export function loadSettings(folder: string): Settings {
  return loadYamlFile(join(folder, 'standoff.yaml'), `${basename(folder)}/standoff.yaml`, settingsSchema);
}

/**
 * Loads a whole configuration folder.
 * @throws {ConfigError} with every problem of all files
 */
export function loadConfig(folder: string): Config {
  const config: Partial<Config> = {};
  const at = (name: string) => [join(folder, name), `${basename(folder)}/${name}`] as const;
  collectProblems([
    () => {
      config.settings = loadSettings(folder);
    },
    () => {
      config.sources = loadYamlFile(...at('sources.yaml'), sourcesSchema).sources;
    },
    () => {
      config.publishers = loadPublishers(folder);
    },
    () => {
      config.dossier = loadDossier(folder);
    },
  ]);
  const loaded = config as Config;
  const unknown = unknownReferences(loaded, { folder, name: basename(folder) });
  if (unknown.length > 0) throw new ConfigError(unknown);
  return loaded;
}

/** JSON Schemas for editors, by the name of the file that they describe. */
export function jsonSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(FILES).map(([file, schema]) => [
      file,
      z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    ]),
  );
}
