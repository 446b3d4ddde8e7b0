import type { Db } from '../store/db.ts';

export interface Choice {
  id: string;
  name: string;
}

/** What filters can be set to: the dossier's tags and the catalogue as the database knows them. */
export interface Choices {
  party: Choice[];
  topic: Choice[];
  stage: Choice[];
  source: Choice[];
  /** ISO 639 and ISO 3166 codes of the sources. */
  language: string[];
  country: string[];
  /** Dockets that articles name, at most 500. */
  docket: string[];
}

const MOST_DOCKETS = 500;

/** Everything that a list can be narrowed by. Reads small tables, and of findings one index entry a docket. */
export function choices(db: Db, language: 'de' | 'en'): Choices {
  const list = (sql: string): Choice[] => db.prepare<[], Choice>(sql).all();
  const codes = (sql: string): string[] => db.prepare<[], string>(sql).pluck().all();
  const named = (table: string) => `SELECT id, name_${language} AS name FROM ${table}`;
  return {
    party: list(`${named('party')} ORDER BY name COLLATE NOCASE`),
    topic: list(`${named('topic')} ORDER BY name COLLATE NOCASE`),
    stage: list(`${named('stage')} ORDER BY rank`),
    source: list('SELECT id, name FROM source ORDER BY name COLLATE NOCASE'),
    language: codes('SELECT DISTINCT value FROM source, json_each(source.languages) ORDER BY value'),
    country: codes('SELECT DISTINCT country FROM source ORDER BY country'),
    docket: codes(
      `WITH RECURSIVE docket(ref) AS (
         SELECT min(ref) FROM finding WHERE kind = 'docket'
         UNION ALL
         SELECT (SELECT min(f.ref) FROM finding f WHERE f.kind = 'docket' AND f.ref > docket.ref)
         FROM docket WHERE ref IS NOT NULL
       ) SELECT ref FROM docket WHERE ref IS NOT NULL LIMIT ${MOST_DOCKETS}`,
    ),
  };
}
