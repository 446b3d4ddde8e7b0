import type { Instant } from '../../model/index.ts';
import type { Db } from '../../store/db.ts';

/** What a bundle is about. */
export type Subject = { kind: 'story'; id: number } | { kind: 'article'; id: number };

type Row = Record<string, string | number | null>;

/** An answer of the outlet's server that gave a text. */
export interface FetchRecord {
  at: Instant;
  finalUrl: string;
  status: number;
  sha256: string;
  bytes: number;
  headers: Record<string, string>;
  /** The body, gzipped; null where it is not archived. */
  page: Uint8Array | null;
}

export interface RevisionRecord {
  number: number;
  seenAt: Instant;
  kind: string;
  changes: string[];
  title: string;
  text: string;
  sha256: string | null;
  extractor: string | null;
}

/** Everything that is stored of an article. */
export interface ArticleEvidence {
  id: number;
  title: string;
  teaser: string;
  text: string;
  /** The rest of its row. */
  facts: Record<string, unknown>;
  fetches: FetchRecord[];
  revisions: RevisionRecord[];
  findings: { credits: Row[]; findings: Row[]; dates: Row[] };
  statements: Row[];
  links: { of: Row[]; by: Row[] };
  decisions: (Row & { at: Instant })[];
  /** As feeds announced it. */
  entries: Row[];
}

/** A story's row, its summaries, how its articles came together, and what was posted of it. */
export interface StoryEvidence {
  facts: Row;
  /** Verbatim sentences, each with its article. */
  summary: Row[];
  /** What a language model made of them, each sentence with the one that bears it. */
  wording: Row[];
  articles: Row[];
  corrections: Row[];
  deliveries: Row[];
}

export interface Evidence {
  subject: Subject;
  /** Null for a single article. */
  story: StoryEvidence | null;
  articles: ArticleEvidence[];
}

const json = (value: unknown): unknown => JSON.parse(String(value));

const FACTS = `a.id, a.url, a.url_key AS urlKey, a.final_url AS finalUrl, a.status, a.fetched_at AS fetchedAt, a.sha256,
  a.extractor, a.source_id AS sourceId, a.outlet, a.outlet_kind AS outletKind, a.country, a.language, a.authors,
  a.published_at AS publishedAt, a.modified_at AS modifiedAt, a.first_seen_at AS firstSeenAt, a.text_from AS textFrom,
  a.wall, a.grade, a.relevance, r.relevance_reasons AS relevanceReasons, a.stage, a.low_quality AS lowQuality,
  a.story_id AS storyId, a.dossier_version AS dossierVersion`;

type Received = Pick<ArticleEvidence, 'fetches' | 'revisions' | 'decisions' | 'entries'>;

/** How an article came, and what became of it. */
function received(db: Db, id: number): Received {
  const all = <T>(sql: string): T[] => db.prepare<[number], T>(sql).all(id);
  return {
    fetches: all<FetchRecord>(
      `SELECT at, final_url AS finalUrl, status, sha256, bytes, headers, page FROM fetch
       WHERE article_id = ? ORDER BY at, id`,
    ).map((fetch) => ({ ...fetch, headers: json(fetch.headers) as Record<string, string> })),
    revisions: all<RevisionRecord>(
      `SELECT number, seen_at AS seenAt, kind, changes, title, text, sha256, extractor FROM revision
       WHERE article_id = ? ORDER BY number`,
    ).map((revision) => ({ ...revision, changes: json(revision.changes) as string[] })),
    decisions: all(
      `SELECT at, step, outcome, reason FROM decision
       WHERE url = (SELECT url_key FROM article WHERE id = ?) ORDER BY id`,
    ),
    entries: all(
      `SELECT feed_url AS feedUrl, guid, url, title, teaser, published_at AS publishedAt, first_seen_at AS firstSeenAt,
         decision, reason FROM entry WHERE article_id = ? ORDER BY id`,
    ),
  };
}

type Recognised = Pick<ArticleEvidence, 'findings' | 'statements' | 'links'>;

