import type { Day, Instant, Language } from '../model/index.ts';
import type { Db } from './db.ts';

export interface CardStory {
  id: number;
  title: string;
  language: Language;
  leadArticleId: number;
  stage: string | null;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  mergedInto: number | null;
}

export interface CardArticle {
  articleId: number;
  outlet: string;
  sourceKind: string;
  /** The party whose releases the source publishes. */
  sourceParty: string | null;
  url: string;
  title: string;
  language: Language;
  publishedAt: Instant | null;
  firstSeenAt: Instant;
  wall: string | null;
  /** Joined by commas. */
  agencies: string | null;
  /** 1: its text is, as far as stored, another's or the agency's. */
  reprint: number;
  /** 1: a live blog or news in brief. */
  live: number;
}

export interface CardSentence {
  articleId: number;
  /** Longest excerpt, in characters, that may be shown of the article; null: no limit. */
  snippetLimit: number | null;
  sentence: string;
  language: Language;
  outlet: string;
  url: string;
}

/** A sentence of a model, with the article that bears it. */
export interface CardWording extends CardSentence {
  model: string;
}

export interface CardStatement {
  quote: string;
  form: 'direct' | 'reported';
  /** The characters that stand before it in its text. */
  before: string;
  /** Of the article. */
  language: Language;
  speaker: string | null;
  /** The party's name in the language asked for. */
  party: string;
  partyId: string;
  nameDe: string;
  nameEn: string;
  articleId: number;
  snippetLimit: number | null;
  outlet: string;
  url: string;
}

/** How much is told of what stands before a statement: a conjunction (characters). */
const BEFORE = 6;

/** How much of a text opens it (characters). */
const LEAD = 400;

export type Cards = ReturnType<typeof createCards>;

/** What the articles of one story are tagged with, with its name; first what most of them are about: in each article the
 * weightiest place of a tag counts, headline before lead before the rest. Of the parties those that can take a side: not
 * products, and not people, who speak for one. CROSS JOIN and + have it begin with the story's articles, not with all
 * findings of a kind. */
const tags = (kind: 'party' | 'topic', name: 'name_de' | 'name_en') => `
  SELECT tag.ref AS id, n.${name} AS name FROM (
    SELECT f.ref, count(*) AS places,
      max(CASE WHEN f.field = 'title' THEN 4 WHEN f.field = 'teaser' OR f.start < ${LEAD} THEN 2 ELSE 1 END) AS weight
    FROM story_article sa CROSS JOIN finding f ON f.article_id = sa.article_id AND +f.kind = '${kind}'
    WHERE sa.story_id = ? GROUP BY f.ref, f.article_id) tag
  CROSS JOIN ${kind} n ON n.id = tag.ref
  ${kind === 'party' ? "WHERE n.kind NOT IN ('product', 'person', 'person (unnamed)')" : ''}
  GROUP BY tag.ref ORDER BY sum(tag.weight) DESC, sum(tag.places) DESC, tag.ref LIMIT ?`;

