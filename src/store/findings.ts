import type { Analysis, Credit, Finding, Statement } from '../model/index.ts';
import type { Db } from './db.ts';

export type Findings = ReturnType<typeof createFindings>;

/** What analysis found in an article, each with its evidence. */
export function createFindings(db: Db) {
  const finding = db.prepare(`
    INSERT INTO finding (article_id, kind, ref, rule, field, matched, start, "end", confidence, dossier_version)
    VALUES (@articleId, @kind, @ref, @rule, @field, @matched, @start, @end, @confidence, @dossierVersion)`);
  const date = db.prepare(`
    INSERT INTO article_date (article_id, day, precision, type, rule, field, matched, start, "end")
    VALUES (@articleId, @day, @precision, @type, @rule, @field, @matched, @start, @end)`);
  const statement = db.prepare(`
    INSERT INTO statement (article_id, form, quote, speaker, person, party, cue, start, "end")
    VALUES (@articleId, @form, @quote, @speaker, @person, @party, @cue, @start, @end)`);
  const credit = db.prepare(`
    INSERT OR IGNORE INTO credit (article_id, agency, desk, urn, version, rule, matched)
    VALUES (@articleId, @agency, @desk, @urn, @version, @rule, @matched)`);
  const findings = db.prepare<[number], Finding>(
    'SELECT kind, ref, rule, field, matched, start, "end", confidence FROM finding WHERE article_id = ? ORDER BY rowid',
  );
  const statements = db.prepare<[number], Statement>(
    'SELECT form, quote, speaker, person, party, cue, start, "end" FROM statement WHERE article_id = ? ORDER BY id',
  );
  const credits = db.prepare<[number], Credit>(
    'SELECT agency, desk, urn, version, rule, matched FROM credit WHERE article_id = ?',
  );
  const forget = ['finding', 'article_date', 'statement', 'credit'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE article_id = ?`),
  );

  return {
    /** What is known of an article. */
    of: (articleId: number) => ({
      findings: findings.all(articleId),
      statements: statements.all(articleId),
      credits: credits.all(articleId),
    }),
    /** Puts these findings in the place of the article's earlier ones. */
    replace(articleId: number, analysis: Analysis, credits: readonly Credit[]): void {
      for (const statementOf of forget) statementOf.run(articleId);
      const { dossierVersion } = analysis;
      for (const item of analysis.findings) finding.run({ ...item, articleId, dossierVersion });
      for (const item of analysis.dates) date.run({ ...item, articleId });
      for (const item of analysis.statements) statement.run({ ...item, articleId });
      for (const item of credits) credit.run({ ...item, articleId });
    },
  };
}