/** What analysis and linking found in an article. */
function recognised(db: Db, id: number): Recognised {
  const all = (sql: string): Row[] => db.prepare<[number], Row>(sql).all(id);
  return {
    findings: {
      credits: all(
        'SELECT agency, desk, urn, version, rule, matched FROM credit WHERE article_id = ? ORDER BY agency',
      ),
      findings: all(
        `SELECT kind, ref, field, start, "end", matched, rule, confidence, dossier_version AS dossierVersion
         FROM finding WHERE article_id = ? ORDER BY field, start, "end", kind, ref, rule`,
      ),
      dates: all(
        `SELECT day, precision, type, field, start, "end", matched, rule FROM article_date
         WHERE article_id = ? ORDER BY field, start, day, type`,
      ),
    },
    statements: all(
      `SELECT form, quote, speaker, person, party, cue, start, "end" FROM statement WHERE article_id = ? ORDER BY start, id`,
    ),
    links: {
      of: all(
        `SELECT of_article_id AS articleId, of_outlet AS outlet, of_url AS url, kind, score, reason, at FROM reprints
         WHERE article_id = ? ORDER BY of_article_id`,
      ),
      by: all(
        `SELECT article_id AS articleId, outlet, url, kind, score, reason, at FROM reprints
         WHERE of_article_id = ? ORDER BY article_id`,
      ),
    },
  };
}

/** What is stored of one article; undefined where there is none, or it was withdrawn. */
function article(db: Db, id: number): ArticleEvidence | undefined {
  const row = db
    .prepare<[number], Row>(
      `SELECT ${FACTS}, a.title, a.teaser, a.text FROM articles a JOIN article r ON r.id = a.id WHERE a.id = ?`,
    )
    .get(id);
  if (row === undefined) return undefined;
  const { title, teaser, text, authors, relevanceReasons, ...facts } = row;
  return {
    ...{ id, title: String(title), teaser: String(teaser), text: String(text) },
    facts: { ...facts, authors: json(authors), relevanceReasons: json(relevanceReasons) },
    ...received(db, id),
    ...recognised(db, id),
  };
}

function story(db: Db, id: number): StoryEvidence | undefined {
  const all = (sql: string): Row[] => db.prepare<[{ id: number }], Row>(sql).all({ id });
  const [facts] = all(
    `SELECT id, title, language, stage, grade, first_seen_at AS firstSeenAt, last_seen_at AS lastSeenAt,
       lead_article_id AS leadArticleId FROM stories WHERE id = @id`,
  );
  if (facts === undefined) return undefined;
  return {
    facts,
    summary: all(
      `SELECT ss.language, ss.position, ss.sentence, ss.article_id AS articleId FROM story_sentence ss
       JOIN articles a ON a.id = ss.article_id WHERE ss.story_id = @id ORDER BY ss.language, ss.position`,
    ),
    wording: all(
      `SELECT ws.language, ws.position, ws.sentence, ws.article_id AS articleId, ws.source_sentence AS sourceSentence,
         w.model, w.at FROM wording_sentence ws
       JOIN wording w ON w.story_id = ws.story_id AND w.language = ws.language
       JOIN articles a ON a.id = ws.article_id WHERE ws.story_id = @id ORDER BY ws.language, ws.position`,
    ),
    articles: all(
      `SELECT sa.article_id AS articleId, sa.joined_at AS joinedAt, sa.score, sa.reason, sa.primary_source AS primarySource
       FROM story_article sa JOIN articles a ON a.id = sa.article_id WHERE sa.story_id = @id ORDER BY sa.article_id`,
    ),
    corrections: all(
      `SELECT id AS decision, at, kind, story_id AS "from", other_id AS "to", by, reason, undone_at AS undoneAt
       FROM story_decision WHERE story_id = @id OR other_id = @id ORDER BY id`,
    ),
    deliveries: all(
      `SELECT id, channel, kind, state, reason, message_id AS messageId, created_at AS createdAt, sent_at AS sentAt,
         edited_at AS editedAt FROM deliveries WHERE story_id = @id ORDER BY created_at, id`,
    ),
  };
}

/**
 * What is stored of a story or an article, all of it of one moment, whoever writes meanwhile. What an agency withdrew or
 * holds under embargo is not in it.
 * @returns undefined where there is no such story or article
 */
export function evidenceOf(db: Db, subject: Subject): Evidence | undefined {
  return db.transaction((): Evidence | undefined => {
    if (subject.kind === 'article') {
      const found = article(db, subject.id);
      return found && { subject, story: null, articles: [found] };
    }
    const found = story(db, subject.id);
    if (!found) return undefined;
    const articles = found.articles.flatMap(({ articleId }) => article(db, Number(articleId)) ?? []);
    return { subject, story: found, articles };
  })();
}
