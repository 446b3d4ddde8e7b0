import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

export type SiteBlocks = ReturnType<typeof createSiteBlocks>;

/** On so many pages a paragraph must stand, */
const PAGES = 4;
/** so many of them about something else: a dispute's reports share their background with one another. */
const OFF_TOPIC = 2;
const KEPT_MS = 45 * 86_400_000;
/** Of one outlet. */
const MANY = 4000;
const LISTED = 500;

/** Which paragraphs recur across the pages of one outlet. */
export function createSiteBlocks(db: Db) {
  const see = db.prepare(`
    INSERT INTO site_block (source_id, key, pages, off_topic, seen_at) VALUES (?, ?, 1, ?, ?)
    ON CONFLICT (source_id, key) DO UPDATE
    SET pages = pages + 1, off_topic = off_topic + excluded.off_topic, seen_at = excluded.seen_at`);
  const forget = db.prepare('DELETE FROM site_block WHERE source_id = ? AND seen_at < ?');
  const crop = db.prepare(`
    DELETE FROM site_block WHERE source_id = @id AND key IN
      (SELECT key FROM site_block WHERE source_id = @id ORDER BY seen_at DESC, key LIMIT -1 OFFSET ${MANY})`);
  const recurring = db
    .prepare<[string], string>(
      `SELECT b.key FROM site_block b
       WHERE b.source_id = ? AND b.pages >= ${PAGES} AND b.off_topic >= ${OFF_TOPIC}
         AND NOT EXISTS (SELECT 1 FROM site_block o WHERE o.key = b.key AND o.source_id <> b.source_id)
       ORDER BY b.pages DESC, b.key LIMIT ${LISTED}`,
    )
    .pluck();
  return {
    /** Counts a page's paragraphs, once a page; forgets what was not seen for 45 days. */
    see: (sourceId: string, keys: readonly string[], page: { at: Instant; offTopic: boolean }): void => {
      for (const key of keys) see.run(sourceId, key, page.offTopic ? 1 : 0, page.at);
      forget.run(sourceId, new Date(Date.parse(page.at) - KEPT_MS).toISOString());
      crop.run({ id: sourceId });
    },
    /** Keys of the outlet's boilerplate: on several of its pages, on some off topic, and on no other outlet's. */
    recurring: (sourceId: string): string[] => recurring.all(sourceId),
  };
}
