import type { Command } from 'commander';
import type { Log } from '../interactions/desk.ts';
import type { Worker } from '../worker/index.ts';
import { createContext } from './context.ts';
import { enduring } from './enduring.ts';
import { CommandError } from './error.ts';
import { answerMembers } from './members.ts';
import { type Output, when } from './output.ts';
import { progress } from './progress.ts';
import { hasFailures, summarise, troubles } from './report.ts';
import { untilInterrupted } from './signals.ts';
import { startWorker } from './worker.ts';

/** Lines for people on a terminal, JSON (pino) for journals and collectors elsewhere; both on stderr. */
async function logTo({ err, color }: Output): Promise<Log> {
  if (err.isTTY !== true) {
    const { default: pino } = await import('pino');
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

/** Hubs may push from now on; their news begin a cycle at once. */
async function listenToHubs(
  { hubs }: Worker,
  nudges: EventTarget,
): Promise<{ close(): Promise<void> } | undefined> {
  try {
    return await hubs?.open(() => nudges.dispatchEvent(new Event('nudge')));
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

/** Of sentences, those that were not said the last time. */
type Fresh = (sentences: readonly string[]) => string[];

/** A channel that is parked would be told of every five minutes. */
function sayOnce(): Fresh {
  let known: readonly string[] = [];
  return (sentences) => {
    const fresh = sentences.filter((sentence) => !known.includes(sentence));
    known = sentences;
    return fresh;
  };
}

/** One round of the work, with what it did in the log. */
async function cycle(worker: Worker, signal: AbortSignal, log: Log, fresh: Fresh): Promise<void> {
  const report = await worker.cycle(signal);
  for (const { feedUrl, error } of report.polled)
    if (error !== null) log('warn', `${feedUrl}: ${error}`, { feedUrl });
  if (report.polled.length > 0 || report.pages.read > 0 || report.deliveries.posted > 0)
    log(hasFailures(report) ? 'warn' : 'info', summarise(report));
  for (const trouble of fresh(troubles(report))) log('warn', trouble);
  for (const trouble of (await worker.hubs?.subscribe(signal)) ?? []) log('warn', trouble);
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
      const log = await logTo(output);
      const { schedule, channels } = context.config().settings;
      const digests = channels.flatMap(({ digest }) => [digest?.daily, digest?.weekly]);
      const lines = [schedule.cron, ...digests.filter((line) => line !== undefined)];
      const { runOnSchedule } = await import('../worker/schedule.ts');
      const worker = await startWorker(context, progress(output));
      const interrupted = untilInterrupted(() => log('info', 'ending after what is under way'));
      log(
        'info',
        `following ${context.config().sources.length} sources, looking at "${schedule.cron}" (${schedule.timezone})`,
      );
      const nudges = new EventTarget();
      const fresh = sayOnce();
      let listener: { close(): Promise<void> } | undefined;
      let members: { close(): Promise<void> } | undefined;
      try {
        listener = await listenToHubs(worker, nudges);
        members = await answerMembers(context, worker, log);
        await runOnSchedule({ lines, timezone: schedule.timezone, signal: interrupted.signal, nudges }, () =>
          enduring(log, () => cycle(worker, interrupted.signal, log, fresh)),
        );
      } finally {
        interrupted.done();
        await listener?.close();
        await members?.close();
        await worker.close();
        log('info', 'ended');
      }
    });
}
