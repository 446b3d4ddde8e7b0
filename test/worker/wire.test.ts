import { describe, expect, test } from 'vitest';
import { explain } from '../../src/query/explain.ts';
import { search } from '../../src/query/search.ts';
import { stories } from '../../src/query/stories.ts';
import { paragraphs, RULING, SECRETS, urnOf, wireEntry } from '../support/fake-wireq/entry.ts';
import {
  articles,
  comeRound,
  HOUR,
  item,
  MINUTE,
  receive,
  shown,
  WEATHER,
  wireRuns,
} from '../support/wire-reading.ts';

const start = wireRuns();

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
    await comeRound(run);
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
    await comeRound(run);
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
    await comeRound(run);
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
    await comeRound(run);
    expect(articles(run)).toMatchObject([{ url: urnOf(1), revisions: 1 }]);
    expect(run.rows('SELECT 1 FROM wire_item WHERE held IS NOT NULL')).toEqual([]);
  });
});
