import { afterEach, describe, expect, test } from 'vitest';
import { explain } from '../../src/query/explain.ts';
import { search } from '../../src/query/search.ts';
import { stories, story } from '../../src/query/stories.ts';
import { paragraphs, RULING, SECRETS, urnOf, wireEntry } from '../support/fake-wireq/entry.ts';
import { SECRET } from '../support/fake-wireq/server.ts';
import { startWireRun, type WireRun } from '../support/wire-run.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const open: WireRun[] = [];
afterEach(async () => {
  for (const run of open.splice(0)) await run.close();
});

async function start(...options: Parameters<typeof startWireRun>): Promise<WireRun> {
  const run = await startWireRun(...options);
  open.push(run);
  return run;
}

/** Puts entries into the queue and lets the worker come round until it is empty. */
async function receive(run: WireRun, ...entries: unknown[]): Promise<void> {
  run.wireq.put(...entries);
  run.pass(5 * MINUTE);
  await run.poll();
  await run.deliver();
}

interface ArticleRow {
  url: string;
  title: string;
  text: string;
  text_from: string;
  grade: string;
  agencies: string | null;
  published_at: string;
  story_id: number | null;
  revisions: number;
}

const articles = (run: WireRun) => run.rows<ArticleRow>('SELECT * FROM articles ORDER BY id');
const item = (run: WireRun, urn = urnOf(1)) =>
  run
    .rows<{ urn: string; version: number; state: string }>('SELECT * FROM wire_items')
    .find((row) => row.urn === urn);
const shown = (run: WireRun) => JSON.stringify([...run.messages.values()]);

const WEATHER = {
  headline: 'Sommerliches Wochenende im Norden',
  teaser: 'Bis zu 28 Grad werden erwartet.',
  article_html: paragraphs(
    'Offenbach (dpa) - Am Wochenende scheint im Norden die Sonne, meist bleibt es trocken.',
  ),
};

describe('an item of the wire', () => {
  test('becomes an article with its agency, its findings, a story and a message, and is acknowledged', async () => {
    const run = await start();
    await receive(run, wireEntry());
    expect(articles(run)).toMatchObject([
      {
        url: urnOf(1),
        text: RULING.join('\n\n'),
        text_from: 'wire',
        grade: 'core',
        agencies: 'dpa',
        published_at: '2025-05-23T09:05:00.000Z',
      },
    ]);
    expect(
      run.rows("SELECT 1 FROM mentions WHERE kind = 'docket' AND ref = '15 UKl 2/25'").length,
    ).toBeGreaterThan(0);
    expect(shown(run)).toContain('Oberlandesgericht: Meta darf KI mit Nutzerdaten trainieren');
    expect(run.wireq.queue()).toEqual([]);
  });

  test('that is not of the dispute is acknowledged and explained, and its text is not kept', async () => {
    const run = await start({ onDisk: true });
    await receive(run, wireEntry(WEATHER));
    expect(articles(run)).toEqual([]);
    expect(item(run)).toMatchObject({ state: 'skipped', version: 1 });
    expect(explain(run.store.db, urnOf(1), 'de').decisions).toMatchObject([{ outcome: 'skipped' }]);
    expect(run.bytesOnDisk()).not.toContain('scheint im Norden die Sonne');
    expect(run.wireq.queue()).toEqual([]);
  });

  test('of another agency is credited to that agency, not to dpa', async () => {
    const run = await start();
    const urn = 'urn:newsml:ap.org:20250523:f00ba4';
    await receive(run, wireEntry({ urn, creditline: 'ASSOCIATED PRESS', autopublishnotice: null }));
    expect(articles(run)).toMatchObject([{ url: urn, agencies: 'ap' }]);
  });

  test('nothing that is not publishable reaches the disk or a message', async () => {
    const run = await start({ onDisk: true });
    await receive(
      run,
      wireEntry(),
      wireEntry({ urn: urnOf(2), embargoed: '2025-05-24T04:00:00Z' }),
      wireEntry({ urn: urnOf(3), headline: null }),
      wireEntry({ urn: urnOf(4), ...WEATHER }),
      wireEntry({ version: 2, signal: 'sig:correction' }),
      wireEntry({ version: 3, pubstatus: 'canceled' }),
    );
    const disk = run.bytesOnDisk();
    expect(disk).toContain(urnOf(1));
    for (const secret of SECRETS) {
      expect(disk).not.toContain(secret);
      expect(shown(run)).not.toContain(secret);
    }
  });
});

