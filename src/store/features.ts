import type { Language } from '../model/index.ts';
import type { Db } from './db.ts';
import type { FeatureRow } from './stories.ts';

/** What articles are placed in stories by, and in how many recent articles each term stands. */
export function createFeatures(db: Db) {
  const insert = db.prepare(
    'INSERT INTO story_features (article_id, period, at, language, terms) VALUES (?, ?, ?, ?, ?)',
  );
  const insertTerms = db.prepare(
    `INSERT OR IGNORE INTO story_term (period, term, article_id)
     SELECT ?, value, ? FROM json_each(?) WHERE value <> '' ORDER BY value`,
  );
  const count = db.prepare(
    `INSERT INTO story_term_count (period, term, language, articles)
     SELECT ?, value, ?, 1 FROM json_each(?) WHERE true ORDER BY value
     ON CONFLICT DO UPDATE SET articles = articles + 1`,
  );
  const discount = db.prepare(
    `UPDATE story_term_count SET articles = articles - 1
     WHERE period = ? AND language = ? AND term IN (SELECT value FROM json_each(?))`,
  );
  const get = db.prepare(
    `SELECT article_id AS articleId, period, at, language, terms FROM story_features WHERE article_id = ?`,
  );
  const removeTerms = db.prepare(
    `DELETE FROM story_term WHERE period = ? AND article_id = ? AND term IN (SELECT value FROM json_each(?))`,
  );
  const remove = db.prepare('DELETE FROM story_features WHERE article_id = ?');
  const frequencies = db.prepare(
    `SELECT c.term, c.language, sum(c.articles) AS articles
     FROM json_each(?) AS sought CROSS JOIN story_term_count AS c
     WHERE c.period IN (?, ? - 1) AND c.term = sought.value GROUP BY c.term, c.language HAVING sum(c.articles) > 0`,
  );
  const holders = db.prepare(
    `SELECT t.term, t.article_id AS articleId FROM json_each(?) AS sought CROSS JOIN story_term AS t
     WHERE t.period IN (?, ? - 1) AND t.term = sought.value`,
  );
  const expireTerms = db.prepare(
    `DELETE FROM story_term WHERE (period, term, article_id) IN
       (SELECT period, term, article_id FROM story_term WHERE period < ? ORDER BY period, term LIMIT ?)`,
  );
  const expireCounts = db.prepare(
    `DELETE FROM story_term_count WHERE (period, term, language) IN
       (SELECT period, term, language FROM story_term_count WHERE period < ? ORDER BY period, term LIMIT ?)`,
  );

  const termsJson = (row: FeatureRow) => JSON.stringify(['', ...row.terms.map(([term]) => term)]);

  return {
    put(row: FeatureRow): void {
      insert.run(row.articleId, row.period, row.at, row.language, JSON.stringify(row.terms));
      const terms = termsJson(row);
      insertTerms.run(row.period, row.articleId, terms);
      count.run(row.period, row.language, terms);
    },
    get(articleId: number): FeatureRow | null {
      const row = get.get(articleId) as (Omit<FeatureRow, 'terms'> & { terms: string }) | undefined;
      return row ? { ...row, terms: JSON.parse(row.terms) as FeatureRow['terms'] } : null;
    },
    remove(articleId: number): void {
      const row = this.get(articleId);
      if (!row) return;
      const terms = termsJson(row);
      removeTerms.run(row.period, articleId, terms);
      discount.run(row.period, row.language, terms);
      remove.run(articleId);
    },
    /** In how many articles of the given period and the one before each term stands, by language. */
    frequencies(terms: Iterable<string>, period: number): Map<string, Map<Language, number>> {
      const rows = frequencies.all(JSON.stringify([...terms]), period, period) as {
        term: string;
        language: Language;
        articles: number;
      }[];
      const found = new Map<string, Map<Language, number>>();
      for (const { term, language, articles } of rows) {
        const languages = found.get(term) ?? new Map<Language, number>();
        found.set(term, languages.set(language, articles));
      }
      return found;
    },
    /** Articles of the given period and the one before that hold any of the terms. */
    holders(terms: readonly string[], period: number): { term: string; articleId: number }[] {
      return holders.all(JSON.stringify(terms), period, period) as { term: string; articleId: number }[];
    },
    /** Forgets up to `limit` index rows of periods before the given one; returns how many. */
    expire(beforePeriod: number, limit: number): number {
      return expireTerms.run(beforePeriod, limit).changes + expireCounts.run(beforePeriod, limit).changes;
    },
  };
}

export type Features = ReturnType<typeof createFeatures>;
