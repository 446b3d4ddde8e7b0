import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse/index.ts';
import { compiled } from '../analyse/dispute.ts';
import { bcubedF1 } from '../support/bcubed.ts';
import { LATER, NEIGHBOURS } from './events/later.ts';
import { MAY_2025 } from './events/may-2025.ts';
import type { Report } from './events/types.ts';
import { YEAR_2024 } from './events/year-2024.ts';
import { newsroom } from './world.ts';

const EVENTS = [...YEAR_2024, ...MAY_2025, ...LATER, ...NEIGHBOURS];
let placed: { event: string; title: string; storyId: number }[];

function printAll(reports: readonly { event: string; report: Report }[]) {
  const room = newsroom();
  const ids = reports.map(({ event, report: [language, at, title, text] }) => {
    const found = analyse(
      { url: 'https://outlet.example/', title, text, language, publishedAt: at },
      compiled,
    );
    const { findings, dates, stage, relevance } = found;
    const { candidate } = room.print({
      ...{ language, title, text, publishedAt: at, seenAt: at, findings, dates, grade: relevance.grade },
      ...(stage === null ? {} : { stage }),
    });
    return { event, title, id: candidate.articleId };
  });
  return ids.map(({ event, title, id }) => ({ event, title, storyId: room.stories.storyOf(id) ?? -id }));
}

beforeAll(() => {
  placed = printAll(
    EVENTS.flatMap(({ id, reports }) => reports.map((report) => ({ event: id, report }))).sort((a, b) =>
      a.report[1].localeCompare(b.report[1]),
    ),
  );
});

describe('twenty-four events of the dispute, told by several outlets in two languages', () => {
  it('are a story each, hardly any in two, hardly two in one', () => {
    const told = placed
      .map(({ event, title, storyId }) => `${storyId} ${event}: ${title}`)
      .sort()
      .join('\n');
    expect(bcubedF1(placed), told).toBeGreaterThanOrEqual(0.99);
  });
});
