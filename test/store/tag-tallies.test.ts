import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArchive } from '../support/archive.ts';

/** What the tallies stand for, counted. */
const COUNTED = (by: string) => `
  SELECT kind, ref, ${by} AS of, count(*) AS articles
  FROM (SELECT DISTINCT kind, ref, article_id FROM finding WHERE kind IN ('party', 'topic')) JOIN article a ON a.id = article_id
  WHERE a.grade <> 'off' AND a.id NOT IN (SELECT article_id FROM withdrawal) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
const DAY = 'substr(coalesce(a.published_at, a.first_seen_at), 1, 10)';

type Change =
  | 'find'
  | 'find again'
  | 'lose one'
  | 'lose all'
  | 'off'
  | 'core'
  | 'date'
  | 'undate'
  | 'move'
  | 'withdraw'
  | 'reinstate'
  | 'remove';

const SQL: Record<Change, string> = {
  find: `INSERT INTO finding SELECT id, @kind, @ref, '', 'text', 'x', 0, 1, 1, '' FROM article WHERE id = @id`,
  'find again': `INSERT INTO finding SELECT article_id, kind, ref, '', 'title', 'x', 0, 1, 1, '' FROM finding WHERE article_id = @id`,
  'lose one': 'DELETE FROM finding WHERE rowid = (SELECT min(rowid) FROM finding WHERE article_id = @id)',
  'lose all': 'DELETE FROM finding WHERE article_id = @id',
  off: `UPDATE article SET grade = 'off' WHERE id = @id`,
  core: `UPDATE article SET grade = 'core' WHERE id = @id`,
  date: `UPDATE article SET published_at = '2025-05-0' || @id || 'T10:00:00.000Z' WHERE id = @id`,
  undate: 'UPDATE article SET published_at = NULL WHERE id = @id',
  move: `UPDATE article SET source_id = 'two' WHERE id = @id`,
  withdraw: `INSERT INTO withdrawal (article_id, source_id, at) SELECT id, source_id, '' FROM article WHERE id = @id ON CONFLICT DO UPDATE SET at = 'again'`,
  reinstate: 'DELETE FROM withdrawal WHERE article_id = @id',
  remove:
    'DELETE FROM article WHERE id = @id AND id NOT IN (SELECT article_id FROM finding UNION SELECT article_id FROM withdrawal)',
};

test('whatever becomes of articles and findings, the tallies are what counting gives', () => {
  const change = fc.record({
    change: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(SQL) as Change[])) },
      { weight: 1, arbitrary: fc.constantFrom<Change[]>('find', 'find again', 'core', 'reinstate') },
    ),
    id: fc.constantFrom(1, 2, 3),
    kind: fc.constantFrom('party', 'topic', 'docket'),
    ref: fc.constantFrom('a', 'b'),
  });
  const { store, print } = createArchive();
  const { db } = store;
  const tallied = (table: string, of: string) =>
    db
      .prepare(`SELECT kind, ref, ${of} AS of, articles FROM ${table} WHERE articles <> 0 ORDER BY 1, 2, 3`)
      .all();
  for (const title of ['one', 'two', 'three']) print({ title });
  db.pragma('foreign_keys = OFF');
  let seen = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 20, maxLength: 60 }), (changes) => {
      db.exec('BEGIN');
      try {
        for (const { change: name, ...values } of changes) db.prepare(SQL[name]).run(values);
        const outlets = tallied('tag_tally', 'source_id');
        expect(outlets).toEqual(db.prepare(COUNTED('a.source_id')).all());
        expect(tallied('tag_day_tally', 'day')).toEqual(db.prepare(COUNTED(DAY)).all());
        seen += outlets.length;
      } finally {
        db.exec('ROLLBACK');
      }
    }),
    { numRuns: 150 },
  );
  expect(seen).toBeGreaterThan(100);
  store.close();
});
