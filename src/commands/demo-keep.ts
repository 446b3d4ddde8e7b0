import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Outlet } from '../../test/world/index.ts';
import { packageRoot } from '../config/root.ts';
import { CommandError } from './error.ts';

const SETTINGS = `# What the demo ran with. Its outlets are served no more: this folder is for asking questions, not for polling.
http: { contact: demo@example.org, delay: 0s, allowPrivate: ["127.0.0.1"] }
`;

/**
 * Makes an empty folder for a demo that is to be kept.
 * @throws {CommandError} when something is in it already, or it cannot be made
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length === 0) return;
  } catch (error) {
    throw new CommandError(
      `cannot make ${folder}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  throw new CommandError(`${folder} is not empty; name a new folder with --keep`);
}

/** Writes the configuration that the commands need beside a kept database, `data/standoff.db` of the folder. */
export function keepConfig(folder: string, language: 'de' | 'en', outlets: readonly Outlet[]): void {
  const config = join(folder, 'config');
  mkdirSync(config);
  for (const file of ['parties.yaml', 'topics.yaml', 'dispute.yaml'])
    cpSync(join(packageRoot(), 'config', file), join(config, file));
  const sources = outlets.map(({ baseUrl: _, ...source }) => source);
  writeFileSync(join(config, 'sources.yaml'), stringify({ sources }));
  writeFileSync(
    join(config, 'standoff.yaml'),
    SETTINGS + stringify({ channels: [{ id: 'demo', language }] }),
  );
}
