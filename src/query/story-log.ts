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

type Row = Omit<StoryLogEntry, 'articles'> & { detail: string };

const COLUMNS = `d.id AS decision, d.at, d.kind, d.story_id AS "from", d.other_id AS "to", d.by, d.reason, d.detail,
  d.undone_at AS undoneAt`;

function withArticles(db: Db, rows: readonly Row[]): StoryLogEntry[] {
  const articles = db.prepare<[string], StoryLogEntry['articles'][number]>(
    `SELECT id, title, outlet FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  );
  return rows.map(({ detail, ...entry }) => ({ ...entry, articles: articles.all(detail) }));
}

/**
 * How one article was moved from story to story, by a person or the linker, oldest first. Reprints that followed it are
 * found by the article they follow.
 */
export function articleMoves(db: Db, articleId: number): StoryLogEntry[] {
  const rows = db
    .prepare<{ id: number }, Row>(
      `SELECT ${COLUMNS} FROM story_decision d WHERE EXISTS (SELECT 1 FROM json_each(d.detail) WHERE value = @id
         OR value = (SELECT representative_id FROM reprint WHERE article_id = @id)) ORDER BY d.id`,
    )
    .all({ id: articleId });
  return withArticles(db, rows);
}

/** Everything that was decided about a story's articles, oldest first; undefined where there was never such a story. */
export function storyLog(db: Db, id: number): StoryLogEntry[] | undefined {
  if (db.prepare('SELECT 1 FROM story WHERE id = ?').get(id) === undefined) return undefined;
  const rows = db
    .prepare<{ id: number }, Row>(
      `SELECT ${COLUMNS} FROM story_decision d WHERE d.story_id = @id OR d.other_id = @id ORDER BY d.id`,
    )
    .all({ id });
  return withArticles(db, rows);
}
