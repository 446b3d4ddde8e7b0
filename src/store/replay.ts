import type { Analysis, Grade, Instant, Wall } from '../model/index.ts';
import type { StoredArticle } from './articles.ts';
import type { Db } from './db.ts';

/** A stored article with everything it takes to analyse and place it again. */
export interface ReplayArticle {
  id: number;
  sourceId: string;
  outlet: string;
  /** The party whose own releases its source publishes. */
  sourceParty: string | null;
  sourceKind: string;
  url: string;
  urlKey: string;
  title: string;
  teaser: string;
  text: string;
  textFrom: StoredArticle['textFrom'];
  wall: Wall | null;
  language: string;
  publishedAt: Instant | null;
  fetchedAt: Instant | null;
  firstSeenAt: Instant;
  grade: Grade;
  stage: string | null;
}

/** Which articles are analysed again. */
export interface ReplayQuery {
  /** Those that this dossier has analysed already are passed over; null: none are. */
  exceptVersion: string | null;
  /** UTC day from which on they came out (or were first seen); null: all. */
  since: string | null;
}

export type Replay = ReturnType<typeof createReplay>;

const DUE = `(@exceptVersion IS NULL OR dossier_version <> @exceptVersion)
  AND (@since IS NULL OR coalesce(published_at, first_seen_at) >= @since)
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = article.id)`;

/** Stored articles as a replay reads them and writes them back; can be made on a reading connection, too. */
export function createReplay(db: Db) {
  const count = db.prepare<[ReplayQuery], { n: number }>(`SELECT count(*) AS n FROM article WHERE ${DUE}`);
  const ids = db
    .prepare<[ReplayQuery & { after: number; limit: number }], number>(
      `SELECT id FROM article WHERE id > @after AND ${DUE} ORDER BY id LIMIT @limit`,
    )
    .pluck();
  const article = db.prepare<[number], ReplayArticle>(`
    SELECT a.id, a.source_id AS sourceId, s.name AS outlet, s.party AS sourceParty, s.kind AS sourceKind, a.url,
      coalesce(a.url_key, a.url) AS urlKey, a.title, a.teaser, a.text, a.text_from AS textFrom, a.wall, a.language,
      a.published_at AS publishedAt, a.fetched_at AS fetchedAt, a.first_seen_at AS firstSeenAt, a.grade, a.stage
    FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?`);
  const restate = db.prepare(`
    UPDATE article SET language = @language, language_confidence = @languageConfidence, grade = @grade,
      relevance = @score, relevance_reasons = @reasons, stage = @stage, low_quality = @lowQuality,
      dossier_version = @dossierVersion, next_read_at = CASE WHEN @grade = 'off' THEN NULL ELSE next_read_at END
    WHERE id = @id AND title = @title AND text = @text`);
  const leave = db.prepare('DELETE FROM story_article WHERE article_id = ?');
  const empty = db.prepare("UPDATE story SET grade = 'off', stage = NULL WHERE id = ?");

  return {
    /** How many articles the query means. */
    count: (query: ReplayQuery): number => count.get(query)?.n ?? 0,
    /** The next of them after the given id, in the order in which they were stored. */
    after: (id: number, limit: number, query: ReplayQuery): ReplayArticle[] =>
      ids.all({ ...query, after: id, limit }).flatMap((next) => article.get(next) ?? []),
    /**
     * Writes what analysis says of an article; findings are `createFindings`.
     * @returns false where another process has stored another text in the meantime, with its own analysis
     */
    restate({ id, title, text }: ReplayArticle, analysis: Analysis): boolean {
      const { relevance, language, languageConfidence, stage, lowQuality, dossierVersion } = analysis;
      const { grade, score, reasons } = relevance;
      const { changes } = restate.run({
        id,
        title,
        text,
        language,
        languageConfidence,
        grade,
        score,
        reasons: JSON.stringify(reasons),
        stage,
        lowQuality,
        dossierVersion,
      });
      return changes === 1;
    },
    /** Takes an article out of its story. */
    leaveStory: (articleId: number): void => void leave.run(articleId),
    /** A story that has lost all of its articles; it stays, because a message may tell of it. */
    markEmpty: (storyId: number): void => void empty.run(storyId),
  };
}
