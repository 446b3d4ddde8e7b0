import type { Db } from '../store/db.ts';

/** The story that took over another's articles for good; null where it is its own, or was never there. */
export function mergedInto(db: Db, id: number): number | null {
  return (
    db
      .prepare<[number], number | null>(
        `WITH RECURSIVE way(id, next) AS (
           SELECT id, merged_into FROM story WHERE id = ?
           UNION SELECT s.id, s.merged_into FROM way JOIN story s ON s.id = way.next
         ) SELECT id FROM way WHERE next IS NULL`,
      )
      .pluck()
      .all(id)
      .find((survivor) => survivor !== id) ?? null
  );
}
