import { afterEach, expect, test } from 'vitest';
import { type FeedRun, type Item, startFeedRun } from '../support/feed-run.ts';

/** A channel is told once when a source dies, and once when it comes back. */
let run: FeedRun;
afterEach(() => run?.close());

const said = (): string[] =>
  run.posted.map(({ title, body }) =>
    [title, ...body.map((line) => line.map((part) => ('text' in part ? part.text : part.day)).join(''))].join(
      '\n',
    ),
  );

const item = (n: number): Item => ({
  id: `i${n}`,
  path: `/${n}`,
  title: `Report number ${n} of the harbour office`,
  date: new Date(Date.UTC(2025, 4, 20, n)).toUTCString(),
});

/** Cycles every two hours for so many hours. */
async function hours(number: number): Promise<void> {
  for (let h = 0; h < number; h += 2) await run.cycleAfter(2);
}

test('a feed that fails for a day is told of once, over a restart, and so is its return', async () => {
  run = await startFeedRun(['harbour', 'other'], { alerts: true });
  run.serve('harbour', [item(1)]);
  run.serve('other', [item(2)]);
  await run.cycleAfter(0);
  run.posted.length = 0;
  run.fail('harbour', 503);
  await hours(22);
  expect(said()).toEqual([]);
  await hours(6);
  expect(said()).toHaveLength(1);
  expect(said()[0]).toMatch(
    /^Nothing comes any more: The harbour Times\n.*\/harbour\.xml — cannot be read since 2025-05-20.*503/,
  );
  await run.restart();
  await hours(48);
  expect(said()).toHaveLength(1);
  run.serve('harbour', [item(1)]);
  await hours(26);
  expect(said().slice(1)).toEqual([expect.stringMatching(/^Back again: The harbour Times\n/)]);
  await run.restart();
  await hours(4);
  expect(said()).toHaveLength(2);
});

test('when nothing at all answers, the bot’s own network is not told as the death of its sources', async () => {
  run = await startFeedRun(['harbour', 'other'], { alerts: true });
  run.serve('harbour', [item(1)]);
  run.serve('other', [item(2)]);
  await run.cycleAfter(0);
  run.posted.length = 0;
  run.fail('harbour', 502);
  run.fail('other', 502);
  await hours(60);
  expect(said()).toEqual([]);
});

test('a feed that is gone for good, and one that was silent for long, with what is usual for it', async () => {
  run = await startFeedRun(['gone', 'hourly', 'quarterly'], { alerts: true });
  const quarter = (n: number): Item => ({
    ...item(n),
    date: new Date(Date.UTC(2024, 3 * n, 1)).toUTCString(),
  });
  run.serve('gone', [item(0)]);
  run.serve('hourly', [1, 2, 3, 4, 5, 6, 7, 8].map(item));
  run.serve('quarterly', [0, 1, 2, 3, 4, 5].map(quarter));
  await run.cycleAfter(0);
  run.posted.length = 0;
  run.fail('gone', 410);
  await hours(4);
  expect(said()).toEqual([expect.stringMatching(/The gone Times\n.*ended for good \(410\) on 2025-05-20/)]);
  for (let d = 0; d < 8; d += 1) await run.cycleAfter(24);
  expect(said().slice(1)).toEqual([
    expect.stringMatching(
      /The hourly Times\nThe hourly Times — nothing new since 2025-05-20 \(usual gap: 1 hour\)/,
    ),
  ]);
  run.serve('hourly', [8, 9].map(item));
  await run.cycleAfter(24);
  expect(said().slice(2)).toEqual([expect.stringMatching(/Back again: The hourly Times\n/)]);
});

test('a channel that did not ask for alerts gets none', async () => {
  run = await startFeedRun(['harbour'], {});
  run.serve('harbour', [item(1)]);
  await run.cycleAfter(0);
  run.posted.length = 0;
  run.fail('harbour', 410);
  await hours(4);
  expect(said()).toEqual([]);
});

test('a death while an alarm is raised loses nothing and says nothing twice', async () => {
  run = await startFeedRun(['gone', 'other'], { alerts: true });
  run.serve('other', [item(2)]);
  await run.cycleAfter(0);
  run.posted.length = 0;
  run.fail('gone', 410);
  const { db } = run.worker().store;
  db.exec(`CREATE TRIGGER killed BEFORE INSERT ON alert BEGIN SELECT raise(ABORT, 'killed'); END`);
  await expect(run.cycleAfter(2)).rejects.toThrow('killed');
  db.exec('DROP TRIGGER killed');
  await run.restart();
  await hours(6);
  expect(said()).toEqual([expect.stringMatching(/The gone Times/)]);
});
