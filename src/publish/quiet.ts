import type { Quiet } from './channels.ts';

const MINUTE = 60_000;
const DAY = 1_440;
/** A longer time is not counted through: whatever waited is too old by then. */
const MOST_MS = 60 * DAY * MINUTE;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight on the wall clocks of a zone. */
function minuteOfDay(ms: number, timezone: string): number {
  const clock =
    clocks.get(timezone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(timezone, clock);
  return minuteOf(clock.format(ms));
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function isQuietAt(ms: number, { from, to, timezone }: Quiet): boolean {
  const minute = minuteOfDay(ms, timezone);
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}

/** Whether a channel's quiet hours are on. By the wall clock, so a change of the clocks makes a night longer or shorter. */
export const isQuiet = (at: Date, quiet: Quiet | undefined): boolean =>
  quiet !== undefined && isQuietAt(at.getTime(), quiet);

/** The instant after `ms` at which wall clocks show a time of day; one that a change of the clocks skips is passed by. */
function next(ms: number, time: string, timezone: string): number {
  const wanted = minuteOf(time);
  const wait = (wanted - minuteOfDay(ms, timezone) + DAY) % DAY || DAY;
  const guess = Math.floor(ms / MINUTE) * MINUTE + wait * MINUTE;
  const off = ((wanted - minuteOfDay(guess, timezone) + DAY * 1.5) % DAY) - DAY / 2;
  const mended = guess + off * MINUTE;
  return mended > ms && minuteOfDay(mended, timezone) === wanted ? mended : guess;
}

/** How many ms of the time from `from` to `to` were quiet hours. */
export function quietBetween(from: number, to: number, quiet: Quiet | undefined): number {
  if (quiet === undefined) return 0;
  let sum = 0;
  for (let at = Math.max(from, to - MOST_MS); at < to; ) {
    const silent = isQuietAt(at, quiet);
    const end = Math.min(to, next(at, silent ? quiet.to : quiet.from, quiet.timezone));
    if (silent) sum += end - at;
    at = end;
  }
  return sum;
}
