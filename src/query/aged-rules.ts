import { type Instant, type PublisherRule, publisherRule } from '../model/index.ts';
import type { Db } from '../store/db.ts';

/** A publisher's rule that most of the publisher's pages no longer fit. */
export interface AgedRule {
  publisher: string;
  version: number;
  /** Pages of the publisher whose text was found, and how many of them without the rule. */
  pages: number;
  without: number;
  /** One of the latter, to look at. */
  url: string;
}

/** So many pages must have been read before a rule is said to have aged. */
const ENOUGH = 3;

/**
 * The rules that have aged: more than half of the publisher's pages were read by the general method. Pages that the
 * source's own `selectors` read count for neither side.
 * @param since pages fetched earlier are left out
 */
export function agedRules(db: Db, rules: readonly PublisherRule[], since: Instant): AgedRule[] {
  const pages = db
    .prepare<[Instant], { url: string; extractor: string }>(
      `SELECT coalesce(final_url, url) AS url, extractor FROM article
       WHERE text_from = 'page' AND fetched_at >= ? AND extractor IS NOT NULL ORDER BY fetched_at`,
    )
    .all(since)
    .map(({ url, extractor }) => ({ url, extractor, rule: publisherRule(rules, url) }));
  return rules.flatMap((rule) => {
    const own = pages.filter((page) => page.rule === rule && /^general@|^rule:/.test(page.extractor));
    const without = own.filter(({ extractor }) => extractor.startsWith('general@'));
    const url = without.at(-1)?.url;
    if (url === undefined || own.length < ENOUGH || without.length <= own.length / 2) return [];
    return [{ publisher: rule.id, version: rule.version, pages: own.length, without: without.length, url }];
  });
}
