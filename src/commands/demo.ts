import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { createContext } from './context.ts';
import { untilInterrupted } from './signals.ts';

/** `standoff demo`: the whole way, offline: a small press of our own replays May 2025 against the real worker. */
export function register(program: Command): void {
  program
    .command('demo')
    .description('show the main job offline: a small press of our own replays May 2025, no token needed')
    .addHelpText('after', '\nExample:\n  $ standoff demo --language en')
    .action(async (_options: object, command: Command) => {
      const context = createContext(command);
      const [{ startWorld }, { replay }] = await Promise.all([
        import('../../test/world/index.ts'),
        import('./demo-replay.ts'),
      ]);
      const folder = mkdtempSync(join(tmpdir(), 'standoff-demo-'));
      const world = await startWorld();
      const interrupted = untilInterrupted(() => undefined);
      try {
        await replay(context, world, join(folder, 'demo.db'), interrupted.signal);
      } finally {
        interrupted.done();
        await world.close();
        rmSync(folder, { recursive: true });
      }
    });
}
