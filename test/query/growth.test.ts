import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { coverage } from '../../src/query/coverage.ts';
import { explain } from '../../src/query/explain.ts';
import type { Filters } from '../../src/query/filters.ts';
import { dates, statements, stats } from '../../src/query/lists.ts';
import { narrowedHits } from '../../src/query/narrow.ts';
import { find, search } from '../../src/query/search.ts';
import { status } from '../../src/query/status.ts';
import { stories, story } from '../../src/query/stories.ts';
import { latestTimeline, timeline } from '../../src/query/timeline.ts';
import { totals } from '../../src/query/totals.ts';
import { type Archive, createArchive } from '../support/archive.ts';

let archive: Archive;
const db = () => archive.store.db;

/** Articles of three outlets, in stories of two; every third names a party, which says something. */
beforeAll(() => {
  archive = createArchive();
  const { store, print } = archive;
  store.transaction(() => {
    for (let i = 0; i < 2_100; i++) {
      const at = new Date(Date.UTC(2025, 0, 1) + i * 3_600_000).toISOString();
      const named = i % 3 === 0;
      const id = print({
        title: i === 0 ? 'Häufig häufig häufig' : `Häufig ${i}`,
        outlet: ['one', 'two', 'three'][i % 3] ?? 'one',
        language: i % 5 === 0 ? 'en' : 'de',
        grade: i % 2 === 0 ? 'core' : 'off',
        at,
        findings: named ? [{ kind: 'party', ref: 'rare', matched: 'Häufig' }] : [],
      });
      if (i >= 60) continue;
      const head = {
        title: `Story ${i}`,
        language: 'de',
        leadArticleId: id,
        stage: null,
        grade: 'core',
      } as const;
      const storyId =
        i % 2 === 0 ? store.stories.create({ ...head, firstSeenAt: at, lastSeenAt: at }) : i / 2 + 0.5;
      store.stories.place(storyId, { articleId: id, score: 1, reason: '', primary: false, at });
      store.db
        .prepare(
          `INSERT INTO statement (article_id, form, quote, party, start, "end") VALUES (?, 'direct', ?, ?, 0, 1)`,
        )
        .run(id, `quote ${i}`, named ? 'rare' : 'other');
    }
  });
});
afterAll(() => archive.store.close());

describe('no answer reads the whole archive', () => {
  const FILTERS: Filters[] = [
    {},
    { party: 'rare' },
    { topic: 'none' },
    { docket: '1 X 1/25' },
    { source: 'two' },
    { language: 'en' },
    { country: 'IE' },
    { agency: 'dpa' },
    { own: true },
    { stage: 'ruling' },
    { grade: 'context' },
    { since: '2025-02-01' },
    { until: '2025-01-02' },
    { party: 'rare', own: true, since: '2025-01-01', until: '2025-03-01', offset: 40 },
  ];
  const each = (ask: (filters: Filters) => unknown) => () => FILTERS.forEach(ask);
  const QUESTIONS: Record<string, () => unknown> = {
    search: each((filters) => search(db(), 'Häufig -Story', filters)),
    stories: each((filters) => stories(db(), filters)),
    story: () => story(db(), 1, 'de'),
    timeline: each((filters) => [timeline(db(), 'de', filters), latestTimeline(db(), 'de', filters)]),
    statements: each((filters) => statements(db(), filters)),
    dates: each((filters) => dates(db(), filters, '2025-01-01')),
    coverage: () => coverage(db()),
    explain: () => explain(db(), 'https://one.example/1', 'de'),
    status: () => status(db()),
  };
  /** Read in the order of the list until its page is full, or a small part of the table. */
  const IN_ORDER = new Set([
    'story_by_time',
    'story_by_beginning',
    'statement_by_time',
    'article_relevant_by_time', // the newest alone
    'story_article_by_story', // how many stories: some 0.04 µs each
    'delivery_by_state',
    'entry_waiting',
    'poll_by_time',
  ]);
  /** The table that a plan calls by an alias: of the query, else of a view. */
  const tableOf = (sql: string, alias: string): string =>
    [...sql.matchAll(new RegExp(`(?:FROM|JOIN)\\s+(\\w+)\\s+(?:AS\\s+)?${alias}\\b`, 'g'))].at(-1)?.[1] ??
    { a: 'article', s: 'source', sa: 'story_article', st: 'story or statement' }[alias] ??
    alias;
  const TABLES = new Set(
    'article finding statement revision entry article_date credit link story story_article decision poll stories articles'.split(
      ' ',
    ),
  );

  /** A step that reads a table that grows, from one end to the other. */
  function readsAll(sql: string, detail: string): boolean {
    const [, alias = '', index = ''] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [];
    const table = tableOf(sql, alias);
    return alias !== '' && (TABLES.has(table) || table.includes(' or ')) && !IN_ORDER.has(index);
  }

  test('the test would notice one that does', () => {
    expect(readsAll('SELECT count(*) FROM article', 'SCAN article')).toBe(true);
    expect(readsAll('SELECT 1 FROM finding f', 'SCAN f USING COVERING INDEX finding_by_ref')).toBe(true);
    expect(readsAll('SELECT 1 FROM feed f', 'SCAN f')).toBe(false);
  });

  test.each(Object.keys(QUESTIONS))('%s', (name) => {
    const asked = vi.spyOn(db(), 'prepare');
    QUESTIONS[name]?.();
    const texts = new Set(asked.mock.calls.map(([sql]) => sql));
    asked.mockRestore();
    for (const sql of texts) {
      const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, key]) => [key, '1']));
      const free = [...sql.matchAll(/\?/g)].map(() => '1');
      const plan = db()
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...free, ...(Object.keys(named).length > 0 ? [named] : []));
      expect(
        plan.filter(({ detail }) => readsAll(sql, detail)).map(({ detail }) => `${detail} in ${sql}`),
      ).toEqual([]);
    }
  });
});

