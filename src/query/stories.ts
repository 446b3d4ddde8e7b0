import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type Filters, page } from './filters.ts';
import { narrowedStories } from './narrow-stories.ts';
import { prepared } from './prepared.ts';
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
  /** Share of its sentences that do not stand in the text it repeats, 0–1; null where it repeats none. */
  ownShare: number | null;
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
    /** Word for word, or in the outlet's words. */
    form: 'direct' | 'reported';
    quote: string;
    speaker: string | null;
    party: string | null;
    /** The party's, as the reader's language has it. */
    partyName: string | null;
    outlet: string;
    url: string;
  }[];
}

const COLUMNS = `s.id, s.title, s.url, s.outlet, s.language, s.stage, s.grade, s.first_seen_at AS firstSeenAt,
  s.last_seen_at AS lastSeenAt, s.articles, s.outlets`;

/** Stories, the latest first; a story matches when one of its articles does. */
export function stories(db: Db, filters: Filters = {}): StoryRow[] {
  const { where, values } = narrowedStories(db, filters);
  return prepared<[Record<string, string | number>], StoryRow>(
    db,
    `WITH chosen AS (
       SELECT s.id, s.last_seen_at FROM stories s WHERE 1${where}
       ORDER BY s.last_seen_at DESC, s.id DESC LIMIT @limit OFFSET @offset
     )
     SELECT ${COLUMNS} FROM chosen c JOIN stories s ON s.id = c.id ORDER BY c.last_seen_at DESC, c.id DESC`,
  ).all({ ...values, ...page(filters, 20) });
}

/** SQL for the tags of a kind that a story's articles have; CROSS JOIN and plus keep it from reading those of all articles. */
const tagsOf = (kind: 'party' | 'topic', language: 'de' | 'en'): string =>
  `SELECT f.ref AS id, coalesce(t.name_${language}, f.ref) AS name, count(DISTINCT f.article_id) AS articles
   FROM story_article sa CROSS JOIN finding f ON f.article_id = sa.article_id LEFT JOIN ${kind} t ON t.id = f.ref
   WHERE sa.story_id = ? AND +f.kind = '${kind}' GROUP BY f.ref ORDER BY articles DESC, f.ref`;

/** One story with its members, findings and summary; undefined where there is none of that id. */
export function story(db: Db, id: number, language: 'de' | 'en'): StoryDetail | undefined {
  const row = prepared<[number], StoryRow>(db, `SELECT ${COLUMNS} FROM stories s WHERE s.id = ?`).get(id);
  if (row === undefined) return undefined;
  const all = <T>(sql: string): T[] => prepared<[number], T>(db, sql).all(id);
  return {
    ...row,
    summary: all(
      `SELECT a.id AS articleId, ss.language, ss.sentence, a.outlet, a.url FROM story_sentence ss JOIN articles a ON a.id = ss.article_id
       WHERE ss.story_id = ? ORDER BY ss.language, ss.position`,
    ),
    wordings: wordingsOf(db, id),
    members: all(
      `SELECT a.id, a.url, a.title, a.outlet, a.language, a.at, a.agencies, a.reprint_kind AS reprintKind,
         (SELECT r.own_share FROM reprints r WHERE r.article_id = a.id AND r.kind = a.reprint_kind ORDER BY r.score DESC LIMIT 1)
           AS ownShare, a.revisions,
         a.text_from AS textFrom, a.wall, sa.reason
       FROM story_article sa JOIN articles a ON a.id = sa.article_id WHERE sa.story_id = ? ORDER BY a.at, a.id`,
    ),
    parties: all(tagsOf('party', language)),
    topics: all(tagsOf('topic', language)),
    dockets: all<{ ref: string }>(
      `SELECT f.ref, count(*) AS n FROM story_article sa CROSS JOIN finding f ON f.article_id = sa.article_id
       WHERE sa.story_id = ? AND +f.kind = 'docket' GROUP BY f.ref ORDER BY n DESC, f.ref`,
    ).map(({ ref }) => ref),
    dates: all(
      `SELECT day, precision, type, min(matched) AS matched, min(outlet) AS outlet FROM dates
       WHERE story_id = ? AND type <> 'other' GROUP BY day, precision, type ORDER BY day, type`,
    ),
    statements: all(
      `SELECT s.article_id AS articleId, s.form, s.quote, s.speaker, s.party, coalesce(p.name_${language}, s.party) AS partyName,
         s.outlet, s.url
       FROM statements s LEFT JOIN party p ON p.id = s.party WHERE s.story_id = ? AND s.party IS NOT NULL
       GROUP BY s.quote ORDER BY min(s.at), min(s.id) LIMIT 12`,
    ),
  };
}
