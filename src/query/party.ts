import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { createNamedTimes } from './named-times.ts';
import { prepared } from './prepared.ts';

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
  const row = prepared<[{ id: string }], Omit<PartyProfile, 'firstAt' | 'lastAt'>>(
    db,
    `SELECT p.id, p.name_${language} AS name, p.kind, p.role, p.country, n.* FROM party p, (
       SELECT coalesce(sum(articles), 0) AS articles, count(*) AS outlets FROM tag_tally
       WHERE kind = 'party' AND ref = @id AND articles > 0
     ) n WHERE p.id = @id`,
  ).get({ id });
  if (row === undefined) return undefined;
  const { first, last } = createNamedTimes(db);
  const tag = { kind: 'party', ref: id } as const;
  return { ...row, firstAt: first(tag), lastAt: last(tag) };
}
