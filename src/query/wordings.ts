import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';

/** What a language model made of a story's summary. */
export interface Wording {
  language: string;
  model: string;
  state: 'waiting' | 'accepted' | 'rejected';
  reason: string;
  at: Instant;
  /** Where it was accepted: each sentence with the one of an article that bears it. */
  sentences: { sentence: string; sourceSentence: string; outlet: string; url: string }[];
}

/** What a model was asked about a story and what came of it, a row a language; empty where none was asked. */
export function wordingsOf(db: Db, storyId: number): Wording[] {
  const sentences = db.prepare<[number, string], Wording['sentences'][number]>(
    `SELECT sentence, source_sentence AS sourceSentence, outlet, url FROM wordings
     WHERE story_id = ? AND language = ? AND sentence IS NOT NULL ORDER BY position`,
  );
  return db
    .prepare<[number], Omit<Wording, 'sentences'>>(
      `SELECT DISTINCT language, model, state, reason, decided_at AS at FROM wordings WHERE story_id = ? ORDER BY language`,
    )
    .all(storyId)
    .map((row) => ({ ...row, sentences: sentences.all(storyId, row.language) }));
}
