import { snippetBudget } from '../model/index.ts';
import { citations } from '../query/citations.ts';
import type { Db } from '../store/db.ts';

/** Says whether a page may still show this much of an article's text, and counts it if so. */
export type Excerpts = (articleId: number, text: string) => boolean;

/** What outlets let one page show of these articles. */
export function excerptsOf(db: Db, articleIds: readonly number[]): Excerpts {
  const cited = citations(db, articleIds);
  const budget = snippetBudget();
  return (articleId, text) =>
    budget.take({ articleId, snippetLimit: cited.get(articleId)?.snippetLimit ?? null }, text);
}
