import { expect, test } from 'vitest';
import { runOnSchedule } from '../../src/worker/schedule.ts';

const everySecond = { lines: ['* * * * * *', '0 0 1 1 *'], timezone: 'UTC' };

test('work begins at once, not at the first tick', async () => {
  const stop = new AbortController();
  let runs = 0;
  await runOnSchedule({ lines: ['0 0 1 1 *'], timezone: 'UTC', signal: stop.signal }, async () => {
    runs += 1;
    stop.abort();
  });
  expect(runs).toBe(1);
});

test('it runs again at a tick of any line, never twice at a time', async () => {
  const stop = new AbortController();
  let runs = 0;
  let atWork = 0;
  await runOnSchedule({ ...everySecond, signal: stop.signal }, async () => {
    atWork += 1;
    expect(atWork).toBe(1);
    await Promise.resolve();
    atWork -= 1;
    runs += 1;
    if (runs === 2) stop.abort();
  });
  expect(runs).toBe(2);
});

test('a failure of the work ends the schedule and is passed on', async () => {
  const work = async () => {
    throw new Error('disk full');
  };
  await expect(runOnSchedule({ ...everySecond, signal: new AbortController().signal }, work)).rejects.toThrow(
    'disk full',
  );
});
