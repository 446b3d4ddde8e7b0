import type { Instant, Link } from '../model/index.ts';
import type { Db } from './db.ts';

/** A link with how much of the later article is its own. */
export interface FoundLink extends Link {
  /** 0–1: share of its sentences that do not stand in the other; null where the texts were not compared. */
  ownShare: number | null;
}

/** How articles stand to one another, and which article represents a group of near-duplicates. */
export function createLinks(db: Db) {
  const insert = db.prepare(
    `INSERT INTO link (article_id, other_id, kind, score, own_share, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET kind = excluded.kind, score = excluded.score, own_share = excluded.own_share,
       reason = excluded.reason,
       at = excluded.at`,
  );
  const outgoing = db.prepare(
    'SELECT other_id AS articleId, kind, score, own_share AS ownShare, reason FROM link WHERE article_id = ? ORDER BY score DESC, other_id',
  );
  const removeOutgoing = db.prepare('DELETE FROM link WHERE article_id = ?');
  const representative = db.prepare('SELECT representative_id FROM reprint WHERE article_id = ?').pluck();
  const setRepresentative = db.prepare(
    `INSERT INTO reprint (article_id, representative_id) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET representative_id = excluded.representative_id`,
  );
  const leaveGroup = db.prepare(
    'DELETE FROM reprint WHERE article_id = ? AND representative_id <> article_id',
  );
  const members = db
    .prepare('SELECT article_id FROM reprint WHERE representative_id = ? ORDER BY article_id')
    .pluck();
  const byUrn = db.prepare(
    `SELECT article_id AS articleId, version FROM credit
     WHERE urn = ? AND agency = ? AND article_id <> ? ORDER BY article_id`,
  );

  return {
    /** Keeps a link; a later one between the same two articles replaces the earlier. */
    add(articleId: number, link: FoundLink, at: Instant): void {
      insert.run(articleId, link.articleId, link.kind, link.score, link.ownShare, link.reason, at);
    },
    /** The links an article was given when it came, best first. */
    of(articleId: number): FoundLink[] {
      return outgoing.all(articleId) as FoundLink[];
    },
    removeOf(articleId: number): void {
      removeOutgoing.run(articleId);
    },
    /** The article that stands for the group of near-duplicates; itself where it is in none. */
    representativeOf(articleId: number): number {
      const found = representative.get(articleId);
      return typeof found === 'number' ? found : articleId;
    },
    /** All articles of the group that `representativeId` stands for, itself included. */
    groupOf(representativeId: number): number[] {
      const ids = members.all(representativeId) as number[];
      return ids.length > 0 ? ids : [representativeId];
    },
    /** Puts an article into the group of a representative. */
    joinGroup(articleId: number, representativeId: number): void {
      setRepresentative.run(representativeId, representativeId);
      setRepresentative.run(articleId, representativeId);
    },
    /** Takes an article out of the group it joined; one that others joined stays their representative. */
    leaveGroup(articleId: number): void {
      leaveGroup.run(articleId);
    },
    /** Articles that name the same wire item. */
    withUrn(urn: string, agency: string, articleId: number): { articleId: number; version: number | null }[] {
      return byUrn.all(urn, agency, articleId) as { articleId: number; version: number | null }[];
    },
  };
}

export type Links = ReturnType<typeof createLinks>;
