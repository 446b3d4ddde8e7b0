import { snippetBudget } from '../../model/index.ts';
import type { Db } from '../../store/db.ts';
import type { Filters } from '../filters.ts';
import { type StoryRow, stories } from '../stories.ts';

/** A story as a feed tells it. */
export interface FeedStory extends StoryRow {
  /** What the dossier calls its stage in the feed's language. */
  stageName: string | null;
  /** Sentences of its articles, in order, as far as their outlets let them be shown. */
  summary: { sentence: string; outlet: string }[];
}

interface Sentence {
  storyId: number;
  language: string;
  articleId: number;
  sentence: string;
  outlet: string;
  snippetLimit: number | null;
}

function sentencesOf(db: Db, storyIds: readonly number[]): Map<number, Sentence[]> {
  const rows = db
    .prepare<[string], Sentence>(
      `SELECT ss.story_id AS storyId, ss.language, ss.article_id AS articleId, ss.sentence, a.outlet,
         s.snippet_limit AS snippetLimit
       FROM story_sentence ss JOIN articles a ON a.id = ss.article_id JOIN source s ON s.id = a.source_id
       WHERE ss.story_id IN (SELECT value FROM json_each(?)) ORDER BY ss.story_id, ss.language, ss.position`,
    )
    .all(JSON.stringify(storyIds));
  const of = new Map<number, Sentence[]>();
  for (const row of rows) of.set(row.storyId, [...(of.get(row.storyId) ?? []), row]);
  return of;
}

/** The summary in the reader's language where it has one, else in the story's. */
function summaryOf(all: readonly Sentence[], language: string, story: StoryRow): FeedStory['summary'] {
  const inWanted = all.filter((one) => one.language === language);
  const inOwn = all.filter((one) => one.language === story.language);
  const budget = snippetBudget();
  return (inWanted.length > 0 ? inWanted : inOwn)
    .filter((one) => budget.take(one, one.sentence))
    .map(({ sentence, outlet }) => ({ sentence, outlet }));
}

/** Stories with what a feed tells of them, the latest first. */
export function feedStories(db: Db, language: 'de' | 'en', filters: Filters): FeedStory[] {
  const rows = stories(db, filters);
  const sentences = sentencesOf(
    db,
    rows.map(({ id }) => id),
  );
  const names = db.prepare<[], { id: string; name: string }>(
    `SELECT id, name_${language} AS name FROM stage`,
  );
  const stages = new Map(names.all().map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...row,
    stageName: row.stage === null ? null : (stages.get(row.stage) ?? row.stage),
    summary: summaryOf(sentences.get(row.id) ?? [], language, row),
  }));
}
