import type { Db } from '../store/db.ts';

/** The number of an article known by its number or its canonical URL; null where there is none. */
export function articleId(db: Db, ref: number | string): number | null {
  const column = typeof ref === 'number' ? 'id' : 'url_key';
  const row = db
    .prepare<[number | string], { id: number }>(`SELECT id FROM articles WHERE ${column} = ?`)
    .get(ref);
  return row?.id ?? null;
}

/** The story an article is in, if any. */
export function storyOfArticle(db: Db, id: number): number | null {
  return (
    db
      .prepare<[number], { storyId: number | null }>('SELECT story_id AS storyId FROM articles WHERE id = ?')
      .get(id)?.storyId ?? null
  );
}
