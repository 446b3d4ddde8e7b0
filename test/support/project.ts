import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { packageRoot } from '../../src/config/root.ts';
import type { Source } from '../../src/model/index.ts';
import { type Ended, standoff } from './command.ts';

/** A user's project folder: the dossier that comes with standoff, sources and settings of the test's own. */
export interface Project {
  folder: string;
  /** Runs `standoff` in the folder. */
  standoff(args: string[], env?: Record<string, string>): Promise<Ended>;
  remove(): void;
}

/** Makes a project that follows these sources, which may be on loopback. */
export function createProject(sources: readonly Source[]): Project {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-project-'));
  mkdirSync(join(folder, 'config'));
  for (const file of ['parties.yaml', 'topics.yaml', 'dispute.yaml'])
    cpSync(join(packageRoot(), 'config', file), join(folder, 'config', file));
  const known = [
    'id',
    'name',
    'kind',
    'languages',
    'country',
    'feeds',
    'wire',
    'fetch',
    'timezone',
    'party',
    'selectors',
  ];
  const plain = sources.map((source) =>
    Object.fromEntries(Object.entries(source).filter(([key]) => known.includes(key))),
  );
  writeFileSync(join(folder, 'config/sources.yaml'), stringify({ sources: plain }));
  writeFileSync(
    join(folder, 'config/standoff.yaml'),
    stringify({
      http: { contact: 'test@example.org', delay: '0s', allowPrivate: ['127.0.0.1'] },
      // Each takes half a second to start.
      polling: { threads: 1 },
    }),
  );
  return {
    folder,
    standoff: (args, env) => standoff(args, { cwd: folder, ...(env ? { env } : {}) }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
