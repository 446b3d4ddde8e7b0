// Adapters measure the built product. STANDOFF_DIST names another build folder (used while developing).
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = process.env.STANDOFF_DIST
  ? pathToFileURL(`${resolve(process.env.STANDOFF_DIST)}/`)
  : new URL('../../dist/', import.meta.url);

/** Imports a module of the product by its path below `src/`, without ending. */
export const product = (path) => import(new URL(`src/${path}.js`, dist).href);
