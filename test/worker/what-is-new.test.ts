import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FeedRun, type Item, startFeedRun } from '../support/feed-run.ts';

const day = (date: number, hour = 6, minute = 0): string =>
  new Date(Date.UTC(2025, 4, date, hour, minute)).toUTCString();

const KITE: Item = {
  id: 'k1',
  path: '/kite',
  title: 'Kite festival moves to the old airfield',
  date: day(18),
};
const FERRY: Item = {
  id: 'f1',
  path: '/ferry',
  title: 'Ferry line buys two electric boats',
  date: day(19, 7),
};
const TOWER: Item = {
  id: 't1',
  path: '/tower',
  title: 'Water tower becomes a climbing hall',
  date: day(20, 5),
};
const LAMP: Item = { id: 'l1', path: '/lamp', title: 'Lighthouse keeper writes a novel', date: day(20, 9) };

/** One outlet's feed through four cycles, a day apart: what it holds, and how much of it is new. */
interface Scenario {
  promise: string;
  documents: { holds: readonly Item[]; new: number }[];
}

/** The items under other ids and links, as aggregators give them each time. */
const rotated = (items: readonly Item[], round: number): Item[] =>
  items.map((item, i) => ({ ...item, id: `r${round}-${i}`, path: `/redirect/${round}/${i}` }));

const again = (promise: string, changed: Item): Scenario => ({
  promise: `${promise} makes nothing new`,
  documents: [
    { holds: [FERRY, KITE], new: 2 },
    { holds: [changed, KITE], new: 0 },
    { holds: [{ ...changed, date: day(20, 8) }, KITE], new: 0 },
  ],
});

const columns = (promise: string, edition: (date: number) => Item[]): Scenario => ({
  promise: `repeated titles are entries of their own: ${promise}`,
  documents: [18, 19, 20, 21].map((date) => ({ holds: edition(date), new: edition(date).length })),
});

const bulletin = (id: string, title: string): Item => ({ id, path: '/ticker', title, date: day(20) });
const brief = (d: number): Item => ({ id: `b${d}`, path: `/b/${d}`, title: 'News in brief', date: day(d) });
const undated = [TOWER, FERRY, KITE].map(({ date: _, ...item }) => item);

