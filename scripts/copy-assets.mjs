// tsc leaves what is not TypeScript behind; the built product reads its migrations and the page's files from beside itself.
import { cpSync } from 'node:fs';

for (const folder of ['src/store/migrations/', 'src/web/assets/'])
  cpSync(new URL(`../${folder}`, import.meta.url), new URL(`../dist/${folder}`, import.meta.url), {
    recursive: true,
  });
