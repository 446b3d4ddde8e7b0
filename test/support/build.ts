import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleKillChild } from './kill-child.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tests of the command line run the built program, as users do: from source each start would compile it anew. */
export async function setup(): Promise<void> {
  const target = `${root}.build/test`;
  execFileSync(
    process.execPath,
    [`${root}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', target],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  const migrations = 'src/store/migrations';
  for (const folder of [migrations, 'src/web/assets'])
    cpSync(`${root}${folder}`, `${target}/${folder}`, { recursive: true });
  // A migration that was renamed since the last build must not run beside itself.
  const current = new Set(readdirSync(`${root}${migrations}`));
  for (const name of readdirSync(`${target}/${migrations}`))
    if (!current.has(name)) rmSync(`${target}/${migrations}/${name}`);
  await bundleKillChild();
}
