import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { createLexicon, expand } from './expand.ts';
import { type Filters, page } from './filters.ts';
import type { Scored } from './hits.ts';
import { plucked, prepared } from './prepared.ts';
import { bestOfNewest } from './rank.ts';
import { createSnippets, MARK } from './snippet.ts';
import { parseQuery, QueryError } from './terms.ts';
import { type Concept, translations } from './translate.ts';

export { type Filters, MARK, QueryError };

export interface SearchHit {
  id: number;
  url: string;
  title: string;
  outlet: string;
  language: string;
  at: Instant;
  grade: string;
  storyId: number | null;
  agencies: string | null;
  /** A part of the text around the words found, which stand between `MARK.begin` and `MARK.end`. */
  snippet: string;
  /** BM25, title weighing eight times the text, up to a third more for what is new; lower is better. */
  rank: number;
}

/** What a search found, best first. */
export interface Found {
  hits: SearchHit[];
  /** More articles matched than are ranked: the hits are the best of the newest so many. Null: of all. */
  ofNewest: number | null;
}

/** Hits that can be listed at most, however they are paged. */
const LISTED = 10_000;
/** Hits are put in order by words, and among so many by age as well; pages stay the same however far one reads. */
const TIER = 100;
/** What is new weighs a third more, what is 90 days older than the newest article a sixth. */
const NEWNESS = 0.33;
const HALF_NEW_DAYS = 90;
const DAY_MS = 86_400_000;

const AT = 'coalesce(published_at, first_seen_at)';

interface Ranked {
  id: number;
  at: Instant;
  rank: number;
}

/** A tier in order of words and age. */
function aged(db: Db, tier: readonly Scored[], newestAt: number): Ranked[] {
  const times = prepared<[string], [id: number, at: Instant]>(
    db,
    `SELECT a.id, ${AT} FROM json_each(?) j JOIN article a ON a.id = j.value`,
  ).raw();
  const at = new Map(times.all(JSON.stringify(tier.map(([id]) => id))));
  return tier
    .map(([id, score]): Ranked => {
      const printed = at.get(id) ?? '';
      const days = Math.max(0, newestAt - Date.parse(printed)) / DAY_MS;
      return { id, at: printed, rank: score * (1 + NEWNESS / (1 + days / HALF_NEW_DAYS)) };
    })
    .sort((a, b) => a.rank - b.rank || b.at.localeCompare(a.at));
}

/** The articles of a page, best first. */
function ranked(db: Db, scored: readonly Scored[], limit: number, offset: number): Ranked[] {
  const first = Math.floor(offset / TIER) * TIER;
  const newestAt = Date.parse(plucked<[], Instant>(db, `SELECT max(${AT}) FROM article`).get() ?? '');
  const tiers: Ranked[] = [];
  for (let from = first; from < Math.min(offset + limit, scored.length); from += TIER)
    tiers.push(...aged(db, scored.slice(from, from + TIER), newestAt));
  return tiers.slice(offset - first, offset - first + limit);
}

/** Ranked articles as a reader sees them. */
function shown(db: Db, best: readonly Ranked[], snippet: (fields: string[]) => string): SearchHit[] {
  const article = prepared<[number], Omit<SearchHit, 'snippet' | 'rank'>>(
    db,
    `SELECT id, url, title, outlet, language, at, grade, story_id AS storyId, agencies FROM articles WHERE id = ?`,
  );
  const fields = prepared<[number], string[]>(
    db,
    'SELECT title, teaser, text FROM article WHERE id = ?',
  ).raw();
  return best.flatMap(({ id, rank }) => {
    const found = article.get(id);
    return found ? [{ ...found, rank, snippet: snippet(fields.get(id) ?? []) }] : [];
  });
}

/**
 * Full-text search over title, teaser and text, best first, and how much was considered. Words are found in their
 * inflections and spellings (`expand.ts`); with concepts of the dossier, in the other languages as well.
 * Behind the 10,000th hit a page is empty.
 * @throws {QueryError} when the query holds no word
 */
export function find(db: Db, text: string, filters: Filters = {}, concepts: readonly Concept[] = []): Found {
  const query = parseQuery(text);
  const expression = expand(query, createLexicon(db), translations(db, query, concepts));
  const { limit: wanted, offset } = page(filters, 20);
  const limit = Math.min(wanted, LISTED - offset);
  if (offset >= LISTED) return { hits: [], ofNewest: null };
  const { scored, ofNewest } = bestOfNewest(db, expression, filters, limit + offset);
  const hits = shown(db, ranked(db, scored, limit, offset), createSnippets(expression.wanted));
  return { hits, ofNewest };
}

/** The hits of `find` alone. @throws {QueryError} as there */
export function search(
  db: Db,
  text: string,
  filters: Filters = {},
  concepts: readonly Concept[] = [],
): SearchHit[] {
  return find(db, text, filters, concepts).hits;
}
