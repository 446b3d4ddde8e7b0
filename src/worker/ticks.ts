import cron from 'node-cron';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Zones are apart from UTC by whole quarters of an hour. */
const QUARTER = 15;

/** Whether both instants show the same time of the same day in a zone, as the hour does that comes twice in autumn. */
function sameTime(a: number, b: number, timeZone: string): boolean {
  const format = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return format.format(a) === format.format(b);
}

/**
 * The latest tick of a cron line of five fields at or before an instant, but after `after`; null where there is none. A
 * time that the clock shows twice is its first; one that it leaves out is none.
 * @param instants UTC, ms since 1970
 */
export function latestTick(
  { line, timezone }: { line: string; timezone: string },
  instants: { at: number; after: number },
): number | null {
  const minutes = new Set(cron.parse(line).minute.map((minute) => minute % QUARTER));
  const task = cron.createTask(line, () => undefined, { timezone });
  try {
    for (let at = Math.floor(instants.at / MINUTE) * MINUTE; at > instants.after; at -= MINUTE) {
      if (!minutes.has(new Date(at).getUTCMinutes() % QUARTER) || !task.match(new Date(at))) continue;
      const first = at - HOUR;
      const tick = sameTime(first, at, timezone) ? first : at;
      return tick > instants.after ? tick : null;
    }
    return null;
  } finally {
    void task.destroy();
  }
}
