import { expect, test } from 'vitest';
import { latestTick } from '../../src/worker/ticks.ts';

const DAY = 86_400_000;

function tick(line: string, at: string, { timezone = 'Europe/Berlin', reach = 8 * DAY } = {}): string | null {
  const now = Date.parse(at);
  const found = latestTick({ line, timezone }, { at: now, after: now - reach });
  return found === null ? null : new Date(found).toISOString();
}

test('the latest tick is the one at or before the moment', () => {
  expect(tick('0 18 * * *', '2025-05-23T15:59:59.999Z')).toBe('2025-05-22T16:00:00.000Z');
  expect(tick('0 18 * * *', '2025-05-23T16:00:00.000Z')).toBe('2025-05-23T16:00:00.000Z');
  expect(tick('30 9 * * 1', '2025-05-28T12:00:00.000Z')).toBe('2025-05-26T07:30:00.000Z');
});

test('a tick that is on record already is not found again', () => {
  expect(tick('0 18 * * *', '2025-05-23T17:00:00.000Z', { reach: 3_600_000 })).toBeNull();
  expect(tick('0 18 * * *', '2025-05-23T17:00:00.000Z', { reach: 3_600_001 })).not.toBeNull();
});

test('a zone that is apart by a quarter of an hour', () => {
  expect(tick('0 18 * * *', '2025-05-23T15:00:00.000Z', { timezone: 'Asia/Kathmandu' })).toBe(
    '2025-05-23T12:15:00.000Z',
  );
});

test('the hour that comes twice in autumn has one tick, its first', () => {
  expect(tick('30 2 * * *', '2025-10-26T00:45:00.000Z')).toBe('2025-10-26T00:30:00.000Z');
  expect(tick('30 2 * * *', '2025-10-26T05:00:00.000Z')).toBe('2025-10-26T00:30:00.000Z');
  expect(tick('30 2 * * *', '2025-10-26T05:00:00.000Z', { reach: 4.5 * 3_600_000 })).toBeNull();
});

test('the hour that is left out in spring has none', () => {
  expect(tick('30 2 * * *', '2025-03-30T12:00:00.000Z')).toBe('2025-03-29T01:30:00.000Z');
});
