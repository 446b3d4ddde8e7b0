import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CADENCE, type CadenceInput, nextPoll } from '../../src/collect/feed/cadence.ts';
import { freshForMs } from '../../src/collect/http/freshness.ts';
import { parseRetryAfter } from '../../src/collect/http/retry-after.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Sunday. */
const NOW = '2025-06-01T12:00:00.000Z';

/** Waiting time in minutes, without jitter. */
function minutes(input: Partial<CadenceInput>, settings = CADENCE): number | null {
  const defaults: CadenceInput = {
    now: NOW,
    outcome: 'unchanged',
    status: 304,
    failures: 0,
    random: () => 0,
  };
  const { at } = nextPoll({ ...defaults, ...input }, settings);
  return at === null ? null : (Date.parse(at) - Date.parse(NOW)) / MINUTE;
}

const failed = (failures: number, status: number | null, retryAfterMs: number | null = null) =>
  ({ outcome: 'failed', failures, status, retryAfterMs }) as const;
const ago = (ms: number) => new Date(Date.parse(NOW) - ms).toISOString();

describe('a feed is asked again', () => {
  test.each<[string, Partial<CadenceInput>, number | null]>([
    ['hourly, when it says nothing', {}, 60],
    ['hourly, when it has just changed', { outcome: 'changed', status: 200, lastChangedAt: NOW }, 60],
    ['no sooner than hourly, though fresh for a minute only', { freshForMs: MINUTE }, 60],
    ['when its answer goes stale', { freshForMs: 3 * HOUR }, 180],
    ['within a day, though fresh for a year', { freshForMs: 365 * DAY }, 1440],
    ['after its ttl', { hints: { ttlMinutes: 90 } }, 90],
    ['no sooner than hourly, though its ttl is 5', { hints: { ttlMinutes: 5 } }, 60],
    ['after its update period', { hints: { updatePeriodMs: 12 * HOUR } }, 720],
    ['within a day, though it updates yearly', { hints: { updatePeriodMs: 365 * DAY } }, 1440],
    ['by the longest of what is asked', { freshForMs: 2 * HOUR, hints: { ttlMinutes: 180 } }, 180],
    [
      'hourly, on nonsense for hints',
      { freshForMs: Number.NaN, hints: { ttlMinutes: -5, updatePeriodMs: Infinity } },
      60,
    ],
    ['less often after a quiet day', { lastChangedAt: ago(20 * HOUR) }, 120],
    ['every four hours at least, however quiet', { lastChangedAt: ago(200 * DAY) }, 240],
    [
      'hourly, when its last change lies ahead of the clock',
      { lastChangedAt: '2030-01-01T00:00:00.000Z' },
      60,
    ],
    ['an hour after a failure', failed(1, 500), 60],
    ['two hours after the second in a row', failed(2, 500), 120],
    ['eight hours after the fourth', failed(4, null), 480],
    ['daily after many', failed(40, 404), 1440],
    ['later than after another failure when told too many requests', failed(1, 429), 120],
    ['when Retry-After says', failed(1, 503, 5 * HOUR), 300],
    ['not before its back-off, though Retry-After says a minute', failed(3, 429, MINUTE), 240],
    ['within a week, whatever Retry-After says', failed(1, 503, 400 * DAY), 7 * 1440],
    ['never, when it is gone', failed(1, 410), null],
  ])('%s', (_, input, expected) => {
    expect(minutes(input)).toBe(expected);
  });

  test('as often as configured, but not more often than every five minutes', () => {
    expect(minutes({}, { ...CADENCE, baseMs: 15 * MINUTE })).toBe(15);
    expect(minutes({}, { ...CADENCE, baseMs: 1000 })).toBe(5);
    expect(minutes({ freshForMs: DAY }, { ...CADENCE, maxMs: 3 * HOUR })).toBe(180);
  });

  test('outside of its skipped hours and days, which are UTC', () => {
    expect(minutes({ hints: { skipHours: [13, 14] } })).toBe(180);
    expect(minutes({ hints: { skipHours: [12] } })).toBe(60);
    expect(minutes({ hints: { skipDays: ['Sunday', ' monday'] } })).toBe(36 * 60);
    expect(minutes({ hints: { skipDays: ['Sunday'], skipHours: [0, 1] } })).toBe(14 * 60);
  });

  test('all the same, when it would skip every hour', () => {
    expect(minutes({ hints: { skipHours: [...Array(24).keys()] } })).toBe(60);
  });

  test('with a reason that a person understands', () => {
    const reason = (input: Partial<CadenceInput>) =>
      nextPoll({ now: NOW, outcome: 'unchanged', status: 200, failures: 0, random: () => 0, ...input })
        .reason;
    expect(reason({ hints: { ttlMinutes: 90 } })).toMatch(/ttl/);
    expect(reason(failed(3, 500))).toMatch(/last 3 polls failed/);
    expect(reason(failed(1, 503, 5 * HOUR))).toMatch(/Retry-After/);
    expect(reason({ hints: { skipHours: [13] } })).toMatch(/skip/);
  });
});