describe('a search with more hits than can be ranked', () => {
  test('ranks the newest 2000 and says so', () => {
    const { hits, ofNewest } = find(db(), 'häufig');
    expect(ofNewest).toBe(2000);
    expect(hits).toHaveLength(20);
    expect(hits.map(({ title }) => title)).not.toContain('Häufig häufig häufig');
  });

  test('ranks all that filters leave', () => {
    const { hits, ofNewest } = find(db(), 'häufig', { until: '2025-01-31' });
    expect(ofNewest).toBeNull();
    expect(hits[0]?.title).toBe('Häufig häufig häufig');
  });

  test('gives each hit once, however it is paged', () => {
    const ids = [0, 70, 140, 210].flatMap((offset) =>
      search(db(), 'häufig', { limit: 70, offset }).map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(280);
    expect(search(db(), 'häufig', { limit: 280 }).map(({ id }) => id)).toEqual(ids);
  });
});

describe('filters leave the same whichever way they are taken', () => {
  const listed = (filters: Filters) => stories(db(), { ...filters, limit: 100 }).map(({ id }) => id);
  const counted = (where: string) =>
    db()
      .prepare(
        `SELECT DISTINCT s.id FROM stories s JOIN story_article sa ON sa.story_id = s.id JOIN articles a ON a.id = sa.article_id
         WHERE ${where} ORDER BY s.last_seen_at DESC, s.id DESC`,
      )
      .pluck()
      .all();

  test.each<[Filters, string]>([
    [{ party: 'rare' }, `a.id IN (SELECT article_id FROM finding WHERE ref = 'rare')`],
    [{ party: 'rare', language: 'en' }, `a.language = 'en' AND a.id IN (SELECT article_id FROM finding)`],
    [{ own: true, source: 'three' }, `a.source_id = 'three'`],
    [{ country: 'IE', since: '2025-01-02' }, `a.country = 'IE' AND s.last_seen_at >= '2025-01-02'`],
    [{ until: '2025-01-01' }, `s.first_seen_at < '2025-01-02'`],
  ])('%j', (filters, where) => {
    expect(listed(filters)).toEqual(counted(where));
    expect(listed(filters).length).toBeGreaterThan(0);
  });

  test.each<Filters>([
    { party: 'rare' },
    { source: 'two' },
    { country: 'IE' },
    { language: 'en' },
    { grade: 'core' },
    { own: true },
    { since: '2025-02-01' },
    { until: '2025-01-31' },
    { since: '2025-01-10', until: '2025-01-31', source: 'one' },
  ])('a search by set and hit by hit: %j', (filters) => {
    const hits = (largest: number) => {
      const { where, values } = narrowedHits(db(), filters, 'article_search.rowid', largest);
      return db()
        .prepare(`SELECT rowid FROM article_search WHERE article_search MATCH 'haufig'${where}`)
        .pluck()
        .all(values);
    };
    const few = hits(1_000_000);
    expect(hits(0)).toEqual(few);
    expect(few.length).toBeGreaterThan(0);
    expect(few.length).toBeLessThan(filters.own ? 2_101 : 2_100);
  });

  test('statements: the latest first, page by page', () => {
    const all = statements(db(), { party: 'rare', limit: 100 }).map(({ quote }) => quote);
    expect(all[0]).toBe('quote 57');
    expect(all).toHaveLength(20);
    const pages = [0, 8, 16].flatMap((offset) => statements(db(), { party: 'rare', limit: 8, offset }));
    expect(pages.map(({ quote }) => quote)).toEqual(all);
  });
});

describe('what is told without counting', () => {
  const truth = (sql: string) => db().prepare(sql).pluck().get();

  test('stays right as articles come, change and go', () => {
    const { store, print } = archive;
    const check = () => {
      const { articles, relevant, stories: listed } = totals(db());
      expect(articles).toBe(truth('SELECT count(*) FROM article'));
      expect(relevant).toBe(truth(`SELECT count(*) FROM article WHERE grade <> 'off'`));
      expect(listed).toBe(truth('SELECT count(*) FROM stories'));
    };
    check();
    const id = print({ title: 'Neu', language: 'fr' });
    expect(stats(db()).languages).toContainEqual({ language: 'fr', articles: 1 });
    store.db.prepare(`UPDATE article SET grade = 'off' WHERE id = ?`).run(id);
    expect(stats(db()).languages.map(({ language }) => language)).not.toContain('fr');
    check();
    for (const table of ['finding', 'credit'])
      store.db.prepare(`DELETE FROM ${table} WHERE article_id = ?`).run(id);
    store.db.prepare('DELETE FROM article WHERE id = ?').run(id);
    check();
    store.db.exec('UPDATE story SET merged_into = 2 WHERE id = 1');
    check();
    store.db.exec('UPDATE story SET merged_into = NULL WHERE id = 1');
  });

  test('a statement is as old as its article, also when the outlet corrects the date', () => {
    const at = (party: string) => statements(db(), { party, limit: 1 })[0]?.at;
    expect(at('other')).toBe('2025-01-03T11:00:00.000Z');
    db().exec(`UPDATE article SET published_at = '2026-01-01T00:00:00.000Z' WHERE title = 'Häufig 1'`);
    expect(at('other')).toBe('2026-01-01T00:00:00.000Z');
    db().exec(`UPDATE article SET published_at = first_seen_at WHERE title = 'Häufig 1'`);
  });
});
