import type { Db } from '../store/db.ts';
import { foldWords } from '../store/words.ts';

/** A story or an article that a title may mean. */
export interface Titled {
  id: number;
  title: string;
}

/** Newer matches are looked through than are shown: several articles may stand in one story. */
const LOOKED_THROUGH = 200;
/** A shorter beginning is found in nearly every text. */
const SHORTEST_BEGINNING = 2;
const MOST_WORDS = 8;
/** Newest findings that say what is spoken of now. */
const RECENT = 2_000;

/** Titles that hold each of the words, the last as far as it is typed; null where nothing was typed to look for. */
function titleQuery(typed: string): string | null {
  const words = (foldWords(typed).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  if ((words.at(-1)?.length ?? 0) < SHORTEST_BEGINNING) words.pop();
  if (words.length === 0) return null;
  const all = words.map((word, at) => (at === words.length - 1 ? `"${word}" *` : `"${word}"`));
  return `title : (${all.join(' AND ')})`;
}

/** Stories of which an article has the typed words in its title, the newest first; without words the newest stories. */
export function storiesTitled(db: Db, typed: string, limit: number): Titled[] {
  const fts = titleQuery(typed);
  if (fts === null)
    return db
      .prepare<[number], Titled>(
        'SELECT id, title FROM story WHERE merged_into IS NULL ORDER BY last_seen_at DESC LIMIT ?',
      )
      .all(limit);
  return db
    .prepare<[string, number], Titled>(
      `SELECT DISTINCT s.id, s.title FROM (
         SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rowid DESC LIMIT ${LOOKED_THROUGH}
       ) found
       JOIN story_article m ON m.article_id = found.rowid
       JOIN story s ON s.id = m.story_id WHERE s.merged_into IS NULL
       ORDER BY s.last_seen_at DESC LIMIT ?`,
    )
    .all(fts, limit);
}

/** Articles that have the typed words in their title, the newest first; without words the newest relevant ones. */
export function articlesTitled(db: Db, typed: string, limit: number): Titled[] {
  const fts = titleQuery(typed);
  if (fts === null)
    return db
      .prepare<[number], Titled>(
        `SELECT a.id, a.title FROM story_article m JOIN article a ON a.id = m.article_id
         ORDER BY m.article_id DESC LIMIT ?`,
      )
      .all(limit);
  return db
    .prepare<[string, number], Titled>(
      `SELECT a.id, a.title FROM (
         SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rowid DESC LIMIT ?
       ) found JOIN article a ON a.id = found.rowid ORDER BY a.id DESC`,
    )
    .all(fts, limit);
}

/** Parties or topics by how often the newest articles name them, the most named first. */
export function spokenOf(db: Db, kind: 'party' | 'topic'): string[] {
  return db
    .prepare<[string], string>(
      `SELECT ref FROM (SELECT kind, ref FROM finding ORDER BY article_id DESC LIMIT ${RECENT})
       WHERE kind = ? GROUP BY ref ORDER BY count(*) DESC, ref`,
    )
    .pluck()
    .all(kind);
}

/** Case numbers that articles name, those named most first. */
export function dockets(db: Db): string[] {
  return db
    .prepare<[], string>(
      `SELECT ref FROM finding WHERE kind = 'docket' GROUP BY ref ORDER BY count(DISTINCT article_id) DESC, ref`,
    )
    .pluck()
    .all();
}
