import type { Db } from '../store/db.ts';
import { type Filters, page } from './filters.ts';
import { type KnownEvent, knownEvents } from './known-events.ts';
import { narrowedStories } from './narrow-stories.ts';
import { prepared } from './prepared.ts';
import type { StoryRow } from './stories.ts';

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

const ofEvent = (event: KnownEvent): TimelineItem => ({
  ...event,
  kind: 'event',
  storyId: null,
  articles: null,
});

type Began = Pick<StoryRow, 'id' | 'title' | 'url' | 'firstSeenAt' | 'articles'>;

/** A story stands on the day it began. */
const ofStory = ({ firstSeenAt, title, id, articles, url }: Began): TimelineItem => ({
  day: firstSeenAt.slice(0, 10),
  kind: 'story',
  text: title,
  storyId: id,
  articles,
  urls: url === null ? [] : [url],
});

/** So many stories, in the order in which they began; a story stands on its first day, whenever it ended. */
function began(db: Db, { since, ...filters }: Filters, order: 'ASC' | 'DESC', most: number): TimelineItem[] {
  const { where, values } = narrowedStories(db, filters);
  return prepared<[Record<string, string | number>], Began>(
    db,
    `WITH chosen AS (
       SELECT s.id, s.first_seen_at FROM stories s WHERE s.first_seen_at >= @from${where}
       ORDER BY s.first_seen_at ${order}, s.id ${order} LIMIT @most
     )
     SELECT s.id, s.title, s.url, s.first_seen_at AS firstSeenAt, s.articles FROM chosen c JOIN stories s ON s.id = c.id
     ORDER BY c.first_seen_at ${order}, c.id ${order}`,
  )
    .all({ ...values, from: since ?? '', most })
    .map(ofStory);
}

/** Known events and stories in one chronology, oldest first. */
export function timeline(db: Db, language: 'de' | 'en', filters: Filters = {}): TimelineItem[] {
  const { limit, offset } = page(filters, 500);
  return [...knownEvents(db, language, filters).map(ofEvent), ...began(db, filters, 'ASC', offset + limit)]
    .sort((a, b) => a.day.localeCompare(b.day) || a.kind.localeCompare(b.kind))
    .slice(offset, offset + limit);
}

/**
 * The same, the latest first: what it reads does not grow with what is stored, but with how far back it goes.
 * @param filters of these party, topic, docket, days, limit and offset
 */
export function latestTimeline(db: Db, language: 'de' | 'en', filters: Filters): TimelineItem[] {
  const { limit, offset } = page(filters, 20);
  return [...knownEvents(db, language, filters).map(ofEvent), ...began(db, filters, 'DESC', offset + limit)]
    .sort((a, b) => b.day.localeCompare(a.day) || a.kind.localeCompare(b.kind))
    .slice(offset, offset + limit);
}
