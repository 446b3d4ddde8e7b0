import type { CadenceHints, Instant } from '../../model/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface CadenceSettings {
  /** Usual time between two polls of a feed, in ms. */
  baseMs: number;
  /** Never sooner than this, whatever `baseMs` says. */
  minMs: number;
  /** Never later, whatever the feed says; only a Retry-After may ask for more. */
  maxMs: number;
  /** The longest a feed is left alone only because it seldom changes. */
  quietMs: number;
}

export const CADENCE: CadenceSettings = { baseMs: HOUR, minMs: 5 * MINUTE, maxMs: DAY, quietMs: 4 * HOUR };

/** A server may ask for a longer rest than any feed's hint; beyond this it is taken for a mistake. */
const MAX_RETRY_AFTER = 7 * DAY;
/** A quiet feed is asked after this share of the time since it last changed. */
const QUIET_SHARE = 0.1;

export interface CadenceInput {
  /** When the poll ended. */
  now: Instant;
  outcome: 'changed' | 'unchanged' | 'failed';
  /** HTTP status of the last answer. */
  status: number | null;
  /** From the answer's Cache-Control or Expires. */
  freshForMs?: number | null | undefined;
  retryAfterMs?: number | null | undefined;
  /** What the feed said when it was last parsed. */
  hints?: CadenceHints | undefined;
  /** Polls failed in a row, this one included; 0 after a success. */
  failures: number;
  /** When the feed last brought something new; null where that is not known. */
  lastChangedAt?: Instant | null | undefined;
  /** Until when a WebSub hub tells of its news, so that a poll is a safety net only. */
  pushedUntil?: Instant | null | undefined;
  /** Uniform in [0, 1). */
  random: () => number;
}

export interface NextPoll {
  /** Null: the feed has ended and is never polled again. */
  at: Instant | null;
  /** Why then, for the ledger and `standoff status`. */
  reason: string;
}

interface Wait {
  ms: number;
  reason: string;
}

/**
 * Decides when a feed is polled next. The longest wait that anyone asks for wins (the configuration, the server's
 * freshness and Retry-After, the feed's ttl and sy:updatePeriod, back-off after failures, a feed's own quiet),
 * some jitter is added and never taken away, and the feed's skipped hours and days are left out.
 * After rachelbythebay's feed-reader criteria, RFC 9110, RFC 9111, RSS 2.0 and mod_syndication.
 */
export function nextPoll(input: CadenceInput, settings: CadenceSettings = CADENCE): NextPoll {
  if (input.status === 410) return { at: null, reason: 'the feed is gone for good (410)' };
  const wait = input.outcome === 'failed' ? afterFailure(input, settings) : afterSuccess(input, settings);
  const share = input.outcome === 'failed' ? 0.25 : 0.1;
  const jittered = Date.parse(input.now) + wait.ms + wait.ms * share * input.random();
  const at = afterSkips(jittered, input);
  const skipped = at === jittered ? '' : ', moved out of the hours and days that the feed asks to skip';
  return { at: new Date(Math.ceil(at)).toISOString(), reason: wait.reason + skipped };
}

function afterSuccess(input: CadenceInput, settings: CadenceSettings): Wait {
  const base = Math.max(settings.baseMs, settings.minMs);
  const { hints = {}, freshForMs, lastChangedAt } = input;
  const quiet = lastChangedAt == null ? 0 : (Date.parse(input.now) - Date.parse(lastChangedAt)) * QUIET_SHARE;
  const pushedMs = input.pushedUntil ? Date.parse(input.pushedUntil) - Date.parse(input.now) : 0;
  const asked: Wait[] = [
    { ms: base, reason: 'the usual interval' },
    { ms: freshForMs ?? 0, reason: 'the server calls the answer fresh until then' },
    { ms: (hints.ttlMinutes ?? 0) * MINUTE, reason: "the feed's ttl" },
    { ms: hints.updatePeriodMs ?? 0, reason: "the feed's update period" },
    { ms: Math.min(quiet, settings.quietMs), reason: 'the feed seldom changes' },
    { ms: Math.min(pushedMs, settings.maxMs), reason: 'its hub tells of news; polls are a safety net' },
  ];
  const wait = longest(asked);
  return retryAfter(input, { ms: Math.min(wait.ms, Math.max(settings.maxMs, base)), reason: wait.reason });
}

function afterFailure(input: CadenceInput, settings: CadenceSettings): Wait {
  const base = Math.max(settings.baseMs, settings.minMs);
  const bare429 = input.status === 429 && input.retryAfterMs == null;
  const doublings = Math.max(0, input.failures - 1) + (bare429 ? 1 : 0);
  const ms = Math.min(base * 2 ** Math.min(doublings, 20), Math.max(settings.maxMs, base));
  const reason = bare429
    ? 'backing off: the server said too many requests'
    : `backing off: ${ordinal(input.failures)}`;
  return retryAfter(input, { ms, reason });
}

function ordinal(failures: number): string {
  return failures <= 1 ? 'the last poll failed' : `the last ${failures} polls failed`;
}

function retryAfter(input: CadenceInput, wait: Wait): Wait {
  const ms = Math.min(input.retryAfterMs ?? 0, MAX_RETRY_AFTER);
  return longest([wait, { ms, reason: 'the server asked for it (Retry-After)' }]);
}

/** The first of the longest; what is not a finite positive time does not count. */
function longest(waits: readonly Wait[]): Wait {
  return waits.reduce((best, wait) => (Number.isFinite(wait.ms) && wait.ms > best.ms ? wait : best));
}

/** The first moment from `at` on outside of the skipped hours and days (UTC); `at` where they leave none. */
function afterSkips(at: number, { hints = {}, random }: CadenceInput): number {
  const hours = new Set(hints.skipHours);
  const days = new Set(hints.skipDays?.map((day) => day.trim().slice(0, 3).toLowerCase()));
  const skipped = (time: number): boolean => {
    const [day = '', , , , clock = ''] = new Date(time).toUTCString().split(' ');
    return days.has(day.slice(0, 3).toLowerCase()) || hours.has(Number(clock.slice(0, 2)));
  };
  if (!skipped(at)) return at;
  let hour = Math.floor(at / HOUR) * HOUR;
  for (let step = 0; step < 7 * 24 && skipped(hour); step++) hour += HOUR;
  // Spread within the hour: every reader of the feed comes out of the same gap.
  return skipped(hour) ? at : hour + random() * (HOUR / 4);
}
