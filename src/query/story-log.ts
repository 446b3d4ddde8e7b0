import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';

/** One change of stories, by a person or the linker. */
export interface StoryLogEntry {
  decision: number;
  at: Instant;
  kind: 'merge' | 'split' | 'move' | 'undo';
  /** Where the articles were, and where they went. */
  from: number;
  to: number;
  by: string;
  reason: string;
  articles: { id: number; title: string; outlet: string }[];
  undoneAt: Instant | null;
}

/** Everything that was decided about a story's articles, oldest first; undefined where there was never such a story. */
export function storyLog(db: Db, id: number): StoryLogEntry[] | undefined {
  if (db.prepare('SELECT 1 FROM story WHERE id = ?').get(id) === undefined) return undefined;
  const articles = db.prepare<[string], StoryLogEntry['articles'][number]>(
    `SELECT id, title, outlet FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  );
  return db
    .prepare<[{ id: number }], Omit<StoryLogEntry, 'articles'> & { detail: string }>(
      `SELECT id AS decision, at, kind, story_id AS "from", other_id AS "to", by, reason, detail, undone_at AS undoneAt
       FROM story_decision WHERE story_id = @id OR other_id = @id ORDER BY id`,
    )
    .all({ id })
    .map(({ detail, ...entry }) => ({ ...entry, articles: articles.all(detail) }));
}
