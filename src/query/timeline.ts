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

type Order = 'ASC' | 'DESC';

/** What is put in order: an event, or the id of a story, which is read when it is shown. */
interface Placed {
  day: string;
  kind: TimelineItem['kind'];
  what: KnownEvent | number;
}

/** So many stories, in the order in which they began; a story stands on its first day, whenever it ended. */
function began(db: Db, { since, ...filters }: Filters, order: Order, most: number): Placed[] {
  const { where, values } = narrowedStories(db, filters);
  return prepared<[Record<string, string | number>], { id: number; day: string }>(
    db,
    `SELECT s.id, substr(s.first_seen_at, 1, 10) AS day FROM stories s WHERE s.first_seen_at >= @from${where}
     ORDER BY s.first_seen_at ${order}, s.id ${order} LIMIT @most`,
  )
    .all({ ...values, from: since ?? '', most })
    .map(({ id, day }) => ({ day, kind: 'story', what: id }));
}

/** Stories as lines, by id. */
function createStoryLines(db: Db) {
  const read = prepared<[number], Pick<StoryRow, 'title' | 'url' | 'articles'>>(
    db,
    'SELECT title, url, articles FROM stories WHERE id = ?',
  );
  return (storyId: number, day: string): TimelineItem[] => {
    const row = read.get(storyId);
    if (row === undefined) return [];
    const { title, url, articles } = row;
    return [{ day, kind: 'story', text: title, storyId, articles, urls: url === null ? [] : [url] }];
  };
}

function chronology(
  db: Db,
  language: 'de' | 'en',
  filters: Filters,
  order: Order,
  length: number,
): TimelineItem[] {
  const { limit, offset } = page(filters, length);
  const events = knownEvents(db, language, filters).map(
    (event): Placed => ({ day: event.day, kind: 'event', what: event }),
  );
  const story = createStoryLines(db);
  const sign = order === 'ASC' ? 1 : -1;
  return [...events, ...began(db, filters, order, offset + limit)]
    .sort((a, b) => sign * a.day.localeCompare(b.day) || a.kind.localeCompare(b.kind))
    .slice(offset, offset + limit)
    .flatMap(({ what, day }) => (typeof what === 'number' ? story(what, day) : [ofEvent(what)]));
}

/** Known events and stories in one chronology, oldest first. */
export function timeline(db: Db, language: 'de' | 'en', filters: Filters = {}): TimelineItem[] {
  return chronology(db, language, filters, 'ASC', 500);
}

/**
 * The same, the latest first: what it reads does not grow with what is stored, but with how far back it goes.
 * @param filters of these party, topic, docket, days, limit and offset
 */
export function latestTimeline(db: Db, language: 'de' | 'en', filters: Filters): TimelineItem[] {
  return chronology(db, language, filters, 'DESC', 20);
}
