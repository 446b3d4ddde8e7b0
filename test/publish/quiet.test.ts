import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isQuiet, quietBetween } from '../../src/publish/quiet.ts';

const HOUR = 3_600_000;
const night = { from: '22:00', to: '07:00', timezone: 'Europe/Berlin' };
const noon = { from: '12:00', to: '13:30', timezone: 'Europe/Berlin' };

describe('isQuiet', () => {
  test.each([
    ['2025-05-23T19:59:59Z', night, false],
    ['2025-05-23T20:00:00Z', night, true],
    ['2025-05-24T04:59:59Z', night, true],
    ['2025-05-24T05:00:00Z', night, false],
    ['2025-01-23T20:30:00Z', night, false],
    ['2025-01-23T21:00:00Z', night, true],
    ['2025-05-23T10:30:00Z', noon, true],
    ['2025-05-23T11:30:00Z', noon, false],
  ])('%s', (at, quiet, expected) => {
    expect(isQuiet(new Date(at), quiet)).toBe(expected);
  });

  test('goes by the wall clock in nights in which the clocks change', () => {
    expect(isQuiet(new Date('2025-03-30T04:59:00Z'), night)).toBe(true);
    expect(isQuiet(new Date('2025-03-30T05:00:00Z'), night)).toBe(false);
    expect(isQuiet(new Date('2025-10-26T05:59:00Z'), night)).toBe(true);
    expect(isQuiet(new Date('2025-10-26T06:00:00Z'), night)).toBe(false);
  });

  test('no quiet hours are never quiet', () => {
    expect(isQuiet(new Date(), undefined)).toBe(false);
  });
});

describe('quietBetween', () => {
  const between = (from: string, to: string) => quietBetween(Date.parse(from), Date.parse(to), night) / HOUR;

  test.each([
    ['by day', '2025-05-23T08:00:00Z', '2025-05-23T18:00:00Z', 0],
    ['a night', '2025-05-23T10:00:00Z', '2025-05-24T10:00:00Z', 9],
    ['part of a night', '2025-05-23T22:00:00Z', '2025-05-24T01:00:00Z', 3],
    ['three nights', '2025-05-20T10:00:00Z', '2025-05-23T10:00:00Z', 27],
    ['the short night of March', '2025-03-29T12:00:00Z', '2025-03-30T12:00:00Z', 8],
    ['the long night of October', '2025-10-25T12:00:00Z', '2025-10-26T12:00:00Z', 10],
  ])('%s', (_name, from, to, hours) => {
    expect(between(from, to)).toBe(hours);
  });

  test('agrees with asking every minute, in any zone, and ends', () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((minute) => {
      const two = (n: number) => String(n).padStart(2, '0');
      return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
    });
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    );
    const start = fc.integer({
      min: Date.parse('2025-01-01') / 60_000,
      max: Date.parse('2025-12-01') / 60_000,
    });
    fc.assert(
      fc.property(
        time,
        time,
        zone,
        start,
        fc.integer({ min: 0, max: 2000 }),
        (from, to, timezone, first, minutes) => {
          if (from === to) return;
          const quiet = { from, to, timezone };
          let asked = 0;
          for (let at = first; at < first + minutes; at += 10)
            if (isQuiet(new Date(at * 60_000), quiet)) asked += Math.min(10, first + minutes - at);
          const counted = quietBetween(first * 60_000, (first + minutes) * 60_000, quiet) / 60_000;
          // Clocks that are put back show an hour twice; each edge is asked for to ten minutes.
          expect(Math.abs(counted - asked)).toBeLessThanOrEqual(60 + 40);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a time of years costs no more than months', () => {
    expect(quietBetween(0, Date.parse('2025-05-23T10:00:00Z'), night)).toBeLessThan(61 * 24 * HOUR);
  });
});
