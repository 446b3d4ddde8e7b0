// tsc leaves what is not TypeScript behind; the built product reads its migrations from beside itself.
import { cpSync } from 'node:fs';

cpSync(
  new URL('../src/store/migrations/', import.meta.url),
  new URL('../dist/src/store/migrations/', import.meta.url),
  { recursive: true },
);
