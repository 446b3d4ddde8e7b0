import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** An answer that gave an article's text. */
export interface Fetch {
  articleId: number;
  at: Instant;
  finalUrl: string;
  status: number;
  /** Of the body, freed of its content coding, hex. */
  sha256: string;
  /** Of the same. */
  bytes: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  /** The body, gzipped; null where it is not archived. */
  page: Uint8Array | null;
}

export type Fetches = ReturnType<typeof createFetches>;

/** The record of how texts were received. */
export function createFetches(db: Db) {
  const insert = db.prepare(`
    INSERT INTO fetch (article_id, at, final_url, status, sha256, bytes, headers, page)
    VALUES (@articleId, @at, @finalUrl, @status, @sha256, @bytes, @headers, @page)
    ON CONFLICT (article_id, at) DO NOTHING`);
  return {
    /** Records one answer; the same one again changes nothing. */
    record: (fetch: Fetch): void => void insert.run({ ...fetch, headers: JSON.stringify(fetch.headers) }),
  };
}
