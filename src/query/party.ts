import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';

/** What the press made of one party. */
export interface PartyProfile {
  id: string;
  name: string;
  kind: string;
  role: string;
  country: string | null;
  /** Relevant articles that name it, and their outlets. */
  articles: number;
  outlets: number;
  firstAt: Instant | null;
  lastAt: Instant | null;
}

/** A party of the dossier with how often it is named; undefined where there is none of that id. */
export function partyProfile(db: Db, id: string, language: 'de' | 'en'): PartyProfile | undefined {
  return db
    .prepare<{ id: string }, PartyProfile>(
      `SELECT p.id, p.name_${language} AS name, p.kind, p.role, p.country, n.* FROM party p, (
         SELECT count(*) AS articles, count(DISTINCT source_id) AS outlets, min(at) AS firstAt, max(at) AS lastAt
         FROM (SELECT source_id, coalesce(published_at, first_seen_at) AS at FROM article
           WHERE grade <> 'off' AND id IN (SELECT article_id FROM finding WHERE kind = 'party' AND ref = @id))
       ) n WHERE p.id = @id`,
    )
    .get({ id });
}
