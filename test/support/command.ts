import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/root.ts';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `standoff` as a user would, without a terminal and without secrets. */
export function standoff(
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(packageRoot(), '.build/test/src/cli.js'), ...args], {
      cwd: options.cwd ?? packageRoot(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, DISCORD_TOKEN: '', DISCORD_WEBHOOK_URL: '', ...options.env },
    });
    const texts = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      texts.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      texts.err += chunk.toString();
    });
    child.on('close', (code) => resolve({ code, ...texts }));
  });
}
