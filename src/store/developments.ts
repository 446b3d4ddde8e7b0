import type { DevelopmentKind, Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** Something that happened in a story. */
export interface Development {
  id: number;
  kind: DevelopmentKind;
  /** The stage's id, the article's id, the revision's id. */
  ref: string;
  articleId: number;
}

/** A development as a message tells it. */
export interface ToldDevelopment extends Development {
  outlet: string;
  title: string;
  url: string;
  language: string;
  /** Longest excerpt, in characters, that may be shown of the article; null: no limit. */
  snippetLimit: number | null;
  /** Of an edit: what changed, a sentence each. */
  changes: string[];
}

type Fresh = Omit<Development, 'id'> & { publishedAt: Instant };

/** Of the story itself and of those that became part of it. */
const KNOWN = `SELECT 1 FROM development d WHERE d.story_id IN (SELECT @storyId UNION SELECT id FROM story WHERE merged_into = @storyId)`;
const PUBLISHED = 'min(coalesce(a.published_at, a.first_seen_at), a.first_seen_at)';

/** What stands in the story and is not noted: a stage that is later than all it had, a release that is no copy, an edit
 * that readers should hear of: a live blog is written on all day. */
const FRESH = `
  SELECT 'stage' AS kind, s.stage AS ref, a.id AS articleId, ${PUBLISHED} AS publishedAt
  FROM story s JOIN article a ON a.id = (
    SELECT m.id FROM story_article sa JOIN article m ON m.id = sa.article_id
    WHERE sa.story_id = s.id AND m.stage = s.stage ORDER BY coalesce(m.published_at, m.first_seen_at), m.id LIMIT 1)
  WHERE s.id = @storyId AND NOT EXISTS (${KNOWN} AND d.kind = 'stage' AND (d.ref = s.stage
    OR (SELECT rank FROM stage WHERE id = d.ref) >= (SELECT rank FROM stage WHERE id = s.stage)))
  UNION ALL
  SELECT 'primary', a.id, a.id, ${PUBLISHED} FROM story_article sa JOIN article a ON a.id = sa.article_id
  WHERE sa.story_id = @storyId AND sa.primary_source = 1
    AND NOT EXISTS (SELECT 1 FROM development d WHERE d.kind = 'primary' AND d.ref = CAST(a.id AS TEXT))
    AND NOT EXISTS (SELECT 1 FROM link l WHERE l.article_id = a.id AND l.kind IN ('duplicate', 'contained-in'))
  UNION ALL
  SELECT 'edit', r.id, r.article_id, r.seen_at FROM story_article sa
  JOIN revision r ON r.article_id = sa.article_id AND r.kind = 'meaningful'
  WHERE sa.story_id = @storyId AND NOT EXISTS (SELECT 1 FROM fingerprint f WHERE f.article_id = r.article_id AND f.live = 1)
    AND NOT EXISTS (SELECT 1 FROM development d WHERE d.kind = 'edit' AND d.ref = CAST(r.id AS TEXT)
      AND d.article_id = r.article_id)`;

function createDevelopments(db: Db) {
  const fresh = db.prepare<{ storyId: number }, Fresh>(FRESH);
  const insert = db.prepare<[number, string, string, number, Instant], { id: number }>(
    'INSERT INTO development (story_id, kind, ref, article_id, at) VALUES (?, ?, ?, ?, ?) RETURNING id',
  );
  const open = db.prepare<[string, number], { id: string }>(
    `SELECT id FROM delivery WHERE channel_id = ? AND story_id = ? AND kind = 'development' AND state = 'due' AND sending_at IS NULL`,
  );
  const tell = db.prepare('INSERT INTO delivery_development (delivery_id, development_id) VALUES (?, ?)');
  const told = db.prepare<[string], Omit<ToldDevelopment, 'changes'> & { changes: string | null }>(`
    SELECT d.id, d.kind, d.ref, d.article_id AS articleId, s.name AS outlet, a.title, a.url, a.language, s.snippet_limit AS snippetLimit, r.changes
    FROM delivery_development t JOIN development d ON d.id = t.development_id
    JOIN article a ON a.id = d.article_id JOIN source s ON s.id = a.source_id
    JOIN story_article sa ON sa.article_id = a.id
    LEFT JOIN revision r ON d.kind = 'edit' AND r.id = CAST(d.ref AS INTEGER) AND r.article_id = d.article_id
    WHERE t.delivery_id = ? ORDER BY CASE d.kind WHEN 'stage' THEN 1 WHEN 'primary' THEN 2 ELSE 3 END, d.id`);
  const stages = db
    .prepare<[string], string>(
      `SELECT d.ref FROM delivery_development t JOIN development d ON d.id = t.development_id
       WHERE t.delivery_id = ? AND d.kind = 'stage'`,
    )
    .pluck();
  const withdrawn = db.prepare(`
    UPDATE delivery SET version = version + 1 WHERE story_id = ? AND kind = 'development' AND state IN ('sending', 'sent')
      AND EXISTS (SELECT 1 FROM delivery_development t JOIN development d ON d.id = t.development_id
        WHERE t.delivery_id = delivery.id AND NOT EXISTS (SELECT 1 FROM story_article sa WHERE sa.article_id = d.article_id))`);

  return {
    /** Notes what happened in a story since it was last asked, and gives it. */
    note(storyId: number, at: Instant): (Development & { publishedAt: Instant })[] {
      return fresh.all({ storyId }).map((found) => {
        const { kind, ref, articleId } = found;
        const id = insert.get(storyId, kind, String(ref), articleId, at)?.id ?? 0;
        return { ...found, id };
      });
    },
    /** The message that a story's developments are gathered in, as long as it was not handed out. */
    open: (channelId: string, storyId: number) => open.get(channelId, storyId)?.id,
    tell: (deliveryId: string, developmentId: number): void => void tell.run(deliveryId, developmentId),
    /** What a message tells, the weightiest first; without what was withdrawn since. */
    told: (deliveryId: string): ToldDevelopment[] =>
      told.all(deliveryId).map(({ changes, ...row }) => ({
        ...row,
        changes: changes === null ? [] : (JSON.parse(changes) as string[]),
      })),
    /** Ids of the stages that a message tells of. */
    stages: (deliveryId: string): Set<string> => new Set(stages.all(deliveryId)),
    /** Messages about articles that are in no story any more, as an agency withdrew them, must say so. */
    touchWithdrawn: (storyId: number): void => void withdrawn.run(storyId),
  };
}

export type Developments = ReturnType<typeof createDevelopments>;

const known = new WeakMap<Db, Developments>();

/** The developments of a database's stories; statements are prepared once. */
export function developmentsOf(db: Db): Developments {
  const developments = known.get(db) ?? createDevelopments(db);
  known.set(db, developments);
  return developments;
}
