import type { Command } from 'commander';
import pino from 'pino';
import { createContext } from './context.ts';
import { type Output, when } from './output.ts';
import { progress } from './progress.ts';
import { hasFailures, summarise } from './report.ts';
import { untilInterrupted } from './signals.ts';
import { startWorker } from './worker.ts';

type Log = (level: 'info' | 'warn' | 'error', message: string, fields?: object) => void;

/** Lines for people on a terminal, JSON (pino) for journals and collectors elsewhere; both on stderr. */
function logTo({ err, color }: Output): Log {
  if (err.isTTY !== true) {
    const logger = pino(
      { base: null, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination({ fd: 2, sync: true }),
    );
    return (level, message, fields = {}) => logger[level](fields, message);
  }
  const paint = { info: (text: string) => text, warn: color.yellow, error: color.red };
  return (level, message) =>
    void err.write(`${color.dim(when(new Date().toISOString()))} ${paint[level](message)}\n`);
}

/** `standoff run`: on schedule until SIGINT or SIGTERM. */
export function register(program: Command): void {
  program
    .command('run')
    .description('run on schedule until SIGINT (Ctrl-C) or SIGTERM')
    .addHelpText('after', '\nExample:\n  $ standoff run --config /etc/standoff')
    .action(async (_options: object, command: Command) => {
      const context = createContext(command);
      const { output } = context;
      const log = logTo(output);
      const { schedule } = context.config().settings;
      const { runOnSchedule } = await import('../worker/schedule.ts');
      const worker = await startWorker(context, progress(output));
      const interrupted = untilInterrupted(() => log('info', 'ending after what is under way'));
      log(
        'info',
        `following ${context.config().sources.length} sources, looking at "${schedule.cron}" (${schedule.timezone})`,
      );
      try {
        await runOnSchedule(
          { line: schedule.cron, timezone: schedule.timezone, signal: interrupted.signal },
          async () => {
            const report = await worker.cycle(interrupted.signal);
            for (const { feedUrl, error } of report.polled)
              if (error !== null) log('warn', `${feedUrl}: ${error}`, { feedUrl });
            if (report.polled.length > 0 || report.pages.read > 0 || report.deliveries.posted > 0)
              log(hasFailures(report) ? 'warn' : 'info', summarise(report));
          },
        );
      } finally {
        interrupted.done();
        await worker.close();
        log('info', 'ended');
      }
    });
}