describe('versions', () => {
  const SECOND = {
    version: 2,
    article_html: paragraphs(
      ...RULING,
      'Das Gericht betonte, dass nur öffentliche Beiträge betroffen sind. Private Nachrichten bleiben unberührt. Eine Revision ist nicht möglich.',
    ),
  };

  test('a correction is a revision that says so, with the agency’s publishable note', async () => {
    const run = await start();
    await receive(run, wireEntry());
    const [before] = articles(run);
    const corrected = RULING.map((text) => text.replace('15 UKl 2/25', '15 UKl 3/25'));
    await receive(
      run,
      wireEntry({
        version: 2,
        signal: 'sig:correction',
        article_html: paragraphs(...corrected),
        ednotes: [
          { role: 'dpaednoterole:correctionshort', ednote: 'Aktenzeichen berichtigt', is_publishable: true },
        ],
      }),
    );
    const [after] = articles(run);
    expect(after).toMatchObject({ url: urnOf(1), revisions: 2, story_id: before?.story_id });
    expect(after?.text).toContain('15 UKl 3/25');
    const [first, second] = run.rows<{ kind: string; changes: string; text: string }>(
      'SELECT kind, changes, text FROM revision ORDER BY number',
    );
    expect(first?.text).toContain('15 UKl 2/25');
    expect(second?.kind).toBe('meaningful');
    expect(JSON.parse(second?.changes ?? '[]')).toEqual(
      expect.arrayContaining([
        'corrected by dpa: Aktenzeichen berichtigt',
        expect.stringMatching(/wire version overwritten.*1 → 2/),
        expect.stringMatching(/docket changed: 15 UKl 2\/25 → 15 UKl 3\/25/),
      ]),
    );
    expect(run.messages.size).toBe(1);
  });

  test('an update is a revision; the same delivered again, under another entry id, is nothing', async () => {
    const run = await start();
    await receive(run, wireEntry());
    await receive(
      run,
      wireEntry({ ...SECOND, signal: 'sig:update' }),
      wireEntry({ ...SECOND, signal: 'sig:update' }),
    );
    await receive(run, wireEntry({ ...SECOND, signal: 'sig:repeat' }));
    expect(articles(run)).toMatchObject([{ revisions: 2 }]);
    expect(run.messages.size).toBe(1);
  });

  test('a correction that is delivered again later is the same correction', async () => {
    const run = await start();
    const correction = { ...SECOND, signal: 'sig:correction' };
    await receive(run, wireEntry(), wireEntry(correction));
    await receive(run, wireEntry({ ...correction, updated: '2025-05-23T18:00:00Z' }));
    expect(articles(run)).toMatchObject([{ revisions: 2 }]);
  });

  test('the newest version wins, in whatever order they come', async () => {
    const run = await start();
    await receive(run, wireEntry(SECOND), wireEntry());
    expect(articles(run)).toMatchObject([
      { revisions: 1, text: expect.stringContaining('Revision ist nicht möglich') },
    ]);
    expect(item(run)).toMatchObject({ version: 2 });
    expect(run.wireq.queue()).toEqual([]);
  });

  test('an item becomes an article once a later version is of the dispute', async () => {
    const run = await start();
    await receive(run, wireEntry(WEATHER));
    await receive(run, wireEntry({ version: 2 }));
    expect(articles(run)).toMatchObject([{ url: urnOf(1), grade: 'core', revisions: 1 }]);
  });
});

