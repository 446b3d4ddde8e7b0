import type { Db } from './db.ts';

/** More names than these no story has had. */
const MOST_HEADLINES = 2_000;

function createLabels(db: Db) {
  const headlines = db
    .prepare<{ storyId: number }, string>(
      `SELECT title FROM story WHERE @storyId IN (id, merged_into)
       UNION SELECT a.title FROM story_article sa JOIN article a ON a.id = sa.article_id WHERE sa.story_id = @storyId
       UNION SELECT r.title FROM story_article sa JOIN revision r ON r.article_id = sa.article_id WHERE sa.story_id = @storyId
       LIMIT ${MOST_HEADLINES}`,
    )
    .pluck();
  const subjects = db.prepare<[], { id: string; de: string; en: string }>(
    'SELECT id, name_de AS de, name_en AS en FROM topic UNION ALL SELECT id, name_de, name_en FROM stage',
  );
  return {
    /** Every headline that the story's articles have or had. */
    headlines: (storyId: number) => headlines.all({ storyId }),
    /** All that a story can be about: topics and stages. */
    subjects: () => subjects.all(),
  };
}

type Labels = ReturnType<typeof createLabels>;

const known = new WeakMap<Db, Labels>();

/** What threads can be called and tagged by; statements are prepared once. */
export function labelsOf(db: Db): Labels {
  const labels = known.get(db) ?? createLabels(db);
  known.set(db, labels);
  return labels;
}
