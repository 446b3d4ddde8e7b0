import type { Db } from '../store/db.ts';
import { plucked } from './prepared.ts';

/** How much is stored. */
export interface Totals {
  articles: number;
  /** Of these, those whose grade is not `off`. */
  relevant: number;
  stories: number;
}

const HAS_ARTICLES = 'EXISTS (SELECT 1 FROM story_article sa WHERE sa.story_id = s.id)';
/** Stories with articles, less those that the view `stories` leaves out: merged ones, and those whose lead was withdrawn.
 * `> 0` and CROSS JOIN have SQLite begin with these few. */
const STORIES = `(SELECT count(*) FROM (SELECT DISTINCT story_id FROM story_article))
  - (SELECT count(*) FROM story s WHERE s.merged_into > 0 AND ${HAS_ARTICLES})
  - (SELECT count(*) FROM withdrawal w CROSS JOIN story s ON s.lead_article_id = w.article_id
     WHERE s.merged_into IS NULL AND ${HAS_ARTICLES})`;

/** How much is stored, told without counting it: articles by their tally, stories by their index. */
export function totals(db: Db): Totals {
  const one = (sql: string): number => plucked<[], number>(db, sql).get() ?? 0;
  return {
    articles: one('SELECT sum(articles) FROM article_tally'),
    relevant: one(`SELECT sum(articles) FROM article_tally WHERE grade <> 'off'`),
    stories: one(`SELECT ${STORIES}`),
  };
}