const SCENARIOS: Record<string, Scenario> = {
  retitled: again('a changed title', { ...FERRY, title: 'Electric boats: ferry line buys two' }),
  touched: again('a touched date', { ...FERRY, date: day(20, 7) }),
  reidentified: again('another id for the same page', { ...FERRY, id: 'urn:other:77' }),
  moved: again('another address under the same id', { ...FERRY, path: '/news/ferry-2025' }),
  tracked: again('a tracking key in the address', { ...FERRY, path: '/ferry?utm_source=rss' }),
  rewritten: again('another id, title and date for the same page', {
    ...{ ...FERRY, id: 'x', title: 'Quite other words', date: day(20, 7) },
  }),
  returning: {
    promise: 'an item that left the feed and comes back is not new',
    documents: [
      { holds: [FERRY, KITE], new: 2 },
      { holds: [KITE], new: 0 },
      { holds: [FERRY, KITE], new: 0 },
    ],
  },
  late: {
    promise: 'what comes late is seen below the newest date, and long past it',
    documents: [
      { holds: [TOWER, KITE], new: 2 },
      { holds: [TOWER, FERRY, KITE], new: 1 },
      {
        holds: [TOWER, FERRY, KITE, { id: 'old', path: '/old', title: 'From the archive', date: day(1) }],
        new: 1,
      },
    ],
  },
  ticker: {
    promise: 'items that share one link are told apart',
    documents: [
      { holds: [bulletin('1', 'First bulletin'), bulletin('2', 'Second bulletin')], new: 2 },
      { holds: ['First', 'Second', 'Third'].map((n, i) => bulletin(String(i + 1), `${n} bulletin`)), new: 1 },
    ],
  },
  doubled: {
    promise: 'the same item twice in one document is stored once',
    documents: [{ holds: [FERRY, FERRY, KITE], new: 2 }],
  },
  rotating: {
    promise: 'entries under ever new ids and links are known by title and instant, and what is new is seen',
    documents: [
      { holds: rotated([TOWER, FERRY, KITE], 0), new: 3 },
      { holds: rotated([TOWER, FERRY, KITE], 1), new: 0 },
      { holds: rotated([TOWER, FERRY, KITE], 2), new: 0 },
      { holds: [LAMP, ...rotated([TOWER, FERRY, KITE], 3)], new: 1 },
    ],
  },
  proved: {
    promise: 'once a feed has proved unstable, a single entry that rotates is enough',
    documents: [
      { holds: rotated([TOWER, FERRY, KITE], 0), new: 3 },
      { holds: rotated([TOWER, FERRY, KITE], 1), new: 0 },
      { holds: [...rotated([TOWER, FERRY], 1), { ...KITE, id: 'again', path: '/again' }], new: 0 },
    ],
  },
  undated: {
    promise: 'a feed without dates proves unstable by several telling titles at once',
    documents: [
      { holds: rotated(undated, 0), new: 3 },
      { holds: rotated(undated, 1), new: 0 },
    ],
  },
  unproved: {
    promise: 'in a feed that has not proved unstable, a new id and address are a new entry',
    documents: [
      { holds: [TOWER, FERRY], new: 2 },
      { holds: [{ ...TOWER, id: 'other', path: '/other' }, FERRY], new: 1 },
    ],
  },
  column: columns('one column, day after day', (d) => [brief(d)]),
  replaced: columns('columns that are all replaced at once', (d) =>
    ['News in brief', 'Weather', 'The evening on the stock exchange in five minutes'].map((title, i) => ({
      ...{ id: `${i}-${d}`, path: `/c/${i}/${d}`, title, date: day(d, 6, i) },
    })),
  ),
  'columns-undated': columns('columns in a feed without dates', (d) =>
    ['News in brief', 'Weather', 'Lottery'].map((title, i) => ({ path: `/c/${i}/${d}`, title })),
  ),
  'by-the-day': columns('editions under one title on one day, dated by the day', (d) =>
    ['Bulletin', 'Shipping news'].map((title, i) => ({
      ...{ id: `${title}-${d}`, path: `/e/${i}/${d}`, title, date: day(18, 0) },
    })),
  ),
  'unstable-column': {
    promise: 'a repeated title is no identity in an unstable feed either',
    documents: [
      { holds: [brief(18), ...rotated([TOWER, FERRY, KITE], 0)], new: 4 },
      { holds: [brief(19), ...rotated([TOWER, FERRY, KITE], 1)], new: 1 },
      { holds: [brief(20), brief(19), ...rotated([TOWER, FERRY, KITE], 2)], new: 1 },
    ],
  },
};

describe('what is new in a feed', () => {
  const found = new Map<string, number[]>();
  let run: FeedRun;
  let articles: { outlet: string; n: number }[];
  beforeAll(async () => {
    const names = Object.keys(SCENARIOS);
    run = await startFeedRun(names);
    for (const step of [0, 1, 2, 3]) {
      // What is known outlives the process.
      if (step === 2) await run.restart();
      for (const name of names) {
        const holds = SCENARIOS[name]?.documents[step]?.holds;
        if (holds) run.serve(name, holds);
      }
      const report = await run.cycleAfter(step === 0 ? 0 : 24);
      expect(report.polled.filter(({ error }) => error !== null)).toEqual([]);
      for (const name of names) found.set(name, [...(found.get(name) ?? []), run.newIn(report, name)]);
    }
    articles = run
      .worker()
      .store.db.prepare<[], { outlet: string; n: number }>(
        'SELECT source_id AS outlet, count(*) AS n FROM article GROUP BY source_id',
      )
      .all();
  }, 60_000);
  afterAll(() => run?.close());

  test.each(Object.entries(SCENARIOS).map(([name, { promise }]) => ({ name, promise })))(
    '$promise',
    ({ name }) => {
      const expected = SCENARIOS[name]?.documents.map((document) => document.new) ?? [];
      expect(found.get(name)).toEqual([0, 1, 2, 3].map((step) => expected[step] ?? 0));
      expect(run.entries(name)).toHaveLength(expected.reduce((sum, n) => sum + n, 0));
    },
  );

  test('nor is there a second article where an entry was known', () => {
    const of = (name: string) => articles.find(({ outlet }) => outlet === name)?.n;
    for (const name of ['retitled', 'touched', 'reidentified', 'moved', 'rewritten', 'returning'])
      expect(of(name), name).toBe(2);
    expect(of('rotating')).toBe(4);
  });
});

