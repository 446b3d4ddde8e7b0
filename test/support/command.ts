import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/root.ts';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
}

const surroundings = ({ cwd, env }: Surroundings) => ({
  cwd: cwd ?? packageRoot(),
  env: { PATH: process.env.PATH, DISCORD_TOKEN: '', DISCORD_WEBHOOK_URL: '', ...env },
});

let server: ChildProcess | null = null;
let last: Promise<unknown> = Promise.resolve();

async function ask(args: string[], where: Surroundings): Promise<Ended> {
  server ??= fork(join(packageRoot(), 'test/support/command-server.mjs'), { stdio: 'ignore' });
  const child = server;
  child.ref();
  const ended = new AbortController();
  const answer = once(child, 'message', { signal: ended.signal });
  const exit = once(child, 'exit', { signal: ended.signal }).then(() => {
    server = null;
    throw new Error(`standoff ${args.join(' ')} ended the process that it ran in`);
  });
  child.send({ args, ...surroundings(where) });
  try {
    const [message] = (await Promise.race([answer, exit])) as [Ended];
    return message;
  } finally {
    answer.catch(() => undefined);
    exit.catch(() => undefined);
    ended.abort();
    // The tests end without waiting for it, and it with them.
    child.unref();
    child.channel?.unref();
  }
}

/**
 * Runs `standoff` as a user would, without a terminal and without secrets. The built program runs in a process of its
 * own that serves one call after the other: most of what a call costs is starting, which `startStandoff` tests.
 */
export function standoff(args: string[], where: Surroundings = {}): Promise<Ended> {
  const answer = last.then(() => ask(args, where));
  last = answer.catch(() => undefined);
  return answer;
}

/** The same from the start: a process for this call alone. */
export async function startStandoff(args: string[], where: Surroundings = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(packageRoot(), '.build/test/src/cli.js'), ...args], {
    ...surroundings(where),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    texts.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    texts.err += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
}
