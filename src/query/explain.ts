import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { articleMoves, type StoryLogEntry } from './story-log.ts';

export interface Explanation {
  url: string;
  /** In order; empty for a URL that was never met. */
  decisions: { at: Instant; step: string; outcome: string; reason: string }[];
  article: {
    id: number;
    title: string;
    outlet: string;
    grade: string;
    storyId: number | null;
    sha256: string | null;
    fetchedAt: Instant | null;
    extractor: string | null;
    dossierVersion: string;
  } | null;
  /** Tags with the words and the rule that made them; one line a rule and wording. */
  findings: {
    kind: string;
    ref: string;
    name: string;
    matched: string;
    rule: string;
    field: string;
    count: number;
  }[];
  /** What it repeats, and which share of its own sentences does not stand there (0–1, null where that is not known). */
  links: {
    kind: string;
    score: number;
    ownShare: number | null;
    reason: string;
    ofUrl: string;
    ofOutlet: string;
  }[];
  /** How it came into its story; null where it is in none. */
  place: { storyId: number; title: string; joinedAt: Instant; score: number; reason: string } | null;
  /** How it went from story to story, oldest first. */
  moves: StoryLogEntry[];
  deliveries: { channel: string; state: string; messageId: string | null; reason: string | null }[];
}

/**
 * Why an article was kept, tagged, grouped, posted or dropped.
 * @param url canonical form, as `canonicalUrl` gives it
 */
export function explain(db: Db, url: string, language: 'de' | 'en'): Explanation {
  const decisions = db
    .prepare<[string], Explanation['decisions'][number]>(
      'SELECT at, step, outcome, reason FROM decision WHERE url = ? ORDER BY id',
    )
    .all(url);
  const article =
    db
      .prepare<[string], NonNullable<Explanation['article']>>(
        `SELECT id, title, outlet, grade, story_id AS storyId, sha256, fetched_at AS fetchedAt, extractor,
           dossier_version AS dossierVersion FROM articles WHERE url_key = ?`,
      )
      .get(url) ?? null;
  const of = <T>(sql: string, id: number | null | undefined): T[] =>
    id === null || id === undefined ? [] : db.prepare<[number], T>(sql).all(id);
  return {
    url,
    decisions,
    article,
    findings: of(
      `SELECT kind, ref, name_${language} AS name, matched, rule, min(field) AS field, count(*) AS count FROM mentions
       WHERE article_id = ? GROUP BY kind, ref, matched, rule ORDER BY kind, ref, min(start)`,
      article?.id,
    ),
    links: of(
      'SELECT kind, score, own_share AS ownShare, reason, of_url AS ofUrl, of_outlet AS ofOutlet FROM reprints WHERE article_id = ? ORDER BY score DESC',
      article?.id,
    ),
    place:
      of<NonNullable<Explanation['place']>>(
        `SELECT m.story_id AS storyId, s.title, m.joined_at AS joinedAt, m.score, m.reason
         FROM story_article m JOIN story s ON s.id = m.story_id WHERE m.article_id = ?`,
        article?.id,
      )[0] ?? null,
    moves: article === null ? [] : articleMoves(db, article.id),
    deliveries: of(
      `SELECT channel, state, message_id AS messageId, reason FROM deliveries WHERE story_id = ? AND kind = 'story' ORDER BY channel`,
      article?.storyId,
    ),
  };
}
