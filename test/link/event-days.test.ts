import { describe, expect, test } from 'vitest';
import { eventDaysOf } from '../../src/link/event-days.ts';
import { SIMILARITY_SETTINGS, similarities } from '../../src/link/similarity.ts';
import { termsOf } from '../../src/link/terms.ts';
import type { DatedEvent, Field, Finding } from '../../src/model/index.ts';

interface Named {
  day: string;
  type?: string;
  precision?: DatedEvent['precision'];
  field?: Field;
  start?: number;
}

const MONDAY = '2025-05-26T06:45:00.000Z';
const TUESDAY = '2025-05-27T06:00:00.000Z';

function article(at: string, ...named: Named[]) {
  const dates = named.map(({ day, type = 'deadline', precision = 'day' }) => ({ day, type, precision }));
  const findings = named.map(
    ({ day, type = 'deadline', field = 'title', start = 0 }): Finding => ({
      ...{ kind: 'date', ref: `${day}#${type}`, field, start, end: start, matched: day },
      ...{ rule: 'test', confidence: 1 },
    }),
  );
  return { at, dates, findings };
}

const daysOf = (at: string, ...named: Named[]) => eventDaysOf(article(at, ...named)).map(([term]) => term);

describe('an article tells of the days', () => {
  test('that its headline, teaser or opening names, near the one it came out', () => {
    expect(daysOf(MONDAY, { day: '2025-05-26' })).toEqual(['e:2025-05-26']);
    expect(daysOf(MONDAY, { day: '2025-05-25', field: 'teaser' })).toEqual(['e:2025-05-25']);
    expect(daysOf(MONDAY, { day: '2025-05-27', field: 'text', start: 150 })).toEqual(['e:2025-05-27']);
  });

  test('that have come, where it looks ahead to another as well', () => {
    expect(daysOf(MONDAY, { day: '2025-05-26' }, { day: '2025-05-27', field: 'teaser' })).toEqual([
      'e:2025-05-26',
    ]);
  });

  test('and of none that is background, far off, vague or of nothing', () => {
    expect(daysOf(MONDAY, { day: '2025-05-27', field: 'text', start: 900 })).toEqual([]);
    expect(daysOf(MONDAY, { day: '2025-05-23' })).toEqual([]);
    expect(daysOf(MONDAY, { day: '2025-05-26', precision: 'week' })).toEqual([]);
    expect(daysOf(MONDAY, { day: '2025-05-26', type: 'other' })).toEqual([]);
  });
});

describe('a deadline and what begins the day after', () => {
  const SAME = 'Until midnight users of Bluebird can keep their posts out of the training of its assistant.';
  const written = (at: string, ...named: Named[]) => ({
    language: 'en',
    at: Date.parse(at),
    terms: termsOf({ ...article(at, ...named), language: 'en', title: '', text: SAME }),
  });
  const likeness = (a: ReturnType<typeof written>, b: ReturnType<typeof written>) =>
    similarities([a, b], { articles: 50, of: () => new Map([['en', 2]]) }, SIMILARITY_SETTINGS)[1] ?? 0;
  const deadline = written(MONDAY, { day: '2025-05-26' });
  const start = written(TUESDAY, { day: '2025-05-27', type: 'start' });

  test('are less alike than their words, though they share nearly all of them', () => {
    const silent = likeness(deadline, written(TUESDAY));
    expect(likeness(deadline, start)).toBeLessThan(silent * SIMILARITY_SETTINGS.otherDays);
  });

  test('are as alike as their words where one names both days, or the same one on another day', () => {
    const both = written(MONDAY, { day: '2025-05-26' }, { day: '2025-05-27', type: 'start' });
    const later = written(TUESDAY, { day: '2025-05-26' });
    for (const other of [both, later])
      expect(likeness(deadline, other)).toBeGreaterThan(likeness(deadline, start) * 1.3);
  });
});
