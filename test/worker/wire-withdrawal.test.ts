import { describe, expect, test } from 'vitest';
import { explain } from '../../src/query/explain.ts';
import { search } from '../../src/query/search.ts';
import { stories, story } from '../../src/query/stories.ts';
import { RULING, urnOf, wireEntry } from '../support/fake-wireq/entry.ts';
import { articles, HOUR, item, receive, shown, wireRuns } from '../support/wire-reading.ts';

const start = wireRuns();

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
    expect(shown(run)).toContain('dpa hat die Meldung zurückgezogen.');
  });

  test('is told in the message of a story of which nothing is left, and nothing else', async () => {
    const run = await start();
    await receive(run, wireEntry());
    run.pass(2 * HOUR);
    await receive(run, wireEntry(CANCEL));
    expect([...run.messages.values()]).toMatchObject([
      {
        title: 'Zurückgezogen',
        url: null,
        fields: [],
        body: [[{ text: 'dpa hat die Meldung zurückgezogen.' }]],
      },
    ]);
    expect(shown(run)).not.toMatch(/Oberlandesgericht|Verbraucherzentrale/);
  });

  test('before anything was posted posts nothing', async () => {
    const run = await start();
    await receive(run, wireEntry(), wireEntry(CANCEL));
    expect(run.messages.size).toBe(0);
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
