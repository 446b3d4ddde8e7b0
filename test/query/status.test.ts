import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceReport, status } from '../../src/query/status.ts';
import { rhythmOf } from '../../src/store/health.ts';
import { type FeedRun, type Item, startFeedRun } from '../support/feed-run.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const seen = (...days: number[]) =>
  days.map((d) => {
    const at = new Date(Date.UTC(2025, 0, 1) + d * DAY).toISOString();
    return { at, seenAt: at, backlog: 0 };
  });

describe('how long a source may be silent is learned from it', () => {
  test('a feed that fills by the minute is not silent over a long weekend, but after a week', () => {
    const { usualMs, silentAfterMs } = rhythmOf(seen(...Array.from({ length: 150 }, (_, i) => i / 144)));
    expect(usualMs).toBe(10 * 60_000);
    expect(silentAfterMs).toBe(4 * DAY);
  });

  test('a court that publishes once a month may be silent for a season, never longer', () => {
    const { usualMs, silentAfterMs } = rhythmOf(seen(0, 30, 60, 90, 120, 150));
    expect(usualMs).toBe(30 * DAY);
    expect(silentAfterMs).toBe(90 * DAY);
  });

  test('weekly, with one summer break: one old entry pinned on top does not count', () => {
    const weekly = Array.from({ length: 40 }, (_, i) => 2000 + 7 * i);
    expect(rhythmOf(seen(0, ...weekly)).silentAfterMs).toBe(70 * DAY);
  });

  test('too little to learn from: thirty days', () => {
    expect(rhythmOf(seen(0, 1))).toMatchObject({ usualMs: null, silentAfterMs: 30 * DAY });
    expect(rhythmOf([])).toMatchObject({ usualMs: null, newestAt: null });
  });

  test('many entries of one instant are one', () => {
    expect(rhythmOf(seen(0, 0, 0, 0, 1, 1, 1, 2, 3, 4)).usualMs).toBe(DAY);
  });
});

describe('status', () => {
  let run: FeedRun;
  const item = (n: number, at: Date): Item => ({
    ...{ id: `i${n}`, path: `/${n}`, title: `Report ${n}`, date: at.toUTCString() },
  });
  const daily = (from: Date, number: number) =>
    Array.from({ length: number }, (_, i) => item(i, new Date(from.getTime() - i * DAY)));

  beforeAll(async () => {
    run = await startFeedRun(['well', 'dead-on-arrival', 'broken', 'gone', 'empty']);
    run.serve('well', daily(run.now(), 8));
    run.serve('dead-on-arrival', daily(new Date(run.now().getTime() - 300 * DAY), 8));
    run.fail('broken', 500);
    run.fail('gone', 410);
    await run.cycleAfter(0);
    run.serve('well', daily(new Date(run.now().getTime() + DAY), 9));
    await run.cycleAfter(24);
  });
  afterAll(() => run?.close());

  const health = () =>
    Object.fromEntries(status(run.worker().store.db).sources.map((source) => [source.id, source.health]));

  test('flags the silent, also one that was dead when it was first asked; the failing and the ended', () => {
    expect(health()).toEqual({
      well: 'ok',
      'dead-on-arrival': 'silent',
      broken: 'failing',
      gone: 'ended',
      empty: 'ok',
    });
  });

  test('says for each source its last success, usual cadence, next poll with the reason, and the failure', () => {
    const { sources } = status(run.worker().store.db);
    expect(sources.find(({ id }) => id === 'well')).toMatchObject({
      ...{ usualMs: DAY, nextPollReason: 'the usual interval', lastSuccessAt: run.now().toISOString() },
      ...{ error: null, entries: 9 },
    });
    const broken = sources.find(({ id }) => id === 'broken');
    expect(broken?.error).toMatch(/500/);
    expect(broken?.nextPollReason).toMatch(/backing off/);
  });

  test('the ledger of one source says what each poll saw, newest first', () => {
    const report = sourceReport(run.worker().store.db, 'well', 10);
    expect(
      report?.polls.map(({ outcome, entriesSeen, entriesNew, candidates, skipped }) => ({
        ...{ outcome, entriesSeen, entriesNew, candidates, skipped },
      })),
    ).toEqual([
      { outcome: 'changed', entriesSeen: 9, entriesNew: 9 - 8, candidates: 1, skipped: 0 },
      { outcome: 'changed', entriesSeen: 8, entriesNew: 8, candidates: 8, skipped: 0 },
    ]);
    expect(sourceReport(run.worker().store.db, 'well', 1)?.polls).toHaveLength(1);
    expect(sourceReport(run.worker().store.db, 'nobody', 1)).toBeUndefined();
  });

  test('what nobody has asked for yet is called so', async () => {
    const fresh = await startFeedRun(['untouched']);
    expect(status(fresh.worker().store.db).sources[0]?.health).toBe('never');
    await fresh.close();
  });

  test('the ledger says why entries were skipped, with how many each', async () => {
    const choosy = await startFeedRun(['choosy'], { fetch: 'candidates' });
    choosy.serve('choosy', daily(choosy.now(), 3));
    await choosy.cycleAfter(0);
    const [poll] = sourceReport(choosy.worker().store.db, 'choosy', 1)?.polls ?? [];
    expect(poll).toMatchObject({ entriesSeen: 3, entriesNew: 3, candidates: 0, skipped: 3 });
    expect(Object.values(poll?.reasons ?? {})).toEqual([3]);
    expect(Object.keys(poll?.reasons ?? {})[0]).toMatch(/\w+ \w+/);
    await choosy.close();
  });

  test('a source that answers for a month without ever having an entry is silent', async () => {
    const mute = await startFeedRun(['mute']);
    await mute.cycleAfter(0);
    await mute.cycleAfter(29 * 24);
    expect(status(mute.worker().store.db).sources[0]?.health).toBe('ok');
    await mute.cycleAfter(2 * 24);
    expect(status(mute.worker().store.db).sources[0]).toMatchObject({ health: 'silent', newestAt: null });
    await mute.close();
  });
});
