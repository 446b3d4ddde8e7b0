import { describe, expect, test } from 'vitest';
import { explain } from '../../src/query/explain.ts';
import { urnOf, wireEntry } from '../support/fake-wireq/entry.ts';
import { SECRET } from '../support/fake-wireq/server.ts';
import { articles, HOUR, MINUTE, receive, WEATHER, wireRuns } from '../support/wire-reading.ts';
import type { WireRun } from '../support/wire-run.ts';

const start = wireRuns();

describe('the queue', () => {
  test('fifty a poll, never sooner than the wire asks, until all are in', async () => {
    const run = await start();
    const entries = Array.from({ length: 120 }, (_, i) => wireEntry({ ...WEATHER, urn: urnOf(i) }));
    run.wireq.put(...entries);
    const waiting: number[] = [];
    for (const wait of [0, 9_999, 1, 10_000, 49_999, 1]) {
      run.pass(wait);
      await run.poll();
      waiting.push(run.wireq.queue().length);
    }
    expect(waiting).toEqual([70, 70, 20, 0, 0, 0]);
    expect(run.wireq.tooEarly).toBe(0);
    expect(run.rows('SELECT outcome, entries_seen, entries_new FROM polls ORDER BY id')).toEqual([
      { outcome: 'changed', entries_seen: 50, entries_new: 50 },
      { outcome: 'changed', entries_seen: 50, entries_new: 50 },
      { outcome: 'changed', entries_seen: 20, entries_new: 20 },
      { outcome: 'unchanged', entries_seen: 0, entries_new: 0 },
    ]);
  });

  test('a 429 is obeyed for its hour', async () => {
    const run = await start();
    run.wireq.fault = () => ({ status: 429, headers: { 'retry-after': '3600' } });
    expect(await run.poll()).toMatchObject([{ outcome: 'failed', error: expect.stringMatching(/429/) }]);
    run.wireq.fault = null;
    run.pass(HOUR - 1);
    expect(await run.poll()).toEqual([]);
    run.pass(1);
    expect(await run.poll()).toMatchObject([{ outcome: 'unchanged' }]);
    expect(run.wireq.calls).toHaveLength(2);
  });

  test('a wire that fails is asked less and less, and at once as usual when it is back', async () => {
    const run = await start();
    run.wireq.fault = () => 'cut-before';
    const waits: number[] = [];
    for (let poll = 0; poll < 9; poll += 1) {
      await run.poll();
      const [row] = run.rows<{ at: string }>("SELECT next_poll_at AS at FROM feed WHERE format = 'wire'");
      const wait = Date.parse(row?.at ?? '') - run.now().getTime();
      waits.push(wait / 1000);
      run.pass(wait);
    }
    expect(waits).toEqual([50, 100, 200, 400, 800, 1600, 3200, 3600, 3600]);
    run.wireq.fault = null;
    await receive(run, wireEntry());
    expect(articles(run)).toHaveLength(1);
  });

  test('a broken entry costs that entry, with a note; it stays in the queue for a day, not for ever', async () => {
    const run = await start();
    await receive(run, wireEntry({ urn: urnOf(7), headline: null }), wireEntry());
    expect(articles(run)).toMatchObject([{ url: urnOf(1) }]);
    expect(run.wireq.queue()).toMatchObject([{ urn: urnOf(7) }]);
    const notes = run.rows<{ notes: string }>('SELECT notes FROM poll ORDER BY id DESC LIMIT 1')[0]?.notes;
    expect(notes).toContain(`entry ${urnOf(7)} cannot be used: it has no headline`);
    for (let hour = 0; hour < 23; hour += 1) {
      run.pass(HOUR);
      await run.poll();
    }
    expect(run.wireq.queue()).toHaveLength(1);
    run.pass(HOUR);
    await run.poll();
    expect(run.wireq.queue()).toEqual([]);
    expect(explain(run.store.db, urnOf(7), 'de').decisions.map(({ reason }) => reason)).toEqual([
      'it has no headline; left in the queue for a day',
      'it has no headline; given up',
    ]);
    expect(run.rows('SELECT * FROM wire_refusal')).toEqual([]);
  });

  test('the base URL stands nowhere: not on disk, not in what is reported', async () => {
    const run = await start({ onDisk: true });
    const reports: unknown[] = [];
    for (const fault of [
      null,
      'cut-before',
      'cut-after',
      { status: 404 },
      { status: 200, body: 'x' },
    ] as const) {
      run.wireq.fault = fault && (() => fault);
      run.wireq.put(wireEntry());
      run.pass(2 * HOUR);
      reports.push(await run.poll());
    }
    run.wireq.fault = ({ kind }) => (kind === 'acknowledge' ? { status: 500 } : undefined);
    run.pass(2 * HOUR);
    reports.push(await run.poll());
    const said = run.bytesOnDisk() + JSON.stringify(reports);
    expect(said).toContain('acknowledging stopped');
    for (const part of [SECRET, run.wireq.origin, new URL(run.wireq.origin).host, 'rcpt/'])
      expect(said).not.toContain(part);
  });
});

