import type { Grade, Instant, Language, TextOrigin } from '../model/index.ts';
import type { Db } from './db.ts';

/** What an article is placed by. */
export interface FeatureRow {
  articleId: number;
  period: number;
  at: Instant;
  language: Language;
  terms: [term: string, weight: number][];
}

/** An article as a member of a story, with what the choice of the lead article needs. */
export interface MemberRow {
  articleId: number;
  sourceId: string;
  title: string;
  language: Language;
  grade: Grade;
  stage: string | null;
  wall: string | null;
  textFrom: TextOrigin;
  length: number;
  at: Instant;
  firstSeenAt: Instant;
  primary: boolean;
  /** A live blog or news in brief: it tells of other things, too. */
  live: boolean;
  /** Its text is another article's. */
  reprint: boolean;
}

export interface StoryRow {
  id: number;
  title: string;
  language: Language;
  leadArticleId: number;
  stage: string | null;
  grade: Grade;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  held: boolean;
  mergedInto: number | null;
}

/** A text of a story; reprints are left out. */
export interface StoryText {
  id: number;
  title: string;
  text: string;
  language: Language;
  /** Longest excerpt, in characters, that may be shown of it; null: no limit. */
  snippetLimit: number | null;
}

export type StoryHead = Omit<StoryRow, 'id' | 'held' | 'mergedInto'>;

export const STORY_DECISION_KINDS = ['merge', 'split', 'move', 'undo'] as const;
export type StoryDecisionKind = (typeof STORY_DECISION_KINDS)[number];

export interface StoryDecisionRow {
  id: number;
  at: Instant;
  kind: StoryDecisionKind;
  storyId: number;
  otherId: number;
  by: string;
  reason: string;
  articleIds: number[];
  undoneAt: Instant | null;
}

const STORY = `SELECT id, title, language, lead_article_id AS leadArticleId, stage, grade, first_seen_at AS firstSeenAt,
  last_seen_at AS lastSeenAt, held, merged_into AS mergedInto FROM story`;
const DECISION = `SELECT id, at, kind, story_id AS storyId, other_id AS otherId, by, reason, detail,
  undone_at AS undoneAt FROM story_decision`;

const MEMBER = `SELECT a.id AS articleId, a.source_id AS sourceId, a.title, a.language, a.grade, a.stage, a.wall,
    a.text_from AS textFrom, length(a.text) AS length, coalesce(a.published_at, a.first_seen_at) AS at,
    a.first_seen_at AS firstSeenAt, coalesce(m.primary_source, 0) AS "primary",
    coalesce((SELECT f.live FROM fingerprint AS f WHERE f.article_id = a.id), 0) AS live,
    EXISTS (SELECT 1 FROM reprint AS r WHERE r.article_id = a.id AND r.representative_id <> a.id) AS reprint
  FROM article AS a LEFT JOIN story_article AS m ON m.article_id = a.id`;