describe('an embargo', () => {
  const embargoed = { embargoed: '2025-05-24T06:00:00+02:00' };
  const END = Date.parse('2025-05-24T04:00:00Z');

  test('is kept to the instant: stored, but neither found nor listed nor posted before', async () => {
    const run = await start();
    await receive(run, wireEntry(embargoed));
    expect(run.wireq.queue()).toEqual([]);
    run.pass(END - run.now().getTime() - 1);
    await receiveNothing(run);
    expect(item(run)).toMatchObject({ state: 'held' });
    expect(articles(run)).toEqual([]);
    expect(stories(run.store.db)).toEqual([]);
    expect(search(run.store.db, 'Oberlandesgericht')).toEqual([]);
    expect(
      run
        .rows<{ text: string }>('SELECT outcome || reason AS text FROM decision')
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/Meta|Oberlandes/);
    expect(run.messages.size).toBe(0);
    run.pass(1);
    await receiveNothing(run);
    expect(articles(run)).toMatchObject([{ url: urnOf(1), published_at: '2025-05-24T04:00:00.000Z' }]);
    expect(search(run.store.db, 'Oberlandesgericht')).toHaveLength(1);
    expect(run.messages.size).toBe(1);
  });

  test('that ends in the very instant of delivery holds nothing back', async () => {
    const run = await start();
    run.pass(END - run.now().getTime() - 5 * MINUTE);
    await receive(run, wireEntry(embargoed));
    expect(articles(run)).toMatchObject([{ url: urnOf(1) }]);
  });

  test('of a new version holds that version only', async () => {
    const run = await start();
    await receive(run, wireEntry());
    await receive(
      run,
      wireEntry({
        ...embargoed,
        version: 2,
        headline: 'Gericht: Meta darf trainieren, Revision folgt',
        signal: 'sig:correction',
      }),
    );
    expect(articles(run)).toMatchObject([
      { title: expect.stringMatching(/^Oberlandesgericht/), revisions: 1 },
    ]);
    run.pass(END - run.now().getTime());
    await receiveNothing(run);
    expect(articles(run)).toMatchObject([
      { title: 'Gericht: Meta darf trainieren, Revision folgt', revisions: 2 },
    ]);
    expect(
      run.rows<{ changes: string }>('SELECT changes FROM revision WHERE number = 2')[0]?.changes,
    ).toContain('corrected by dpa');
  });

  test('that is lifted by a new version ends at once; a held item that is withdrawn never appears', async () => {
    const run = await start();
    await receive(run, wireEntry(embargoed), wireEntry({ ...embargoed, urn: urnOf(2) }));
    await receive(
      run,
      wireEntry({ version: 2 }),
      wireEntry({ urn: urnOf(2), version: 2, pubstatus: 'canceled' }),
    );
    run.pass(END - run.now().getTime() + HOUR);
    await receiveNothing(run);
    expect(articles(run)).toMatchObject([{ url: urnOf(1), revisions: 1 }]);
    expect(run.rows('SELECT 1 FROM wire_item WHERE held IS NOT NULL')).toEqual([]);
  });
});

async function receiveNothing(run: WireRun): Promise<void> {
  await run.poll();
  await run.deliver();
}

const page = (text: string[], credit: string) =>
  `<html lang="de"><head><title>Meta darf KI mit Nutzerdaten trainieren</title></head><body><article><h1>Meta darf KI mit Nutzerdaten trainieren</h1>
   ${text.map((paragraph) => `<p>${paragraph}</p>`).join('')}</article><footer><p>${credit}</p></footer></body></html>`;

/** The paper's own words throughout: nothing but the key tells where it comes from. */
const REWRITTEN = [
  'Niederlage für die Verbraucherschützer aus Düsseldorf: Die Facebook-Mutter Meta muss das Training ihrer KI-Modelle mit Daten europäischer Nutzer nicht stoppen, wie am Freitag aus Köln bekannt wurde.',
  'Mit ihrem Antrag auf eine einstweilige Verfügung wollte die Verbraucherzentrale Nordrhein-Westfalen erreichen, dass Fotos und Kommentare aus Facebook und Instagram außen vor bleiben müssen.',
  'Ob es zu einem Hauptsacheverfahren kommt, ließ die Organisation zunächst offen. Sie verwies darauf, dass Betroffene der Nutzung weiterhin widersprechen können, auch nachträglich.',
];
const CREDIT = '© dpa-infocom, dpa:250523-930-100001/1';

describe('reprints', () => {
  test('an outlet that prints the item’s key is a reprint of it, however it rewrote the text', async () => {
    const run = await start();
    await receive(run, wireEntry());
    run.print('https://anzeiger.example/urteil', page(REWRITTEN, CREDIT));
    expect(run.rows('SELECT outlet, of_outlet, kind, reason FROM reprints')).toEqual([
      {
        outlet: 'Anzeiger',
        of_outlet: 'dpa',
        kind: 'duplicate',
        reason: 'same dpa item 250523-930-100001/1',
      },
    ]);
    expect(new Set(articles(run).map(({ story_id }) => story_id)).size).toBe(1);
  });

  test('the story is led by the page that readers can open', async () => {
    const run = await start();
    await receive(run, wireEntry());
    run.print('https://anzeiger.example/urteil', page(REWRITTEN, CREDIT));
    expect(stories(run.store.db)).toMatchObject([{ url: 'https://anzeiger.example/urteil', articles: 2 }]);
  });

  test('a page without the key, in its own words, is no reprint', async () => {
    const run = await start();
    await receive(run, wireEntry());
    run.print('https://anzeiger.example/urteil', page(REWRITTEN, 'Quelle: Anzeiger'));
    expect(run.rows('SELECT * FROM reprints')).toEqual([]);
  });
});

