import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tests of the command line run the built program, as users do: from source each start would compile it anew. */
export function setup(): void {
  const target = `${root}.build/test`;
  execFileSync(
    process.execPath,
    [`${root}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', target],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  cpSync(`${root}src/store/migrations`, `${target}/src/store/migrations`, { recursive: true });
}
