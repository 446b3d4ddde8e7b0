import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/root.ts';

/** `standoff run` in a process of its own. */
export interface Running {
  /** Resolves once the text has been printed to stderr. */
  said(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<{ code: number | null; log: string }>;
}

/** Starts it in a project's folder. */
export function startRun(folder: string, env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [join(packageRoot(), '.build/test/src/cli.js'), 'run'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
  });
  let log = '';
  const listeners = new Set<() => void>();
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
    for (const listener of listeners) listener();
  });
  return {
    said: (text) =>
      new Promise((resolve) => {
        const heard = (): void => {
          if (!log.includes(text)) return;
          listeners.delete(heard);
          resolve();
        };
        listeners.add(heard);
        heard();
      }),
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, log }))),
  };
}
