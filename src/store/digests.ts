import type { Day, Instant, Language } from '../model/index.ts';
import type { Db } from './db.ts';

export const CADENCES = ['daily', 'weekly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** A period of a channel, told or not. */
export interface DigestRow {
  channelId: string;
  cadence: Cadence;
  /** The period; its end is not part of it. */
  since: Instant;
  until: Instant;
  /** Null: there is no message, and `reason` says why. */
  deliveryId: string | null;
  /** JSON of what the message tells. */
  content: string | null;
  reason: string | null;
  createdAt: Instant;
}

/** An article that joined its story in a period. */
export interface Arrival {
  articleId: number;
  storyId: number;
  sourceId: string;
  country: string;
  language: Language;
  /** 1: it is credited to an agency. */
  agency: number;
}

/** A day on which something is to happen, as the articles of one story name it. */
export interface UpcomingDate {
  day: Day;
  type: string;
  storyId: number;
  outlets: number;
}

const NOT_WITHDRAWN = 'NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id)';

export type Digests = ReturnType<typeof createDigests>;

/** Digests, and the rows they are made from: SQL only. */
function createDigests(db: Db) {
  const last = db.prepare<[string, Cadence], { until: Instant }>(
    'SELECT until FROM digest WHERE channel_id = ? AND cadence = ? ORDER BY until DESC LIMIT 1',
  );
  const write = db.prepare(`
    INSERT INTO digest (channel_id, cadence, since, until, delivery_id, content, reason, created_at)
    VALUES (@channelId, @cadence, @since, @until, @deliveryId, @content, @reason, @createdAt)`);
  const content = db.prepare<[string], { content: string }>(
    'SELECT content FROM digest WHERE delivery_id = ?',
  );
  const waiting = db.prepare<[string, Cadence], { id: string }>(`
    SELECT d.id FROM digest g JOIN delivery d ON d.id = g.delivery_id
    WHERE g.channel_id = ? AND g.cadence = ? AND d.state = 'due'`);
  const naming = db.prepare<[number], { id: string }>(`
    SELECT g.delivery_id AS id FROM digest g WHERE g.content IS NOT NULL
      AND EXISTS (SELECT 1 FROM json_each(g.content, '$.stories') s WHERE s.value ->> 'id' = ?)`);
  const arrivals = db.prepare<[Instant, Instant, Instant], Arrival>(`
    SELECT a.id AS articleId, sa.story_id AS storyId, a.source_id AS sourceId, s.country, a.language,
      EXISTS (SELECT 1 FROM credit c WHERE c.article_id = a.id) AS agency
    FROM story_article sa JOIN article a ON a.id = sa.article_id JOIN source s ON s.id = a.source_id
    WHERE sa.joined_at >= ? AND sa.joined_at < ? AND coalesce(a.published_at, a.first_seen_at) >= ? AND a.grade <> 'off'
      AND ${NOT_WITHDRAWN} ORDER BY a.id`);
  const stage = db.prepare<[number, Instant], { id: string; rank: number; de: string; en: string }>(`
    SELECT s.id, s.rank, s.name_de AS de, s.name_en AS en
    FROM story_article sa JOIN article a ON a.id = sa.article_id JOIN stage s ON s.id = a.stage
    WHERE sa.story_id = ? AND sa.joined_at < ? AND ${NOT_WITHDRAWN} ORDER BY s.rank DESC LIMIT 1`);
  const upcoming = db.prepare<[Day, Day, Instant], UpcomingDate>(`
    SELECT d.day, d.type, sa.story_id AS storyId, count(DISTINCT a.source_id) AS outlets
    FROM article_date d JOIN article a ON a.id = d.article_id JOIN story_article sa ON sa.article_id = a.id
    WHERE d.day > ? AND d.day <= ? AND d.precision = 'day' AND d.type <> 'other' AND a.grade <> 'off'
      AND sa.joined_at < ? AND ${NOT_WITHDRAWN}
    GROUP BY d.day, d.type, sa.story_id ORDER BY d.day, outlets DESC, sa.story_id`);
  const events = db.prepare<[Day, Day], { day: Day; de: string; en: string }>(`
    SELECT day, text_de AS de, text_en AS en FROM known_event
    WHERE precision = 'day' AND day > ? AND day <= ? ORDER BY day, id`);
  const newest = db.prepare<[], { at: Instant | null }>('SELECT max(joined_at) AS at FROM story_article');
  const withdrawn = db.prepare<[number], { found: number }>(
    'SELECT EXISTS (SELECT 1 FROM withdrawal WHERE article_id = ?) AS found',
  );

  return {
    /** End of the newest period that is on record. */
    last: (channelId: string, cadence: Cadence): Instant | null =>
      last.get(channelId, cadence)?.until ?? null,
    /** @throws when the period is on record already */
    write: (row: DigestRow): void => void write.run(row),
    /** JSON of what the delivery of that id tells. */
    content: (deliveryId: string): string | null => content.get(deliveryId)?.content ?? null,
    /** Deliveries that are still owed and known not to have arrived. */
    waiting: (channelId: string, cadence: Cadence): string[] =>
      waiting.all(channelId, cadence).map(({ id }) => id),
    /** Deliveries that tell of a story. */
    naming: (storyId: number): string[] => naming.all(storyId).map(({ id }) => id),
    /** Relevant articles that joined their story in a period, published not before `notBefore`. */
    arrivals: ({
      since,
      until,
      notBefore,
    }: {
      since: Instant;
      until: Instant;
      notBefore: Instant;
    }): Arrival[] => arrivals.all(since, until, notBefore),
    /** The latest stage that the articles report which joined the story before an instant. */
    stageBefore: (storyId: number, before: Instant) => stage.get(storyId, before) ?? null,
    /** What articles that joined their story before an instant say of the days after `after`, up to `until`. */
    upcoming: ({
      after,
      until,
      joinedBefore,
    }: {
      after: Day;
      until: Day;
      joinedBefore: Instant;
    }): UpcomingDate[] => upcoming.all(after, until, joinedBefore),
    /** What the dossier knows of those days. */
    events: (after: Day, until: Day) => events.all(after, until),
    /** When an article joined a story last. */
    newest: (): Instant | null => newest.get()?.at ?? null,
    isWithdrawn: (articleId: number): boolean => withdrawn.get(articleId)?.found === 1,
  };
}

const digests = new WeakMap<Db, Digests>();

/** A database's digests; statements are prepared once. */
export function digestsOf(db: Db): Digests {
  const known = digests.get(db) ?? createDigests(db);
  digests.set(db, known);
  return known;
}
