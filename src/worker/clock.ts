import type { Instant } from '../model/index.ts';

/** Tells the time; tests and the demo bring their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The clock's time as it is stored. */
export function instant(clock: Clock): Instant {
  return clock.now().toISOString();
}

/** `instant` moved by so many ms. */
export function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}
