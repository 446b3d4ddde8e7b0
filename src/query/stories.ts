import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type Filters, page, storyConditions } from './filters.ts';
import { type Wording, wordingsOf } from './wordings.ts';

export interface StoryRow {
  id: number;
  title: string;
  url: string | null;
  outlet: string | null;
  language: string;
  stage: string | null;
  grade: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  articles: number;
  outlets: number;
}

export interface StoryArticle {
  id: number;
  url: string;
  title: string;
  outlet: string;
  language: string;
  at: Instant;
  agencies: string | null;
  reprintKind: string | null;
  revisions: number;
  textFrom: string;
  wall: string | null;
  /** Why it is in this story. */
  reason: string;
}

/** A story with all that is known of it. */
export interface StoryDetail extends StoryRow {
  summary: { articleId: number; language: string; sentence: string; outlet: string; url: string }[];
  /** What a language model made of it, where one was asked. */
  wordings: Wording[];
  members: StoryArticle[];
  parties: { id: string; name: string; articles: number }[];
  topics: { id: string; name: string; articles: number }[];
  dockets: string[];
  dates: { day: string; precision: string; type: string; matched: string; outlet: string }[];
  statements: {
    articleId: number;
    quote: string;
    speaker: string | null;
    party: string | null;
    outlet: string;
    url: string;
  }[];
}

const COLUMNS = `s.id, s.title, s.url, s.outlet, s.language, s.stage, s.grade, s.first_seen_at AS firstSeenAt,
  s.last_seen_at AS lastSeenAt, s.articles, s.outlets`;

/** Stories, the latest first; a story matches when one of its articles does. */
export function stories(db: Db, filters: Filters = {}): StoryRow[] {
  const { where, values } = storyConditions(filters);
  return db
    .prepare<[Record<string, string | number>], StoryRow>(
      `SELECT ${COLUMNS} FROM stories s WHERE 1${where}
       ORDER BY s.last_seen_at DESC, s.id DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, ...page(filters, 20) });
}

/** One story with its members, findings and summary; undefined where there is none of that id. */
export function story(db: Db, id: number, language: 'de' | 'en'): StoryDetail | undefined {
  const row = db.prepare<[number], StoryRow>(`SELECT ${COLUMNS} FROM stories s WHERE s.id = ?`).get(id);
  if (row === undefined) return undefined;
  const all = <T>(sql: string): T[] => db.prepare<[number], T>(sql).all(id);
  const tags = (kind: 'party' | 'topic') =>
    all<{ id: string; name: string; articles: number }>(
      `SELECT ref AS id, name_${language} AS name, count(DISTINCT article_id) AS articles FROM mentions
       WHERE story_id = ? AND kind = '${kind}' GROUP BY ref ORDER BY articles DESC, ref`,
    );
  return {
    ...row,
    summary: all(
      `SELECT a.id AS articleId, ss.language, ss.sentence, a.outlet, a.url FROM story_sentence ss JOIN articles a ON a.id = ss.article_id
       WHERE ss.story_id = ? ORDER BY ss.language, ss.position`,
    ),
    wordings: wordingsOf(db, id),
    members: all(
      `SELECT a.id, a.url, a.title, a.outlet, a.language, a.at, a.agencies, a.reprint_kind AS reprintKind, a.revisions,
         a.text_from AS textFrom, a.wall, sa.reason
       FROM story_article sa JOIN articles a ON a.id = sa.article_id WHERE sa.story_id = ? ORDER BY a.at, a.id`,
    ),
    parties: tags('party'),
    topics: tags('topic'),
    dockets: all<{ ref: string }>(
      `SELECT ref, count(*) AS n FROM mentions WHERE story_id = ? AND kind = 'docket' GROUP BY ref ORDER BY n DESC, ref`,
    ).map(({ ref }) => ref),
    dates: all(
      `SELECT day, precision, type, min(matched) AS matched, min(outlet) AS outlet FROM dates
       WHERE story_id = ? AND type <> 'other' GROUP BY day, precision, type ORDER BY day, type`,
    ),
    statements: all(
      `SELECT article_id AS articleId, quote, speaker, party, outlet, url FROM statements WHERE story_id = ? AND party IS NOT NULL
       GROUP BY quote ORDER BY min(at), min(id) LIMIT 12`,
    ),
  };
}
