import { join } from 'node:path';
import { type CompiledDossier, compileDossier } from '../../src/analyse/index.ts';
import { loadDossier } from '../../src/config/load.ts';
import { packageRoot } from '../../src/config/root.ts';
import type { Dossier } from '../../src/model/index.ts';
import type { PreparedDossier } from '../../src/worker/index.ts';
import { createThreads } from '../../src/worker/threads.ts';

/** The dossier that comes with standoff, read once for all tests of a thread; to be changed in copies only. */
export const dossier: Dossier = loadDossier(join(packageRoot(), 'config'));

/** The same, made ready once. */
export const compiledDossier: CompiledDossier = compileDossier(dossier);

let made: PreparedDossier | undefined;

/** For workers of that dossier: to compile it for each of a hundred would take a minute of the suite. */
export function prepared(): PreparedDossier {
  made ??= { dossier: compiledDossier, threads: createThreads(dossier, { threads: 1 }) };
  return made;
}
