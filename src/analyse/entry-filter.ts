import type { Dossier, Leg, Pattern } from '../model/index.ts';
import { advertisement } from './advertising.ts';
import type { CompiledDossier } from './dossier.ts';
import { buildMatcher, findPatterns, type Matcher } from './matcher.ts';
import { compilePattern, NOT } from './pattern.ts';

/** The entry rules' words in a matcher of their own, smaller than the one for articles. */
export interface CompiledEntryFilter {
  matcher: Matcher<{ bits: number; word: Pattern }>;
  rules: readonly { id: string; bits: number }[];
}

/** Ambiguity rules are left out on purpose: an entry is too short for them, and a page fetched in vain costs
 * less than an article missed. @throws RangeError for more than 31 groups in all entry rules. */
export function compileEntryFilter(
  dossier: Dossier,
  groups: ReadonlyMap<string, Pattern[]>,
): CompiledEntryFilter {
  const { entry, relevance } = dossier.dispute;
  const used = [...new Set(entry.flatMap((rule) => rule.all))];
  if (used.length > 31) throw new RangeError('the entry rules use more than 31 groups of words');
  const bitOf = new Map(used.map((name, at) => [name, 1 << at]));
  const bits = new Map<Pattern, number>();
  for (const name of used) {
    const leg = relevance.legs.find(({ id }) => id === name);
    for (const word of leg ? legWords(dossier, leg, groups) : (groups.get(name) ?? []))
      if (!word.startsWith(NOT)) bits.set(word, (bits.get(word) ?? 0) | (bitOf.get(name) ?? 0));
  }
  return {
    matcher: buildMatcher(
      [...bits].map(([word, mask]) => ({ pattern: compilePattern(word), use: { bits: mask, word } })),
    ),
    rules: entry.map(({ id, all }) => ({ id, bits: all.reduce((sum, n) => sum | (bitOf.get(n) ?? 0), 0) })),
  };
}

function legWords(dossier: Dossier, leg: Leg, groups: ReadonlyMap<string, Pattern[]>): Pattern[] {
  const parties = dossier.parties.parties.filter(
    ({ id, kind }) => leg.parties?.includes(id) || leg.kinds?.includes(kind),
  );
  const names = parties.flatMap(({ aliases }) =>
    aliases.flatMap((alias) => (typeof alias === 'string' ? alias : alias.text)),
  );
  return [...names, ...(leg.words ?? []).flatMap((name) => groups.get(name) ?? [])];
}

/** Whether an entry's page is worth fetching, by title and teaser alone: recall before precision, one pass of
 * the automaton, which ends as soon as a rule is complete. The reason names the rule and the words it fired on. */
export function entryMatters(
  entry: { title: string; teaser: string },
  dossier: CompiledDossier,
): { matters: boolean; reason: string } {
  const { matcher, rules } = dossier.entry;
  let bits = 0;
  let rule: { id: string } | undefined;
  const words: string[] = [];
  const found = (use: { bits: number; word: Pattern }): boolean => {
    if ((bits | use.bits) === bits) return false;
    bits |= use.bits;
    words.push(use.word);
    for (const one of rules) {
      if ((bits & one.bits) === one.bits) {
        rule = one;
        return true;
      }
    }
    return false;
  };
  findPatterns(matcher, entry.title, found);
  if (!rule) findPatterns(matcher, entry.teaser, found);
  const advert = rule && advertisement(entry.title, dossier.advertising);
  if (advert) return { matters: false, reason: `advertisement: ${advert}` };
  if (rule) return { matters: true, reason: `${rule.id}: ${words.join(', ')}` };
  return { matters: false, reason: words.length > 0 ? `only ${words.join(', ')}` : 'no word of the dossier' };
}