describe('a crash at any instant', () => {
  const scenario = () => [
    wireEntry(),
    wireEntry({
      urn: urnOf(2),
      embargoed: '2025-05-23T12:00:00Z',
      headline: 'Meta: KI-Training mit Nutzerdaten startet',
    }),
    wireEntry({
      version: 2,
      signal: 'sig:correction',
      headline: 'Oberlandesgericht Köln: Meta darf KI mit Nutzerdaten trainieren',
    }),
    wireEntry({ urn: urnOf(3), ...WEATHER }),
    wireEntry({ urn: urnOf(4), headline: 'Behörde prüft KI-Training von Meta mit Nutzerdaten' }),
    wireEntry({ urn: urnOf(4), version: 2, pubstatus: 'canceled' }),
  ];

  /** What is stored, without times. */
  const stored = (run: WireRun) => ({
    items: run.rows('SELECT urn, version, state FROM wire_items ORDER BY urn'),
    articles: run.rows('SELECT url, title, text, revisions, agencies FROM articles ORDER BY url'),
    revisions: run.rows(
      'SELECT a.url, r.number, r.kind, r.changes FROM revision r JOIN article a ON a.id = r.article_id ORDER BY a.url, r.number',
    ),
    decisions: run.rows('SELECT url, step, outcome FROM decision ORDER BY url, id'),
    deliveries: run.rows('SELECT count(*) AS count FROM delivery'),
    withdrawals: run.rows('SELECT url FROM withdrawals'),
    queue: run.wireq.queue(),
  });

  async function live(diesAt: number): Promise<{ run: WireRun; moments: number }> {
    const run = await start({ receiptLifeMs: 5 * MINUTE });
    run.wireq.put(...scenario());
    let moments = 0;
    const hook = () => {
      moments += 1;
      if (moments === diesAt) throw new Error('the process died');
    };
    const crashing = run.poll(hook);
    if (diesAt === Number.POSITIVE_INFINITY) await crashing;
    else await expect(crashing).rejects.toThrow('the process died');
    // Started again, it comes round until the embargo is over; receipts it still held have timed out.
    for (const pause of [10 * MINUTE, 10 * MINUTE, 2 * HOUR, 10 * MINUTE]) {
      run.pass(pause);
      await run.poll();
    }
    return { run, moments };
  }

  test('between fetching and acknowledging loses nothing and doubles nothing', async () => {
    const undisturbed = await live(Number.POSITIVE_INFINITY);
    const expected = stored(undisturbed.run);
    expect(expected.articles).toHaveLength(2);
    expect(expected.queue).toEqual([]);
    expect(undisturbed.moments).toBeGreaterThan(24);
    for (let diesAt = 1; diesAt <= undisturbed.moments; diesAt += 1) {
      const { run } = await live(diesAt);
      expect(stored(run), `died at moment ${diesAt}`).toEqual(expected);
    }
  }, 30_000);
});