describe('a withdrawal', () => {
  const CANCEL = { version: 2, pubstatus: 'canceled' };

  test('takes the item out of search, stories and every list, and leaves nothing of its text', async () => {
    const run = await start();
    await receive(run, wireEntry());
    await receive(run, wireEntry(CANCEL));
    expect(item(run)).toMatchObject({ state: 'withdrawn', version: 2 });
    expect(articles(run)).toEqual([]);
    expect(stories(run.store.db)).toEqual([]);
    expect(search(run.store.db, 'Oberlandesgericht')).toEqual([]);
    for (const view of ['mentions', 'statements', 'dates', 'coverage_by_day', 'reprints'])
      expect(run.rows(`SELECT * FROM ${view}`), view).toEqual([]);
    for (const table of ['revision', 'finding', 'credit', 'fingerprint', 'story_features', 'story_sentence'])
      expect(run.rows(`SELECT * FROM ${table}`), table).toEqual([]);
    expect(run.rows("SELECT * FROM article WHERE title <> '' OR text <> ''")).toEqual([]);
    expect(
      run.rows("SELECT rowid FROM article_search WHERE article_search MATCH 'oberlandesgericht'"),
    ).toEqual([]);
    expect(run.rows('SELECT url, agency FROM withdrawals')).toEqual([{ url: urnOf(1), agency: 'dpa' }]);
    expect(explain(run.store.db, urnOf(1), 'de').decisions.at(-1)).toMatchObject({ outcome: 'withdrawn' });
  });

  test('leaves the outlets that printed it, their story and its message, without the wire', async () => {
    const run = await start();
    await receive(run, wireEntry());
    run.print('https://anzeiger.example/urteil', page(RULING, CREDIT));
    run.pass(2 * HOUR);
    await run.deliver();
    const [told] = stories(run.store.db);
    run.pass(2 * HOUR);
    await receive(run, wireEntry(CANCEL));
    run.pass(2 * HOUR);
    await run.deliver();
    expect(articles(run)).toMatchObject([{ url: 'https://anzeiger.example/urteil', story_id: told?.id }]);
    expect(stories(run.store.db)).toMatchObject([{ id: told?.id, articles: 1, outlet: 'Anzeiger' }]);
    const summary = story(run.store.db, told?.id ?? 0, 'de')?.summary ?? [];
    expect(summary.length).toBeGreaterThan(0);
    expect(new Set(summary.map(({ outlet }) => outlet))).toEqual(new Set(['Anzeiger']));
    expect(run.messages.size).toBe(1);
    expect(shown(run)).toContain('https://anzeiger.example/urteil');
    expect(shown(run)).not.toContain(urnOf(1));
  });

  test('a story that it led is led by another of its articles', async () => {
    const run = await start();
    const urn = 'urn:newsml:afp.com:20250523:f-77';
    const headline = 'Facebook-Mutter gewinnt vor Gericht in Köln';
    await receive(run, wireEntry(), wireEntry({ urn, headline, creditline: 'AFP', autopublishnotice: null }));
    expect(stories(run.store.db)).toMatchObject([{ url: urnOf(1), articles: 2 }]);
    await receive(run, wireEntry(CANCEL));
    expect(stories(run.store.db)).toMatchObject([{ url: urn, title: headline, articles: 1 }]);
  });

  test('a story whose wire copy is gone still takes in what comes later', async () => {
    const run = await start();
    await receive(run, wireEntry());
    run.print('https://anzeiger.example/urteil', page(RULING, CREDIT));
    await receive(run, wireEntry(CANCEL));
    run.print(
      'https://anzeiger.example/urteil-2',
      page(RULING.slice(0, 2).concat(REWRITTEN.slice(2)), 'Quelle: dpa'),
    );
    expect(stories(run.store.db)).toMatchObject([{ articles: 2 }]);
  });

  test('of an item never seen keeps out versions that were under way; a later one brings it back', async () => {
    const run = await start();
    await receive(run, wireEntry(CANCEL), wireEntry());
    expect(articles(run)).toEqual([]);
    await receive(run, wireEntry({ version: 3 }));
    expect(articles(run)).toMatchObject([{ url: urnOf(1) }]);
    await receive(run, wireEntry({ version: 4, pubstatus: 'canceled' }));
    await receive(run, wireEntry({ version: 5 }));
    expect(articles(run)).toMatchObject([{ url: urnOf(1), text: RULING.join('\n\n'), revisions: 1 }]);
    expect(stories(run.store.db)).toHaveLength(1);
  });
});

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

  test('a 429 is obeyed for its hour, across a restart', async () => {
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
    for (let poll = 0; poll < 13; poll += 1) {
      run.pass(10 * MINUTE);
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
      await run.close();
      open.splice(open.indexOf(run), 1);
    }
  }, 30_000);
});
