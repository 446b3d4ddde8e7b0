import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { createContext } from './context.ts';
import { line } from './output.ts';
import { untilInterrupted } from './signals.ts';

/** `standoff demo`: the whole way, offline: a small press of our own replays May 2025 against the real worker. */
export function register(program: Command): void {
  program
    .command('demo')
    .description('show the main job offline: a small press of our own replays May 2025, no token needed')
    .option('--keep <folder>', 'keep its database and configuration there, for questions of your own')
    .addHelpText('after', '\nExamples:\n  $ standoff demo --language en\n  $ standoff demo --keep my-demo')
    .action(async ({ keep }: { keep?: string }, command: Command) => {
      const context = createContext(command);
      const [{ startWorld }, { replay }, { keepConfig, makeFolder }] = await Promise.all([
        import('../../test/world/index.ts'),
        import('./demo-replay.ts'),
        import('./demo-keep.ts'),
      ]);
      if (keep !== undefined) makeFolder(keep);
      const folder = keep === undefined ? mkdtempSync(join(tmpdir(), 'standoff-demo-')) : resolve(keep);
      const world = await startWorld();
      const interrupted = untilInterrupted(() => undefined);
      try {
        await replay(context, world, join(folder, 'data/standoff.db'), interrupted.signal);
        if (keep === undefined) return;
        keepConfig(folder, context.language, world.outlets);
        line(context.output, `The demo is kept. Ask it: standoff stories --config ${join(keep, 'config')}`);
      } finally {
        interrupted.done();
        await world.close();
        if (keep === undefined) rmSync(folder, { recursive: true });
      }
    });
}
