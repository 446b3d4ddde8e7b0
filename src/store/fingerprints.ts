import type { Db } from './db.ts';

/** What is kept of an article's fingerprint. */
export interface FingerprintRow {
  articleId: number;
  /** Period (30 days since 1970) under which its shingles are indexed. */
  period: number;
  /** Published, else first seen: `2025-05-27`. */
  day: string;
  words: number;
  live: boolean;
  figures: string[];
  hashes: number[];
}

/** A fingerprinted article as a candidate for comparison. */
export interface ComparedArticle extends FingerprintRow {
  sourceId: string;
  title: string;
  text: string;
}

/** One article that holds a shingle; `outlet` is the number given by `outletNumber`. */
export interface ShingleRow {
  hash: number;
  articleId: number;
  outlet: number;
}

interface StoredRow {
  articleId: number;
  period: number;
  day: string;
  words: number;
  live: number;
  figures: string;
  hashes: Buffer;
  sourceId: string;
  title: string;
  text: string;
}

const pack = (hashes: readonly number[]): Buffer => Buffer.from(Float64Array.from(hashes).buffer);
/** SQLite's bytes may stand anywhere in memory: copied, they are aligned. */
const unpack = (bytes: Buffer): number[] => [...new Float64Array(Uint8Array.from(bytes).buffer)];

const parseRow = (row: StoredRow): ComparedArticle => ({
  ...row,
  live: row.live === 1,
  figures: row.figures === '' ? [] : row.figures.split(' '),
  hashes: unpack(row.hashes),
});

/** Fingerprints of articles and the index from sampled shingles to the articles that hold them. */
export function createFingerprints(db: Db) {
  const insert = db.prepare(
    `INSERT INTO fingerprint (article_id, period, day, words, live, figures, hashes)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertShingles = db.prepare(
    `INSERT OR IGNORE INTO shingle (period, hash, article_id, outlet)
     SELECT ?, value, ?, ? FROM json_each(?) ORDER BY value`,
  );
  const holders = db.prepare(
    `SELECT s.hash, s.article_id AS articleId, s.outlet
     FROM json_each(?) AS sought CROSS JOIN shingle AS s
     WHERE s.period IN (?, ? - 1, ? - 2) AND s.hash = sought.value`,
  );
  const byArticle = db.prepare(
    `SELECT f.article_id AS articleId, f.period, f.day, f.words, f.live, f.figures, f.hashes,
            a.source_id AS sourceId, a.title, a.text
     FROM fingerprint AS f JOIN article AS a ON a.id = f.article_id WHERE f.article_id = ?`,
  );
  const removeShingles = db.prepare(
    `DELETE FROM shingle WHERE period = ? AND article_id = ? AND hash IN (SELECT value FROM json_each(?))`,
  );
  const remove = db.prepare('DELETE FROM fingerprint WHERE article_id = ?');
  const outletByName = db.prepare('SELECT number FROM shingle_outlet WHERE source_id = ?').pluck();
  const insertOutlet = db.prepare('INSERT INTO shingle_outlet (source_id) VALUES (?)');
  const expireShingles = db.prepare(
    `DELETE FROM shingle WHERE (period, hash, article_id) IN
       (SELECT period, hash, article_id FROM shingle WHERE period < ? ORDER BY period, hash LIMIT ?)`,
  );
  const expireFingerprints = db.prepare(
    `DELETE FROM fingerprint WHERE article_id IN (SELECT article_id FROM fingerprint WHERE period < ? LIMIT ?)`,
  );

  return {
    /** A small number for an outlet, the same in every run. */
    outletNumber(sourceId: string): number {
      const known = outletByName.get(sourceId);
      return typeof known === 'number' ? known : Number(insertOutlet.run(sourceId).lastInsertRowid);
    },
    /** Keeps a fingerprint; only `indexed` of its hashes can be found by later articles. */
    put(row: FingerprintRow, outlet: number, indexed: number[]): void {
      const { articleId, period, day, words, live, figures, hashes } = row;
      insert.run(articleId, period, day, words, live ? 1 : 0, figures.join(' '), pack(hashes));
      insertShingles.run(period, articleId, outlet, JSON.stringify(indexed));
    },
    get(articleId: number): ComparedArticle | null {
      const row = byArticle.get(articleId) as StoredRow | undefined;
      return row ? parseRow(row) : null;
    },
    remove(articleId: number): void {
      const row = this.get(articleId);
      if (!row) return;
      removeShingles.run(row.period, articleId, JSON.stringify(row.hashes));
      remove.run(articleId);
    },
    /** Who holds any of the hashes, in the given period and the two before it. */
    holders(hashes: number[], period: number): ShingleRow[] {
      return holders.all(JSON.stringify(hashes), period, period, period) as ShingleRow[];
    },
    /** Forgets up to `limit` shingles, and as many fingerprints, of periods before the given one. */
    expire(beforePeriod: number, limit: number): void {
      expireShingles.run(beforePeriod, limit);
      expireFingerprints.run(beforePeriod, limit);
    },
  };
}

export type Fingerprints = ReturnType<typeof createFingerprints>;
