import type { Db } from './db.ts';

/** What the articles of a story are about and where they come from. */
export interface StoryTags {
  parties: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  languages: ReadonlySet<string>;
  /** Source ids. */
  outlets: ReadonlySet<string>;
  /** Id of the story's stage. */
  stage: string | null;
}

function createStoryTags(db: Db) {
  // CROSS JOIN: the story's articles first; SQLite would rather read every finding of the kinds there is.
  const findings = db.prepare<[number], { kind: 'party' | 'topic'; ref: string }>(`
    SELECT DISTINCT f.kind, f.ref FROM story_article sa
    CROSS JOIN finding f ON f.article_id = sa.article_id AND f.kind IN ('party', 'topic') WHERE sa.story_id = ?`);
  const articles = db.prepare<[number], { language: string; sourceId: string }>(`
    SELECT DISTINCT a.language, a.source_id AS sourceId FROM story_article sa
    JOIN article a ON a.id = sa.article_id WHERE sa.story_id = ?`);
  const stage = db.prepare<[number], string | null>('SELECT stage FROM story WHERE id = ?').pluck();
  return (storyId: number): StoryTags => {
    const tagged = findings.all(storyId);
    const members = articles.all(storyId);
    const refs = (kind: 'party' | 'topic') =>
      new Set(tagged.filter((finding) => finding.kind === kind).map(({ ref }) => ref));
    return {
      parties: refs('party'),
      topics: refs('topic'),
      languages: new Set(members.map(({ language }) => language)),
      outlets: new Set(members.map(({ sourceId }) => sourceId)),
      stage: stage.get(storyId) ?? null,
    };
  };
}

const readers = new WeakMap<Db, (storyId: number) => StoryTags>();

/** A story's tags, from all of its articles. */
export function storyTags(db: Db, storyId: number): StoryTags {
  const read = readers.get(db) ?? createStoryTags(db);
  readers.set(db, read);
  return read(storyId);
}
