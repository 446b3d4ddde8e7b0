import { expect, test } from 'vitest';
import { digestContent } from '../../../src/publish/digest/gather.ts';
import { digestRoom, order, UNTIL } from './room.ts';

test('the figures are those of the period: articles, stories, outlets, countries, agency copy', () => {
  const { db, print } = digestRoom();
  print({ story: 1 });
  print({ story: 1, source: 'kurier', agencies: ['dpa', 'afp'], at: '2025-05-23T09:00:00.000Z' });
  print({ story: 2, source: 'herald', language: 'en' });
  expect(digestContent(db, order())).toMatchObject({
    figures: { stories: 2, articles: 3, outlets: 3, countries: 2, agency: 1 },
    languages: ['de', 'en'],
    days: { from: '2025-05-22', until: '2025-05-23' },
  });
});

test('an article belongs to the period in which it was seen, whenever it was published', () => {
  const { db, print } = digestRoom();
  print({ story: 1, at: '2025-05-22T12:00:00.000Z', seenAt: '2025-05-22T15:59:59.999Z' });
  print({ story: 2, at: '2025-05-22T12:00:00.000Z', seenAt: '2025-05-22T16:00:00.000Z' });
  print({ story: 3, at: '2025-05-23T15:00:00.000Z', seenAt: UNTIL });
  expect(digestContent(db, order())?.stories.map(({ id }) => id)).toEqual([2]);
});

test('what was older than the channel wants when it was found is no news', () => {
  const { db, print } = digestRoom();
  print({ story: 1, at: '2025-05-01T12:00:00.000Z', seenAt: '2025-05-23T08:00:00.000Z' });
  expect(digestContent(db, order())).toBeNull();
  expect(digestContent(db, order({ maxAgeMs: 90 * 86_400_000 }))).not.toBeNull();
});

test('nothing happened: there is no digest', () => {
  const { db, print } = digestRoom();
  print({ story: 1, grade: 'context' });
  expect(digestContent(db, order())).toBeNull();
});

test('only stories of the channel’s grades are told, counted and drawn', () => {
  const { db, print } = digestRoom();
  print({ story: 1, stage: 'ruling' });
  print({ story: 2, grade: 'context', stage: 'hearing', dates: [{ day: '2025-05-27', type: 'hearing' }] });
  const content = digestContent(db, order());
  expect(content?.stories.map(({ id }) => id)).toEqual([1]);
  expect(content?.figures.articles).toBe(1);
  expect(content?.dates).toEqual([]);
  expect(content?.chart.rows).toEqual([{ day: '2025-05-23', series: 'Urteil', count: 1 }]);
});

test('the weightiest stories come first: by grade, then by how many outlets tell them', () => {
  const { db, print } = digestRoom();
  print({ story: 1, grade: 'secondary' });
  print({ story: 1, grade: 'secondary', source: 'kurier' });
  print({ story: 2 });
  print({ story: 3 });
  print({ story: 3, source: 'herald' });
  expect(digestContent(db, order())?.stories.map(({ id }) => id)).toEqual([3, 2, 1]);
});

test('a stage that a story reached in the period is a development, one it began with is not', () => {
  const { db, print } = digestRoom();
  print({ story: 1, stage: 'hearing', at: '2025-05-20T08:00:00.000Z' });
  print({ story: 1, stage: 'ruling' });
  print({ story: 2, stage: 'ruling' });
  print({ story: 3, stage: 'ruling', at: '2025-05-20T08:00:00.000Z' });
  print({ story: 3, stage: 'hearing', source: 'kurier' });
  const stages = digestContent(db, order({ language: 'en' }))?.stories.map((story) => [
    story.id,
    story.stage,
    story.stageBefore,
  ]);
  expect(stages).toEqual([
    [3, 'ruling', null],
    [2, 'ruling', null],
    [1, 'ruling', 'hearing'],
  ]);
});

test('the days to come are those of the next two weeks: known to the dossier, else named by articles', () => {
  const { db, print } = digestRoom();
  const date = (day: string, type = 'hearing') => ({ day, type });
  print({
    story: 1,
    dates: [
      date('2025-05-23'),
      date('2025-05-27'),
      date('2025-06-06'),
      date('2025-06-07'),
      date('2025-05-28', 'other'),
    ],
  });
  print({ story: 1, source: 'kurier', dates: [date('2025-05-27')] });
  db.exec(`INSERT INTO known_event (day, precision, text_de, text_en, parties, topics, sources) VALUES
    ('2025-05-26', 'day', 'Die Frist endet', 'The time limit ends', '[]', '[]', '[]'),
    ('2025-05', 'month', 'Irgendwann', 'Some day', '[]', '[]', '[]')`);
  expect(digestContent(db, order())?.dates.map(({ day, type, text }) => [day, type, text])).toEqual([
    ['2025-05-26', null, 'Die Frist endet'],
    ['2025-05-27', 'hearing', 'Bericht 1'],
    ['2025-06-06', 'hearing', 'Bericht 1'],
  ]);
});

test('no more is quoted of an article than its outlet allows', () => {
  const { db, print } = digestRoom();
  print({ story: 1, sentences: ['Die Kammer klagt gegen die Firma.'] });
  expect(digestContent(db, order())?.stories[0]?.sentence?.text).toBe('Die Kammer klagt gegen die Firma.');
  db.exec("UPDATE source SET snippet_limit = 10 WHERE id = 'anzeiger'");
  expect(digestContent(db, order())?.stories[0]?.sentence).toBeNull();
});

test('a day’s chart shows two weeks, a week’s four', () => {
  const { db, print } = digestRoom();
  print({ story: 1 });
  expect(digestContent(db, order())?.chart).toMatchObject({ from: '2025-05-10', until: '2025-05-23' });
  const weekly = digestContent(db, { ...order(), cadence: 'weekly', by: 'party' });
  expect(weekly?.chart).toMatchObject({ by: 'party', from: '2025-04-26' });
});