/** A story's rows as its message needs them: SQL only. */
function createCards(db: Db) {
  const story = db.prepare<[number], CardStory>(`
    SELECT id, title, language, lead_article_id AS leadArticleId, stage, first_seen_at AS firstSeenAt,
      last_seen_at AS lastSeenAt, merged_into AS mergedInto FROM story WHERE id = ?`);
  const articles = db.prepare<[number], CardArticle>(`
    SELECT a.id AS articleId, s.name AS outlet, s.kind AS sourceKind, s.party AS sourceParty, a.url, a.title, a.language,
      a.published_at AS publishedAt, a.first_seen_at AS firstSeenAt, a.wall,
      (SELECT group_concat(agency) FROM (SELECT agency FROM credit WHERE article_id = a.id ORDER BY agency)) AS agencies,
      EXISTS (SELECT 1 FROM link l WHERE l.article_id = a.id AND l.kind IN ('duplicate', 'contained-in'))
        OR (EXISTS (SELECT 1 FROM credit WHERE article_id = a.id)
          AND EXISTS (SELECT 1 FROM link l WHERE l.other_id = a.id AND l.kind IN ('duplicate', 'contained-in'))) AS reprint,
      coalesce((SELECT f.live FROM fingerprint f WHERE f.article_id = a.id), 0) AS live
    FROM story_article sa JOIN article a ON a.id = sa.article_id JOIN source s ON s.id = a.source_id
    WHERE sa.story_id = ? ORDER BY coalesce(a.published_at, a.first_seen_at), a.id`);
  const sentences = db.prepare<[number], CardSentence>(`
    SELECT a.id AS articleId, s.snippet_limit AS snippetLimit, ss.sentence, ss.language, s.name AS outlet, a.url
    FROM story_sentence ss JOIN article a ON a.id = ss.article_id JOIN source s ON s.id = a.source_id
    WHERE ss.story_id = ? ORDER BY ss.language, ss.position`);
  const wording = db.prepare<[number, string], CardWording>(`
    SELECT a.id AS articleId, s.snippet_limit AS snippetLimit, ws.sentence, ws.language, s.name AS outlet, a.url, w.model
    FROM wording_sentence ws JOIN wording w ON w.story_id = ws.story_id AND w.language = ws.language AND w.state = 'accepted'
    JOIN article a ON a.id = ws.article_id JOIN source s ON s.id = a.source_id
    WHERE ws.story_id = ? AND ws.language = ? ORDER BY ws.position`);
  // The texts of those alone that are chosen are read.
  const statements = (name: 'name_de' | 'name_en') => `
    SELECT chosen.*, substr(t.text, max(1, start - ${BEFORE - 1}), min(start, ${BEFORE})) AS before FROM (
      SELECT st.quote, st.form, st.start, a.language, st.speaker, p.${name} AS party, p.id AS partyId, p.name_de AS nameDe,
        p.name_en AS nameEn, a.id AS articleId, s.snippet_limit AS snippetLimit, s.name AS outlet, a.url,
        coalesce(a.published_at, a.first_seen_at) AS at
      FROM story_article sa JOIN statement st ON st.article_id = sa.article_id JOIN party p ON p.id = st.party
      JOIN article a ON a.id = sa.article_id JOIN source s ON s.id = a.source_id
      WHERE sa.story_id = ? AND a.low_quality IS NULL ORDER BY st.form = 'direct' DESC, at, st.start LIMIT 50) chosen
    JOIN article t ON t.id = chosen.articleId ORDER BY chosen.form = 'direct' DESC, at, start`;
  const dockets = db.prepare<[number, number], { ref: string }>(`
    SELECT f.ref FROM story_article sa CROSS JOIN finding f ON f.article_id = sa.article_id AND +f.kind = 'docket'
    WHERE sa.story_id = ? GROUP BY f.ref ORDER BY count(DISTINCT f.article_id) DESC, count(*) DESC, f.ref LIMIT ?`);
  const nextDate = db.prepare<[number, Day], { day: Day; type: string }>(`
    SELECT d.day, d.type FROM story_article sa JOIN article_date d ON d.article_id = sa.article_id
    WHERE sa.story_id = ? AND d.precision = 'day' AND d.type <> 'other' AND d.day > ?
    GROUP BY d.day, d.type ORDER BY d.day, count(*) DESC LIMIT 1`);
  const stage = db.prepare<[string], { name_de: string; name_en: string }>(
    'SELECT name_de, name_en FROM stage WHERE id = ?',
  );
  const party = db.prepare<[string], { name_de: string; name_en: string }>(
    'SELECT name_de, name_en FROM party WHERE id = ?',
  );
  const withdrawn = db.prepare<[number], { agency: string }>(
    'SELECT DISTINCT s.name AS agency FROM withdrawal w JOIN source s ON s.id = w.source_id WHERE w.story_id = ? ORDER BY s.name',
  );
  const announced = db.prepare<
    [string],
    { stories: number; articles: number; outlets: number; from: Instant | null; to: Instant | null }
  >(`
    SELECT count(DISTINCT d.story_id) AS stories, count(DISTINCT a.id) AS articles, count(DISTINCT a.source_id) AS outlets,
      min(coalesce(a.published_at, a.first_seen_at)) AS "from", max(coalesce(a.published_at, a.first_seen_at)) AS "to"
    FROM delivery d JOIN story_article sa ON sa.story_id = d.story_id JOIN article a ON a.id = sa.article_id WHERE d.announced_by = ?`);
  const announcedStories = db.prepare<[string, number], { id: number }>(`
    SELECT st.id FROM delivery d JOIN story st ON st.id = d.story_id WHERE d.announced_by = ?
    ORDER BY (SELECT max(coalesce(a.published_at, a.first_seen_at)) FROM story_article sa JOIN article a ON a.id = sa.article_id
      WHERE sa.story_id = st.id) DESC, st.id DESC LIMIT ?`);
  const named = {
    de: {
      party: db.prepare<[number, number], { id: string; name: string }>(tags('party', 'name_de')),
      topic: db.prepare<[number, number], { id: string; name: string }>(tags('topic', 'name_de')),
      statements: db.prepare<[number], CardStatement>(statements('name_de')),
    },
    en: {
      party: db.prepare<[number, number], { id: string; name: string }>(tags('party', 'name_en')),
      topic: db.prepare<[number, number], { id: string; name: string }>(tags('topic', 'name_en')),
      statements: db.prepare<[number], CardStatement>(statements('name_en')),
    },
  };

  return {
    story: (id: number) => story.get(id),
    /** Oldest first. */
    articles: (storyId: number) => articles.all(storyId),
    sentences: (storyId: number) => sentences.all(storyId),
    /** What a model made of them in a language; empty where it was not asked or not believed. */
    wording: (storyId: number, language: Language) => wording.all(storyId, language),
    parties: (storyId: number, names: 'de' | 'en', limit: number) => named[names].party.all(storyId, limit),
    topics: (storyId: number, names: 'de' | 'en', limit: number) => named[names].topic.all(storyId, limit),
    /** Of known parties, direct speech first; at most 50. */
    statements: (storyId: number, names: 'de' | 'en') => named[names].statements.all(storyId),
    dockets: (storyId: number, limit: number) => dockets.all(storyId, limit).map(({ ref }) => ref),
    /** The first day after `day` on which something is to happen. */
    nextDate: (storyId: number, day: Day) => nextDate.get(storyId, day) ?? null,
    partyName: (id: string, names: 'de' | 'en') => {
      const row = party.get(id);
      return row && (names === 'de' ? row.name_de : row.name_en);
    },
    stageName: (id: string, names: 'de' | 'en') => {
      const row = stage.get(id);
      return row && (names === 'de' ? row.name_de : row.name_en);
    },
    /** Agencies that withdrew a report of the story. */
    withdrawnBy: (storyId: number) => withdrawn.all(storyId).map(({ agency }) => agency),
    /** What a catch-up message stands for. */
    announced: (deliveryId: string) => announced.get(deliveryId),
    /** Its stories, the newest first. */
    announcedStories: (deliveryId: string, limit: number) =>
      announcedStories.all(deliveryId, limit).map(({ id }) => id),
  };
}

const cards = new WeakMap<Db, Cards>();

/** A database's cards; statements are prepared once. */
export function cardsOf(db: Db): Cards {
  const known = cards.get(db) ?? createCards(db);
  cards.set(db, known);
  return known;
}
