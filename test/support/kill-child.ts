import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A process that delivers and is killed. It stands beside the migrations, which the store looks for beside itself. */
export const KILL_CHILD = `${root}.build/test/src/store/kill-child.mjs`;

/** Makes it one file with discord.js: so it is loaded in half the time, and it lives forty times. */
export async function bundleKillChild(): Promise<void> {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  await build({
    entryPoints: [`${root}test/publish/kill-child.mjs`],
    outfile: KILL_CHILD,
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' },
    external: [
      ...Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => name !== 'discord.js'),
      // Which discord.js takes where somebody installed it.
      'zlib-sync',
    ],
    banner: {
      js: "import { createRequire as from } from 'node:module'; const require = from(import.meta.url);",
    },
  });
}
