import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

export type SiteRulesStore = ReturnType<typeof createSiteRules>;

/** What origins say to robots, as JSON of whoever asked them. */
export function createSiteRules(db: Db) {
  const get = db.prepare<[string], string>('SELECT rules FROM site_rules WHERE origin = ?').pluck();
  const set = db.prepare(`
    INSERT INTO site_rules (origin, rules, expires_at) VALUES (?, ?, ?)
    ON CONFLICT (origin) DO UPDATE SET rules = excluded.rules, expires_at = excluded.expires_at`);
  return {
    get: (origin: string): string | undefined => get.get(origin),
    set: (origin: string, rules: string, expiresAt: Instant): void => void set.run(origin, rules, expiresAt),
  };
}
