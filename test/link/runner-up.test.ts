import { expect, test } from 'vitest';
import { besides, runnerUpOf } from '../../src/link/runner-up.ts';

const LIKE = [1, 0.6, 0.5, 0.2, 0.4, 0.9];
const similarityOf = (row: number): number => LIKE[row] ?? 0;

test('the next nearest story is the one with the highest mean, never the article’s own', () => {
  const near = { storyOf: [null, 1, 1, 2, 3, 1] };
  const found = runnerUpOf([[0, 1, 2], [3], [4], [5]], near, similarityOf, 1);
  expect(found).toEqual({ storyId: 3, score: 0.4 });
  expect(besides(found)).toBe('; next nearest was story 3 (0.40)');
});

test('an article that has no neighbours has none', () => {
  expect(runnerUpOf([[0]], { storyOf: [null] }, similarityOf, 1)).toBeNull();
  expect(besides(null)).toBe('');
});
