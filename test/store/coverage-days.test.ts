import { expect, test } from 'vitest';
import { coverageDays, coverageDaysSql } from '../../src/store/coverage-days.ts';
import { type ArticleFields, names, newsroom } from '../support/newsroom.ts';

const MAY = { from: '2025-05-01', until: '2025-05-31', language: 'en' } as const;

function archive() {
  const room = newsroom();
  room.source('one');
  names(room.db, 'party', {
    chamber: { de: 'Kammer', en: 'Chamber' },
    firm: { de: 'Firma', en: 'Firm' },
    gadget: { de: 'Gerät', en: 'Gadget' },
  });
  room.db.exec(`UPDATE party SET kind = 'product' WHERE id = 'gadget';
    INSERT INTO stage (id, rank, name_de, name_en) VALUES ('ruling', 2, 'Urteil', 'ruling')`);
  let story = 0;
  const print = (fields: Partial<ArticleFields> & { at: string }) => {
    story += 1;
    return room.article({ story, source: 'one', title: 'Something', ...fields });
  };
  return { ...room, print };
}

test('by stage, each article counts once, on its UTC day', () => {
  const { db, print } = archive();
  print({ at: '2025-05-13T00:00:00.000Z', stage: 'ruling' });
  print({ at: '2025-05-13T23:59:59.999Z', stage: 'ruling' });
  print({ at: '2025-05-14T00:00:00.000Z' });
  expect(coverageDays(db, { ...MAY, by: 'stage' })).toEqual([
    { day: '2025-05-13', series: 'ruling', count: 2 },
    { day: '2025-05-14', series: null, count: 1 },
  ]);
  expect(coverageDays(db, { ...MAY, by: 'stage', language: 'de' })[0]?.series).toBe('Urteil');
});

test('by party, an article counts once for each party that can take a side', () => {
  const { db, print } = archive();
  print({ at: '2025-05-13T08:00:00.000Z', parties: ['firm', 'firm', 'chamber', 'gadget'] });
  print({ at: '2025-05-13T09:00:00.000Z', parties: ['firm'] });
  expect(coverageDays(db, { ...MAY, by: 'party' })).toEqual([
    { day: '2025-05-13', series: 'Chamber', count: 1 },
    { day: '2025-05-13', series: 'Firm', count: 2 },
  ]);
});

test('what is off the dispute, outside the period or withdrawn does not count', () => {
  const { db, print } = archive();
  print({ at: '2025-05-13T08:00:00.000Z', grade: 'off' });
  print({ at: '2025-04-30T23:59:59.999Z' });
  print({ at: '2025-06-01T00:00:00.000Z' });
  const withdrawn = print({ at: '2025-05-13T09:00:00.000Z' });
  db.prepare("INSERT INTO withdrawal (article_id, source_id, at) VALUES (?, 'one', '2025-05-13')").run(
    withdrawn,
  );
  expect(coverageDays(db, { ...MAY, by: 'stage' })).toEqual([]);
  print({ at: '2025-05-31T23:00:00.000Z' });
  expect(coverageDays(db, { ...MAY, by: 'stage' })).toHaveLength(1);
});

test('figures can be those of some stories, and those of a moment that is past', () => {
  const { db, print } = archive();
  print({ at: '2025-05-13T08:00:00.000Z', story: 7 });
  print({ at: '2025-05-13T08:00:00.000Z', story: 8 });
  print({
    at: '2025-05-13T08:00:00.000Z',
    story: 7,
    seenAt: '2025-05-20T08:00:00.000Z',
    url: 'https://late.example',
  });
  const count = (options: object) => coverageDays(db, { ...MAY, by: 'stage', ...options })[0]?.count;
  expect(count({})).toBe(3);
  expect(count({ story: (id: number) => id === 7 })).toBe(2);
  expect(count({ seenBefore: '2025-05-14T00:00:00.000Z' })).toBe(2);
});

test.each([true, false])(
  'only the period’s relevant articles and what they name are read, however many there are (per story: %s)',
  (perStory) => {
    const { db } = archive();
    for (const by of ['stage', 'party'] as const) {
      const plan = db
        .prepare<unknown[], { detail: string }>(
          `EXPLAIN QUERY PLAN ${coverageDaysSql({ by, language: 'de' }, perStory)}`,
        )
        .all({ from: '2025-05-01', end: '2025-06-01', before: null })
        .map(({ detail }) => detail);
      expect(plan).toContainEqual(
        expect.stringMatching(/^SEARCH a USING (?:COVERING )?INDEX article_relevant_by_time/),
      );
      expect(plan.filter((line) => /^SCAN (?!n$)/.test(line))).toEqual([]);
      expect(plan.filter((line) => /^SEARCH f /.test(line) && !line.includes('finding_by_article'))).toEqual(
        [],
      );
    }
  },
);
