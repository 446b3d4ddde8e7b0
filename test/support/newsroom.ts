import type { Grade, LinkKind } from '../../src/model/index.ts';
import { type Db, openDatabase } from '../../src/store/db.ts';

/** Stories as the linker leaves them, for tests of what comes after it. */
export interface Newsroom {
  db: Db;
  source(id: string, fields?: { name?: string; kind?: string; party?: string }): void;
  /** Gives the article's id. It joins the story, which is made when it is new. */
  article(fields: ArticleFields): number;
  link(articleId: number, otherId: number, kind: LinkKind): void;
}

export interface ArticleFields {
  story: number;
  source: string;
  title: string;
  /** When it was published, and seen unless `seenAt` says otherwise. */
  at: string;
  seenAt?: string;
  url?: string;
  language?: string;
  grade?: Grade;
  stage?: string;
  agencies?: string[];
  sentences?: string[];
  parties?: string[];
  topics?: string[];
  dockets?: string[];
  dates?: { day: string; type: string }[];
  statements?: { quote: string; speaker: string; party: string }[];
}

const VERSION = 'test';

function findings(db: Db, articleId: number, kind: string, refs: readonly string[]): void {
  const insert = db.prepare(
    `INSERT INTO finding (article_id, kind, ref, rule, field, matched, start, "end", confidence, dossier_version)
     VALUES (?, ?, ?, 'test', 'text', 'x', 0, 1, 1, ?)`,
  );
  for (const ref of refs) insert.run(articleId, kind, ref, VERSION);
}

function details(db: Db, id: number, fields: ArticleFields): void {
  const { agencies = [], dates = [], statements = [] } = fields;
  for (const agency of agencies)
    db.prepare(
      "INSERT INTO credit (article_id, agency, rule, matched) VALUES (?, ?, 'credit-line', 'x')",
    ).run(id, agency);
  findings(db, id, 'party', fields.parties ?? []);
  findings(db, id, 'topic', fields.topics ?? []);
  findings(db, id, 'docket', fields.dockets ?? []);
  for (const { day, type } of dates)
    db.prepare(
      `INSERT INTO article_date (article_id, day, precision, type, rule, field, matched, start, "end")
       VALUES (?, ?, 'day', ?, 'test', 'text', 'x', 0, 1)`,
    ).run(id, day, type);
  for (const { quote, speaker, party } of statements)
    db.prepare(
      `INSERT INTO statement (article_id, form, quote, speaker, party, start, "end") VALUES (?, 'direct', ?, ?, ?, 0, 1)`,
    ).run(id, quote, speaker, party);
}

function join(db: Db, id: number, fields: ArticleFields): void {
  const { story, title, language = 'de', stage = null, grade = 'core', at, seenAt = at } = fields;
  db.prepare(
    `INSERT INTO story (id, title, language, lead_article_id, stage, grade, first_seen_at, last_seen_at)
     VALUES (@story, @title, @language, @id, @stage, @grade, @seenAt, @seenAt)
     ON CONFLICT (id) DO UPDATE SET last_seen_at = max(last_seen_at, excluded.last_seen_at)`,
  ).run({ story, title, language, id, stage, grade, seenAt });
  db.prepare(
    "INSERT INTO story_article (story_id, article_id, score, reason, primary_source, joined_at) VALUES (?, ?, 1, 'test', 0, ?)",
  ).run(story, id, seenAt);
  for (const sentence of fields.sentences ?? [])
    db.prepare(
      `INSERT INTO story_sentence (story_id, language, position, article_id, sentence)
       VALUES (@story, @language, (SELECT count(*) FROM story_sentence WHERE story_id = @story AND language = @language), @id, @sentence)`,
    ).run({ story, language, id, sentence });
}

/** @param path a file, or a database in memory */
export function newsroom(path = ':memory:'): Newsroom {
  const db = openDatabase(path);
  return {
    db,
    source: (id, { name = id, kind = 'newspaper', party } = {}) =>
      void db
        .prepare(
          "INSERT INTO source (id, name, kind, languages, country, party) VALUES (?, ?, ?, '[]', 'DE', ?)",
        )
        .run(id, name, kind, party ?? null),
    article: (fields) => {
      const { source, title, at, seenAt = at, language = 'de', grade = 'core', stage = null } = fields;
      const url = fields.url ?? `https://${source}.example/${fields.story}/${at}`;
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO article (source_id, url, title, teaser, text, language, language_confidence, authors, published_at,
             first_seen_at, text_from, grade, stage, relevance, relevance_reasons, dossier_version)
           VALUES (?, ?, ?, '', '', ?, 1, '[]', ?, ?, 'page', ?, ?, 1, '[]', ?)`,
        )
        .run(source, url, title, language, at, seenAt, grade, stage, VERSION);
      const id = Number(lastInsertRowid);
      details(db, id, fields);
      join(db, id, fields);
      return id;
    },
    link: (articleId, otherId, kind) =>
      void db
        .prepare(
          "INSERT INTO link (article_id, other_id, kind, score, reason, at) VALUES (?, ?, ?, 1, 'test', '')",
        )
        .run(articleId, otherId, kind),
  };
}

/** Names of the dossier's mirror. */
export function names(
  db: Db,
  kind: 'party' | 'topic',
  all: Record<string, { de: string; en: string }>,
): void {
  const sql =
    kind === 'party'
      ? "INSERT INTO party (id, kind, role, name_de, name_en) VALUES (?, 'company', 'respondent', ?, ?)"
      : 'INSERT INTO topic (id, name_de, name_en) VALUES (?, ?, ?)';
  for (const [id, { de, en }] of Object.entries(all)) db.prepare(sql).run(id, de, en);
}
