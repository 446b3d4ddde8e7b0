import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';

/** A release of a court, authority or party itself, and when the press followed. */
export interface PrimarySource {
  articleId: number;
  url: string;
  outlet: string;
  /** The party whose release it is. */
  party: string | null;
  at: Instant;
  /** Each outlet's first article, the quickest first; negative minutes: it was there before the release. */
  followedBy: { articleId: number; url: string; outlet: string; lagMinutes: number }[];
}

/** A story's primary sources with the press lag, oldest first. */
export function primarySources(db: Db, storyId: number): PrimarySource[] {
  const lag = db.prepare<[number, number], PrimarySource['followedBy'][number]>(
    `SELECT article_id AS articleId, url, outlet, min(lag_minutes) AS lagMinutes FROM press_lag
     WHERE story_id = ? AND release_id = ? GROUP BY outlet ORDER BY lagMinutes, outlet`,
  );
  return db
    .prepare<[number], Omit<PrimarySource, 'followedBy'>>(
      `SELECT a.id AS articleId, a.url, a.outlet, s.party, a.at
       FROM story_article m JOIN articles a ON a.id = m.article_id JOIN source s ON s.id = a.source_id
       WHERE m.story_id = ? AND m.primary_source = 1 ORDER BY a.at, a.id`,
    )
    .all(storyId)
    .map((release) => ({ ...release, followedBy: lag.all(storyId, release.articleId) }));
}
