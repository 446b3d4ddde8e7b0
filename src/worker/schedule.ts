import cron from 'node-cron';

/**
 * Runs `work` at once and then at each tick of the cron lines, never twice at a time: ticks that come meanwhile are
 * left out. node-cron is the heartbeat only; what is due stands in the database, so a missed tick costs nothing.
 * @param signal ends the schedule once the run under way is done
 * @param nudges its event `nudge` is a tick, too
 */
export async function runOnSchedule(
  {
    lines,
    timezone,
    signal,
    nudges,
  }: { lines: readonly string[]; timezone: string; signal: AbortSignal; nudges?: EventTarget },
  work: () => Promise<void>,
): Promise<void> {
  let wake = (): void => undefined;
  const tasks = lines.map((line) => cron.schedule(line, () => wake(), { timezone }));
  const stop = (): void => wake();
  signal.addEventListener('abort', stop);
  nudges?.addEventListener('nudge', stop);
  try {
    while (!signal.aborted) {
      await work();
      if (!signal.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    signal.removeEventListener('abort', stop);
    nudges?.removeEventListener('nudge', stop);
    await Promise.all(tasks.map((task) => task.destroy()));
  }
}