test('after a downtime, all that the feed still holds is seen', async () => {
  const run = await startFeedRun(['gap']);
  run.serve('gap', [KITE]);
  await run.cycleAfter(0);
  run.serve('gap', [LAMP, TOWER, FERRY, KITE]);
  expect(run.newIn(await run.cycleAfter(9 * 24), 'gap')).toBe(3);
  await run.close();
});

test.each([
  ['before the entries', 'BEFORE INSERT ON entry'],
  ['after the entries, before the validators', 'BEFORE UPDATE OF etag ON feed'],
  ['after the validators, before the ledger', 'BEFORE INSERT ON poll'],
])('a death %s keeps neither: the feed is asked again in full', async (_when, statement) => {
  const run = await startFeedRun(['mortal']);
  run.serve('mortal', [KITE]);
  await run.cycleAfter(0);
  run.serve('mortal', [FERRY, KITE]);
  // As a kill or a full disk would: the transaction is never committed.
  const { db } = run.worker().store;
  db.exec(`CREATE TRIGGER killed ${statement} BEGIN SELECT raise(ABORT, 'killed'); END`);
  await expect(run.cycleAfter(2)).rejects.toThrow('killed');
  expect(run.entries('mortal')).toEqual([KITE.title]);
  db.exec('DROP TRIGGER killed');
  await run.cycleAfter(2);
  expect(run.entries('mortal')).toEqual([KITE.title, FERRY.title]);
  await run.cycleAfter(2);
  const [first, second, third, fourth] = run.asked('mortal').map(({ headers }) => headers['if-none-match']);
  expect(first).toBeUndefined();
  expect(third).toBe(second);
  expect(fourth).not.toBe(second);
  await run.close();
});

describe('what was purged', () => {
  test('leaves a mark: it is not new when it comes back, whatever else changed', async () => {
    const run = await startFeedRun(['short', 'standing'], { keepDays: 30 });
    run.serve('short', [FERRY, KITE]);
    run.serve('standing', [FERRY, KITE]);
    await run.cycleAfter(0);
    run.serve('short', [TOWER]);
    run.serve('standing', [TOWER, FERRY]);
    await run.cycleAfter(40 * 24);
    await run.cycleAfter(2);
    expect(run.entries('short')).toEqual([TOWER.title]);
    // What stands in the feed is not purged, however old.
    expect(run.entries('standing')).toEqual([FERRY.title, TOWER.title]);
    run.serve('short', [TOWER, { ...FERRY, id: 'new-id', title: 'Changed' }, { ...KITE, path: '/moved' }]);
    expect(run.newIn(await run.cycleAfter(2), 'short')).toBe(0);
    expect(run.entries('short')).toEqual([TOWER.title]);
    const left = run.worker().store.db.prepare('SELECT title FROM article ORDER BY title').pluck().all();
    expect(left).toEqual([FERRY.title, TOWER.title, TOWER.title]);
    await run.close();
  });

  test('goes with all that hangs on it, or is kept with all that needs it', async () => {
    const run = await startFeedRun([]);
    const referring = run
      .worker()
      .store.db.prepare<[], string>(
        `SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
         WHERE m.type = 'table' AND f."table" = 'article' ORDER BY 1`,
      )
      .pluck()
      .all();
    const going = [
      'article_date',
      'credit',
      'development',
      'fetch',
      'finding',
      'fingerprint',
      'link',
      'reprint',
      'revision',
      'statement',
    ];
    // A story's sentences stand in articles of the story.
    const keeping = [
      'entry',
      'story',
      'story_article',
      'story_features',
      'story_sentence',
      'wire_item',
      'withdrawal',
      'wording_sentence',
    ];
    expect(referring).toEqual([...going, ...keeping].sort());
    await run.close();
  });
});
