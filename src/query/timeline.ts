import type { Db } from '../store/db.ts';
import { type Filters, page, storyConditions } from './filters.ts';
import { type KnownEvent, knownEvents } from './known-events.ts';
import { type StoryRow, stories } from './stories.ts';

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

/** Known events and stories in one chronology, oldest first. */
export function timeline(db: Db, language: 'de' | 'en', filters: Filters = {}): TimelineItem[] {
  const events = knownEvents(db, language, filters).map(ofEvent);
  const press = stories(db, { ...filters, limit: ALL, offset: 0 }).map(ofStory);
  // A story stands on the day it began, also when the press came back to it within the time asked for.
  const began = press.filter(({ day }) => filters.since === undefined || day >= filters.since);
  const { limit, offset } = page(filters, 500);
  return [...events, ...began]
    .sort((a, b) => a.day.localeCompare(b.day) || a.kind.localeCompare(b.kind))
    .slice(offset, offset + limit);
}

/**
 * The same, the latest first: what it reads does not grow with what is stored, but with how far back it goes.
 * @param filters of these party, topic, docket, days, limit and offset
 */
export function latestTimeline(db: Db, language: 'de' | 'en', filters: Filters): TimelineItem[] {
  const { limit, offset } = page(filters, 20);
  const { where, values } = storyConditions({ ...filters, since: undefined });
  const press = db
    .prepare<[Record<string, string | number>], Began>(
      `SELECT s.id, s.title, s.url, s.first_seen_at AS firstSeenAt, s.articles FROM stories s
       WHERE s.first_seen_at >= @from${where} ORDER BY s.first_seen_at DESC, s.id DESC LIMIT @most`,
    )
    .all({ ...values, from: filters.since ?? '', most: offset + limit })
    .map(ofStory);
  return [...knownEvents(db, language, filters).map(ofEvent), ...press]
    .sort((a, b) => b.day.localeCompare(a.day) || a.kind.localeCompare(b.kind))
    .slice(offset, offset + limit);
}
