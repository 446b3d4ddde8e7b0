import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';

export interface StoredRevision {
  /** 1 is the first text. */
  number: number;
  seenAt: Instant;
  kind: 'first' | 'silent' | 'meaningful';
  /** What changed, a sentence each. */
  changes: string[];
  title: string;
  text: string;
}

/** An article with all of its texts, the first one first. */
export interface RevisedArticle {
  id: number;
  url: string;
  title: string;
  outlet: string;
  revisions: StoredRevision[];
}

/** A revision as what it changed. */
export interface ShownRevision extends Omit<StoredRevision, 'text'> {
  /** Sentences added and removed, in reading order; the headline first where it changed. Null for the first text. */
  diff: { op: '=' | '+' | '-'; sentence: string }[] | null;
}

export interface ShownArticle extends Omit<RevisedArticle, 'revisions'> {
  revisions: ShownRevision[];
}

/** The texts of one article, or of a story's articles that were changed since they were first read. */
export function revisionsOf(db: Db, of: { article: number } | { story: number }): RevisedArticle[] {
  const [where, id] =
    'article' in of ? ['a.id = ?', of.article] : ['a.story_id = ? AND a.revisions > 1', of.story];
  const texts = db.prepare<[number], Omit<StoredRevision, 'changes'> & { changes: string }>(
    `SELECT number, seen_at AS seenAt, kind, changes, title, text FROM revision WHERE article_id = ? ORDER BY number`,
  );
  return db
    .prepare<[number], Omit<RevisedArticle, 'revisions'>>(
      `SELECT a.id, a.url, a.title, a.outlet FROM articles a WHERE ${where} ORDER BY a.at, a.id`,
    )
    .all(id)
    .map((article) => ({
      ...article,
      revisions: texts
        .all(article.id)
        .map(({ changes, ...rest }) => ({ ...rest, changes: JSON.parse(changes) as string[] })),
    }));
}
