import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Filters } from '../../src/query/filters.ts';
import { newestHits } from '../../src/query/hits.ts';
import { type Archive, createArchive } from '../support/archive.ts';

let archive: Archive;

/** An article an hour from 2025 on; the last was found late: it was published on the second day. */
beforeAll(() => {
  archive = createArchive();
  const { store, print } = archive;
  store.transaction(() => {
    for (let i = 0; i < 1_300; i++)
      print({ title: 'Gleich', at: new Date(Date.UTC(2025, 0, 1) + i * 3_600_000).toISOString() });
    print({ title: 'Gleich', at: '2025-01-02T08:00:00.000Z' });
  });
});
afterAll(() => archive.store.close());

describe('of the articles up to a day', () => {
  const hits = (filters: Filters, most = 5_000) =>
    newestHits(archive.store.db, 'gleich', filters, most, '0.0').map(([id]) => id);
  const passing = (where: string) =>
    archive.store.db.prepare(`SELECT id FROM articles WHERE ${where} ORDER BY id DESC`).pluck().all();

  test.each<[Filters, string]>([
    [{ until: '2025-01-02' }, `at < '2025-01-03'`],
    [{ until: '2025-02-20' }, `at < '2025-02-21'`],
    [{ until: '2030-01-01' }, '1'],
    [{ until: '2020-01-01' }, '0'],
    [{ since: '2025-02-01', until: '2025-02-20' }, `at >= '2025-02-01' AND at < '2025-02-21'`],
    [{ since: '2025-01-02', until: '2025-01-02' }, `at >= '2025-01-02' AND at < '2025-01-03'`],
  ])('all are found, also one that was found late: %j', (filters, where) => {
    expect(hits(filters)).toEqual(passing(where));
  });

  test('the newest are found where there are more than are asked for', () => {
    expect(hits({ until: '2025-02-20' }, 3)).toEqual([1224, 1223, 1222]);
  });
});
