import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type StoryLogEntry, storyLog } from './story-log.ts';
import { type Wording, wordingsOf } from './wordings.ts';

/** Why a story is what it is. */
export interface StoryExplanation {
  id: number;
  title: string;
  /** The story that it went into. */
  mergedInto: number | null;
  /** A person set it: the linker only adds to it. */
  held: boolean;
  /** Each with why it joined, in the order in which they did. */
  articles: { id: number; outlet: string; title: string; joinedAt: Instant; score: number; reason: string }[];
  log: StoryLogEntry[];
  wordings: Wording[];
}

/** Why articles are in a story, and what was changed about it by whom; undefined where there was never such a story. */
export function explainStory(db: Db, id: number): StoryExplanation | undefined {
  const story = db
    .prepare<[number], { title: string; mergedInto: number | null; held: number }>(
      'SELECT title, merged_into AS mergedInto, held FROM story WHERE id = ?',
    )
    .get(id);
  const log = storyLog(db, id);
  if (story === undefined || log === undefined) return undefined;
  const { title, mergedInto, held } = story;
  const articles = db
    .prepare<[number], StoryExplanation['articles'][number]>(
      `SELECT a.id, a.outlet, a.title, m.joined_at AS joinedAt, m.score, m.reason
       FROM story_article m JOIN articles a ON a.id = m.article_id WHERE m.story_id = ? ORDER BY m.joined_at, a.id`,
    )
    .all(id);
  return { id, title, mergedInto, held: held === 1, articles, log, wordings: wordingsOf(db, id) };
}
