import { expect, test } from 'vitest';
import { chooseLead } from '../../src/link/lead.ts';
import type { MemberRow } from '../../src/store/stories.ts';

const article = (articleId: number, given: Partial<MemberRow> = {}): MemberRow => ({
  ...{
    articleId,
    sourceId: 'bote',
    title: `Bericht ${articleId}`,
    language: 'de',
    grade: 'core',
    stage: null,
  },
  ...{ wall: null, textFrom: 'page', length: 3000, primary: false, live: false, reprint: false },
  ...{ at: `2025-05-23T1${articleId}:00:00.000Z`, firstSeenAt: `2025-05-23T1${articleId}:00:00.000Z` },
  ...given,
});
const leads = (...members: MemberRow[]) => chooseLead(members, ['de', 'en'])?.articleId;

test('the first original report leads', () => {
  expect(leads(article(1, { reprint: true }), article(2), article(3))).toBe(2);
});

test('a flash of two sentences leads only until somebody has written more', () => {
  const flash = article(1, { length: 180 });
  expect(leads(flash)).toBe(1);
  expect(leads(flash, article(2, { reprint: true }))).toBe(2);
  expect(leads(flash, article(2, { language: 'en' }))).toBe(1);
});

test('live blogs, releases and what stands behind a wall lead only where there is nothing else', () => {
  const others = [article(1, { live: true }), article(2, { primary: true }), article(3, { wall: 'paywall' })];
  for (const other of others) expect(leads(other, article(4, { reprint: true }))).toBe(4);
  expect(leads(...others)).toBe(2);
});
