import type { Command } from 'commander';
import type { CycleReport } from '../worker/cycle.ts';
import { createContext } from './context.ts';
import { EXIT } from './error.ts';
import { json, line, type Output, plain } from './output.ts';
import { progress } from './progress.ts';
import { hasFailures, summarise, troubles } from './report.ts';
import { untilInterrupted } from './signals.ts';
import { startWorker } from './worker.ts';

/** `standoff poll`: one cycle, for cron, systemd timers or GitHub Actions. */
export function register(program: Command): void {
  program
    .command('poll')
    .description('poll the feeds that are due once, read, store and post; exit code 1 when anything failed')
    .addHelpText('after', '\nExample:\n  $ standoff poll --json')
    .action(async (_options: object, command: Command) => {
      const context = createContext(command);
      const { output } = context;
      const worker = await startWorker(context, progress(output));
      const interrupted = untilInterrupted(() => output.err.write('ending after what is under way …\n'));
      try {
        const report = await worker.cycle(interrupted.signal);
        if (context.json) json(output, report);
        else print(output, report);
        process.exitCode = hasFailures(report) ? EXIT.failed : EXIT.ok;
      } finally {
        interrupted.done();
        await worker.close();
      }
    });
}

function print(output: Output, report: CycleReport): void {
  for (const { feedUrl, error } of report.polled)
    if (error !== null) line(output, `${output.color.red('failed')} ${feedUrl}: ${plain(error)}`);
  for (const trouble of troubles(report)) line(output, `${output.color.red('failed')} ${plain(trouble)}`);
  line(output, summarise(report));
}
