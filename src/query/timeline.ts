import type { Db } from '../store/db.ts';
import { type Filters, page } from './filters.ts';
import { stories } from './stories.ts';

/** One line of the chronology: an event the dossier knows, or a story of the press. */
export interface TimelineItem {
  /** `2025-05-27`; `2024-03` where only the month is known. */
  day: string;
  kind: 'event' | 'story';
  text: string;
  /** Set for stories. */
  storyId: number | null;
  articles: number | null;
  /** Where it can be read. */
  urls: string[];
}

const ALL = 1_000_000;

/** Known events and stories in one chronology, oldest first. */
export function timeline(db: Db, language: 'de' | 'en', filters: Filters = {}): TimelineItem[] {
  const events = db
    .prepare<[], { day: string; text: string; parties: string; topics: string; sources: string }>(
      `SELECT day, text_${language} AS text, parties, topics, sources FROM known_event`,
    )
    .all()
    .filter(
      ({ day, parties, topics }) =>
        (filters.since === undefined || day >= filters.since.slice(0, day.length)) &&
        (filters.until === undefined || day <= filters.until.slice(0, 10)) &&
        (filters.party === undefined || (JSON.parse(parties) as string[]).includes(filters.party)) &&
        (filters.topic === undefined || (JSON.parse(topics) as string[]).includes(filters.topic)),
    )
    .map(
      ({ day, text, sources }): TimelineItem => ({
        day,
        kind: 'event',
        text,
        storyId: null,
        articles: null,
        urls: JSON.parse(sources) as string[],
      }),
    );
  const press = stories(db, { ...filters, limit: ALL, offset: 0 }).map(
    (row): TimelineItem => ({
      day: row.firstSeenAt.slice(0, 10),
      kind: 'story',
      text: row.title,
      storyId: row.id,
      articles: row.articles,
      urls: row.url === null ? [] : [row.url],
    }),
  );
  // A story stands on the day it began, also when the press came back to it within the time asked for.
  const began = press.filter(({ day }) => filters.since === undefined || day >= filters.since);
  const { limit, offset } = page(filters, 500);
  return [...events, ...began]
    .sort((a, b) => a.day.localeCompare(b.day) || a.kind.localeCompare(b.kind))
    .slice(offset, offset + limit);
}
