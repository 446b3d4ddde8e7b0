import type { Db } from '../store/db.ts';

/** How many characters of an outlet's text may be shown; infinite where the catalogue sets no limit. */
export function snippetLimits(db: Db): (outlet: string) => number {
  const limits = new Map(
    db
      .prepare<[], { name: string; most: number }>(
        'SELECT name, min(snippet_limit) AS most FROM source WHERE snippet_limit IS NOT NULL GROUP BY name',
      )
      .all()
      .map(({ name, most }) => [name, most]),
  );
  return (outlet) => limits.get(outlet) ?? Number.POSITIVE_INFINITY;
}
