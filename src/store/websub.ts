import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** What one hub was asked to push, and what came of it. */
export interface Subscription {
  feedUrl: string;
  hub: string;
  topic: string;
  secret: string;
  token: string;
  /** 1: asked, not yet confirmed. */
  pending: number;
  leaseUntil: Instant | null;
  nextAskAt: Instant;
}

export type WebSubStore = ReturnType<typeof createWebSub>;

const COLUMNS = `feed_url AS feedUrl, hub, topic, secret, token, pending, lease_until AS leaseUntil,
  next_ask_at AS nextAskAt`;

/** Subscriptions at WebSub hubs, one a feed. */
export function createWebSub(db: Db) {
  const byFeed = db.prepare<[string], Subscription>(`SELECT ${COLUMNS} FROM websub WHERE feed_url = ?`);
  const byToken = db.prepare<[string], Subscription>(`SELECT ${COLUMNS} FROM websub WHERE token = ?`);
  const active = db
    .prepare<[string], string>('SELECT feed_url FROM websub WHERE lease_until > ? ORDER BY feed_url')
    .pluck();
  const ask = db.prepare(`
    INSERT INTO websub (feed_url, hub, topic, secret, token, pending, next_ask_at)
    VALUES (@feedUrl, @hub, @topic, @secret, @token, 1, @nextAskAt)
    ON CONFLICT (feed_url) DO UPDATE SET pending = 1, next_ask_at = excluded.next_ask_at, hub = excluded.hub,
      topic = excluded.topic, secret = excluded.secret, token = excluded.token,
      lease_until = CASE WHEN token = excluded.token THEN lease_until END,
      delivers = CASE WHEN token = excluded.token THEN delivers ELSE 0 END`);
  const failed = db.prepare('UPDATE websub SET error = ?, next_ask_at = ? WHERE token = ?');
  const confirmed = db.prepare(
    'UPDATE websub SET pending = 0, error = NULL, lease_until = ?, next_ask_at = ? WHERE token = ?',
  );
  const denied = db.prepare(`
    UPDATE websub SET pending = 0, lease_until = NULL, delivers = 0, error = ?, next_ask_at = ? WHERE token = ?`);
  const pinged = db.prepare('UPDATE websub SET last_ping_at = ?, delivers = 1 WHERE token = ?');
  const judge = db.prepare(
    'UPDATE websub SET delivers = coalesce(last_ping_at >= @since, 0) WHERE feed_url = @feedUrl',
  );
  const relied = db
    .prepare<[string, string], string>(
      'SELECT lease_until FROM websub WHERE feed_url = ? AND delivers = 1 AND lease_until > ?',
    )
    .pluck();

  return {
    ofFeed: (feedUrl: string): Subscription | undefined => byFeed.get(feedUrl),
    byToken: (token: string): Subscription | undefined => byToken.get(token),
    /** Feeds whose lease has not ended. */
    active: (now: Instant): string[] => active.all(now),
    /** Notes what is about to be asked; another token begins anew, the same one keeps its lease. */
    ask: (wish: Pick<Subscription, 'feedUrl' | 'hub' | 'topic' | 'secret' | 'token' | 'nextAskAt'>): void =>
      void ask.run(wish),
    failed: (token: string, error: string, nextAskAt: Instant): void =>
      void failed.run(error, nextAskAt, token),
    confirmed: (token: string, leaseUntil: Instant, nextAskAt: Instant): void =>
      void confirmed.run(leaseUntil, nextAskAt, token),
    denied: (token: string, error: string, nextAskAt: Instant): void =>
      void denied.run(error, nextAskAt, token),
    pinged: (token: string, at: Instant): void => void pinged.run(at, token),
    /** A poll found something new: the hub delivers if it spoke up since the poll before. */
    judge: (feedUrl: string, since: Instant | null): void => void judge.run({ feedUrl, since }),
    /** Until when a hub tells of the feed's news; null for one that has not proven it. */
    reliedUntil: (feedUrl: string, now: Instant): Instant | null => relied.get(feedUrl, now) ?? null,
  };
}