/** Stories, their articles and what was decided about them. */
export function createStories(db: Db) {
  const insert = db.prepare(
    `INSERT INTO story (title, language, lead_article_id, stage, grade, first_seen_at, last_seen_at)
     VALUES (@title, @language, @leadArticleId, @stage, @grade, @firstSeenAt, @lastSeenAt)`,
  );
  const update = db.prepare(
    `UPDATE story SET title = @title, language = @language, lead_article_id = @leadArticleId, stage = @stage,
       grade = @grade, first_seen_at = @firstSeenAt, last_seen_at = @lastSeenAt WHERE id = @id`,
  );
  const byId = db.prepare(`${STORY} WHERE id = ?`);
  const setHeld = db.prepare('UPDATE story SET held = 1 WHERE id = ?');
  const setMerged = db.prepare('UPDATE story SET merged_into = ? WHERE id = ?');
  const place = db.prepare(
    `INSERT INTO story_article (story_id, article_id, score, reason, primary_source, joined_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const move = db.prepare(
    `UPDATE story_article SET story_id = @storyId WHERE article_id = @articleId OR article_id IN
       (SELECT r.article_id FROM reprint AS r WHERE r.representative_id = @articleId
        AND NOT EXISTS (SELECT 1 FROM story_features AS f WHERE f.article_id = r.article_id))`,
  );
  const storyOf = db.prepare('SELECT story_id FROM story_article WHERE article_id = ?').pluck();
  const memberIds = db
    .prepare('SELECT article_id FROM story_article WHERE story_id = ? ORDER BY article_id')
    .pluck();
  const members = db.prepare(`${MEMBER} WHERE m.story_id = ? ORDER BY at, a.id`);
  const candidates = db.prepare(`${MEMBER} WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY at, a.id`);
  const log = db.prepare(
    `INSERT INTO story_decision (at, kind, story_id, other_id, by, reason, detail) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const decision = db.prepare(`${DECISION} WHERE id = ?`);
  const decisionsOf = db.prepare(`${DECISION} WHERE story_id = @id OR other_id = @id ORDER BY id`);
  const setUndone = db.prepare('UPDATE story_decision SET undone_at = ? WHERE id = ?');
  const texts = db.prepare(
    `SELECT a.id, a.title, a.text, a.language, o.snippet_limit AS snippetLimit
     FROM story_article AS m JOIN article AS a ON a.id = m.article_id JOIN source AS o ON o.id = a.source_id
       JOIN story AS s ON s.id = m.story_id
     WHERE m.story_id = @storyId AND a.low_quality IS NULL AND (a.id = s.lead_article_id OR NOT EXISTS
       (SELECT 1 FROM reprint AS r WHERE r.article_id = a.id AND r.representative_id <> a.id))
     ORDER BY a.id <> s.lead_article_id, coalesce(a.published_at, a.first_seen_at), a.id`,
  );
  const removeSentences = db.prepare('DELETE FROM story_sentence WHERE story_id = ? AND language = ?');
  const insertSentence = db.prepare(
    'INSERT INTO story_sentence (story_id, language, position, article_id, sentence) VALUES (?, ?, ?, ?, ?)',
  );

  type RawStory = Omit<StoryRow, 'held'> & { held: number };
  type RawDecision = Omit<StoryDecisionRow, 'articleIds'> & { detail: string };
  type RawMember = Omit<MemberRow, 'primary' | 'live' | 'reprint'> & {
    primary: number;
    live: number;
    reprint: number;
  };
  const readMember = (row: RawMember): MemberRow => ({
    ...row,
    primary: row.primary === 1,
    live: row.live === 1,
    reprint: row.reprint === 1,
  });
  const readDecision = ({ detail, ...row }: RawDecision): StoryDecisionRow => ({
    ...row,
    articleIds: JSON.parse(detail) as number[],
  });

  return {
    create(head: StoryHead): number {
      return Number(insert.run(head).lastInsertRowid);
    },
    update(id: number, head: StoryHead): void {
      update.run({ ...head, id });
    },
    get(id: number): StoryRow | null {
      const row = byId.get(id) as RawStory | undefined;
      return row ? { ...row, held: row.held === 1 } : null;
    },
    /** From now on only a person takes articles out of the story. */
    hold(id: number): void {
      setHeld.run(id);
    },
    /** Says which story an emptied one went into; null brings it back. */
    setMergedInto(id: number, into: number | null): void {
      setMerged.run(into, id);
    },
    place(
      storyId: number,
      article: { articleId: number; score: number; reason: string; primary: boolean; at: Instant },
    ): void {
      place.run(
        storyId,
        article.articleId,
        article.score,
        article.reason,
        article.primary ? 1 : 0,
        article.at,
      );
    },
    /** Moves an article, and the reprints that follow it. */
    move(articleId: number, storyId: number): void {
      move.run({ articleId, storyId });
    },
    storyOf(articleId: number): number | null {
      const found = storyOf.get(articleId);
      return typeof found === 'number' ? found : null;
    },
    memberIds(storyId: number): number[] {
      return memberIds.all(storyId) as number[];
    },
    /** Oldest first. */
    members(storyId: number): MemberRow[] {
      return (members.all(storyId) as RawMember[]).map(readMember);
    },
    /** Articles as members they could be, whatever story they are in; oldest first. */
    candidates(articleIds: readonly number[]): MemberRow[] {
      return (candidates.all(JSON.stringify(articleIds)) as RawMember[]).map(readMember);
    },
    log(entry: Omit<StoryDecisionRow, 'id' | 'undoneAt'>): number {
      const { at, kind, storyId, otherId, by, reason, articleIds } = entry;
      return Number(
        log.run(at, kind, storyId, otherId, by, reason, JSON.stringify(articleIds)).lastInsertRowid,
      );
    },
    decision(id: number): StoryDecisionRow | null {
      const row = decision.get(id) as RawDecision | undefined;
      return row ? readDecision(row) : null;
    },
    /** Everything decided about a story, oldest first. */
    decisionsOf(storyId: number): StoryDecisionRow[] {
      return (decisionsOf.all({ id: storyId }) as RawDecision[]).map(readDecision);
    },
    markUndone(id: number, at: Instant): void {
      setUndone.run(at, id);
    },
    /** What a summary is drawn from: texts that are neither reprints nor machine-made, the lead article first. */
    textsOf(storyId: number): StoryText[] {
      return texts.all({ storyId }) as StoryText[];
    },
    /** Replaces a story's summary in one language: verbatim sentences in reading order. */
    replaceSummary(
      storyId: number,
      language: Language,
      sentences: readonly { articleId: number; sentence: string }[],
    ): void {
      removeSentences.run(storyId, language);
      sentences.forEach(({ articleId, sentence }, position) => {
        insertSentence.run(storyId, language, position, articleId, sentence);
      });
    },
  };
}

export type Stories = ReturnType<typeof createStories>;
