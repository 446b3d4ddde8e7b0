import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';
import { createFingerprints } from './fingerprints.ts';

/** What one purge took away. */
export interface Purged {
  entries: number;
  articles: number;
}

/** Rows of one purge: so many take a fraction of a second, and the next cycle goes on. */
const BATCH = 1000;
/** Tables whose rows hang on an article and go with it. */
const HANGING = ['credit', 'revision', 'fetch', 'finding', 'article_date', 'statement', 'development'];

/** An article that nothing relevant needs: off topic, in no story, no copy of a relevant one or copied by one. */
const PURGEABLE = `a.grade = 'off' AND a.first_seen_at < @before
  AND NOT EXISTS (SELECT 1 FROM story_article x WHERE x.article_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM story x WHERE x.lead_article_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM wording_sentence x WHERE x.article_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM story_features x WHERE x.article_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM wire_item x WHERE x.article_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM withdrawal x WHERE x.article_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM reprint x WHERE x.representative_id = a.id AND x.article_id <> a.id)
  AND NOT EXISTS (SELECT 1 FROM link x JOIN article o ON o.id = x.other_id WHERE x.article_id = a.id AND o.grade <> 'off')
  AND NOT EXISTS (SELECT 1 FROM link x JOIN article o ON o.id = x.article_id WHERE x.other_id = a.id AND o.grade <> 'off')`;

export type Purge = ReturnType<typeof createPurge>;

/** Takes away what is old and mattered to nobody; what it was known by stays, so that it never comes as new again. */
export function createPurge(db: Db) {
  const oldEntries = `SELECT e.id FROM entry e LEFT JOIN article a ON a.id = e.article_id
    WHERE e.first_seen_at < @before AND e.state <> 'waiting' AND (a.id IS NULL OR (${PURGEABLE}))
      AND NOT EXISTS (SELECT 1 FROM feed_item i WHERE i.entry_id = e.id)
    ORDER BY e.first_seen_at LIMIT ${BATCH}`;
  const entries = db.prepare<{ before: Instant }, number>(oldEntries).pluck();
  const mark = db.prepare(`
    INSERT OR IGNORE INTO entry_mark (source_id, mark)
    SELECT source_id, 'url:' || url_key FROM entry WHERE id = @id AND url_key IS NOT NULL
    UNION SELECT source_id, 'id:' || guid FROM entry WHERE id = @id AND guid IS NOT NULL`);
  const forgetDecisions = db.prepare(
    'DELETE FROM decision WHERE at < @before AND url = (SELECT url_key FROM entry WHERE id = @id)',
  );
  const removeEntry = db.prepare('DELETE FROM entry WHERE id = @id');
  const articles = db
    .prepare<{ before: Instant }, number>(
      `SELECT a.id FROM article a WHERE ${PURGEABLE}
         AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.article_id = a.id) ORDER BY a.id LIMIT ${BATCH}`,
    )
    .pluck();
  const steps = [
    ...HANGING.map((table) => `DELETE FROM ${table} WHERE article_id = @id`),
    'DELETE FROM link WHERE article_id = @id OR other_id = @id',
    'DELETE FROM reprint WHERE article_id = @id',
    'DELETE FROM article WHERE id = @id',
  ].map((sql) => db.prepare(sql));
  const fingerprints = createFingerprints(db);

  return {
    /** Purges what is older than `before`, in bounded steps. To be called inside a transaction. */
    run(before: Instant): Purged {
      const gone = entries.all({ before });
      for (const id of gone) {
        mark.run({ id });
        forgetDecisions.run({ id, before });
        removeEntry.run({ id });
      }
      const unread = articles.all({ before });
      for (const id of unread) {
        fingerprints.remove(id);
        for (const step of steps) step.run({ id });
      }
      return { entries: gone.length, articles: unread.length };
    },
  };
}
