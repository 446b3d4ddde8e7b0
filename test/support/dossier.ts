import { join } from 'node:path';
import { loadDossier } from '../../src/config/load.ts';
import { packageRoot } from '../../src/config/root.ts';
import type { Dossier } from '../../src/model/index.ts';

/** The dossier that comes with standoff, read once for all tests of a thread; to be changed in copies only. */
export const dossier: Dossier = loadDossier(join(packageRoot(), 'config'));
