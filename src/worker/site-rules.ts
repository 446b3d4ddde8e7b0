import type { RulesCache } from '../collect/http/robots.ts';
import type { SiteRules } from '../collect/http/site-rules.ts';
import type { SiteRulesStore } from '../store/site-rules.ts';

/** Site rules that outlive the process; each origin is read from the store once. */
export function storedRules(store: SiteRulesStore): RulesCache {
  const loaded = new Map<string, SiteRules>();
  return {
    get: (origin) => {
      const known = loaded.get(origin);
      const text = known === undefined ? store.get(origin) : undefined;
      if (text === undefined) return known;
      const rules = JSON.parse(text) as SiteRules;
      loaded.set(origin, rules);
      return rules;
    },
    set: (origin, rules) => {
      loaded.set(origin, rules);
      store.set(origin, JSON.stringify(rules), rules.expiresAt);
    },
  };
}