test('jitter only ever adds, a tenth at most, and a quarter after failures', () => {
  const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fraction, fc.nat(DAY), fc.nat(30), (random, freshMs, failures) => {
      const outcome = failures > 0 ? 'failed' : 'unchanged';
      const input = { outcome, failures, freshForMs: freshMs, status: null } as const;
      const plain = minutes(input) ?? 0;
      const wait = minutes({ ...input, random: () => random }) ?? 0;
      return wait >= plain && wait <= plain * (failures > 0 ? 1.25 : 1.1) + 0.001;
    }),
  );
});

test('feeds that come out of the same skipped hours do not all come at once', () => {
  const at = (random: number) => minutes({ hints: { skipHours: [13] }, random: () => random });
  expect(new Set([0, 0.3, 0.6, 0.9].map(at)).size).toBe(4);
});

describe('freshness', () => {
  const fetched = new Date(NOW);
  test.each<[string, Record<string, string>, number | null]>([
    ['max-age', { 'cache-control': 'public, max-age=600' }, 600],
    ['max-age less the age in a cache on the way', { 'cache-control': 'max-age=600', age: '100' }, 500],
    [
      'max-age before Expires',
      { 'cache-control': 'max-age=60', expires: 'Mon, 02 Jun 2025 12:00:00 GMT' },
      60,
    ],
    ['Expires', { expires: 'Sun, 01 Jun 2025 13:00:00 GMT' }, 3600],
    [
      'Expires by the clock of the server',
      { date: 'Sun, 01 Jun 2025 09:00:00 GMT', expires: 'Sun, 01 Jun 2025 09:30:00 GMT' },
      1800,
    ],
    ['nothing: Expires: 0', { expires: '0' }, 0],
    ['nothing: no-cache', { 'cache-control': 'no-cache, max-age=600' }, 0],
    [
      'no more for stale-while-revalidate',
      { 'cache-control': 'max-age=60, stale-while-revalidate=86400' },
      60,
    ],
    ['unknown: Last-Modified is no promise', { 'last-modified': 'Sat, 01 Feb 2025 00:00:00 GMT' }, null],
    ['unknown: no header', {}, null],
  ])('%s', (_, headers, seconds) => {
    expect(freshForMs(headers, fetched)).toBe(seconds === null ? null : seconds * 1000);
  });
});

describe('Retry-After', () => {
  test.each<[string | undefined, number | null]>([
    ['120', 120_000],
    [' 0 ', 0],
    ['Sun, 01 Jun 2025 12:10:00 GMT', 600_000],
    ['Sun, 01 Jun 2025 11:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    ['99999999999999', null],
    ['', null],
    [undefined, null],
  ])('%s', (value, ms) => {
    expect(parseRetryAfter(value, undefined, new Date(NOW))).toBe(ms);
  });
});
