import { expect, test } from 'vitest';
import { feedStories } from '../../../src/query/export/feed-stories.ts';
import { newsroom } from '../../support/newsroom.ts';

const at = '2025-05-23T14:00:00.000Z';

function room() {
  const { db, source, article } = newsroom();
  for (const id of ['kurier', 'herald', 'geizig']) source(id);
  db.prepare("UPDATE source SET snippet_limit = 20 WHERE id = 'geizig'").run();
  article({ story: 1, source: 'kurier', title: 'Urteil', at, sentences: ['Das Gericht wies ab.'] });
  article({
    ...{ story: 1, source: 'herald', title: 'Ruling', language: 'en', at },
    sentences: ['The court refused.'],
  });
  article({
    story: 2,
    source: 'geizig',
    title: 'Frist',
    at,
    sentences: ['Mehr als zwanzig Zeichen.', 'Kurz.'],
  });
  return db;
}

const told = (language: 'de' | 'en') =>
  feedStories(room(), language, {}).map(({ id, summary }) => [id, summary.map(({ sentence }) => sentence)]);

test('a story is told in the reader’s language where an article has it, else in its own', () => {
  expect(told('en')).toContainEqual([1, ['The court refused.']]);
  expect(told('de')).toContainEqual([1, ['Das Gericht wies ab.']]);
  expect(told('en')).toContainEqual([2, ['Kurz.']]);
});

test('no more of an article is told than its outlet lets be shown', () => {
  expect(told('de')).toContainEqual([2, ['Kurz.']]);
});
