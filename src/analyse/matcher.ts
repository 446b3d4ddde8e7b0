import { type Automaton, buildAutomaton, findWords } from './automaton.ts';
import { isWordAt } from './fold.ts';
import { type CompiledPattern, matchAt } from './pattern.ts';

/** What to look for, and what it stands for. */
export interface MatcherEntry<Use> {
  pattern: CompiledPattern;
  use: Use;
}

/** Many patterns, each with what it stands for, found in one pass over a text. */
export interface Matcher<Use> {
  automaton: Automaton;
  /** By the automaton's word: the patterns that begin with it. */
  byAnchor: readonly Anchored<Use>[];
}

/** The patterns that begin with the same words. */
interface Anchored<Use> {
  /** One of them may stand inside a compound. */
  inside: boolean;
  /** A pattern that stands for several things is checked once. */
  patterns: { pattern: CompiledPattern; uses: Use[] }[];
}

/** Builds a matcher; patterns with the same first words share one word of the automaton. */
export function buildMatcher<Use>(entries: readonly MatcherEntry<Use>[]): Matcher<Use> {
  const byAnchor = new Map<string, Anchored<Use>>();
  const byPattern = new Map<string, { uses: Use[] }>();
  for (const { pattern, use } of entries) {
    const anchored = byAnchor.get(pattern.anchor) ?? { inside: false, patterns: [] };
    byAnchor.set(pattern.anchor, anchored);
    anchored.inside ||= pattern.inside;
    const key = JSON.stringify(pattern);
    const known = byPattern.get(key);
    if (known) {
      known.uses.push(use);
      continue;
    }
    const added = { pattern, uses: [use] };
    byPattern.set(key, added);
    anchored.patterns.push(added);
  }
  return { automaton: buildAutomaton([...byAnchor.keys()]), byAnchor: [...byAnchor.values()] };
}

/** Calls back for each pattern found, in order of where its first word ends. True from the callback stops. */
export function findPatterns<Use>(
  { automaton, byAnchor }: Matcher<Use>,
  text: string,
  found: (use: Use, start: number, end: number) => boolean,
): void {
  findWords(automaton, text, (word, start) => {
    const anchored = byAnchor[word];
    if (!anchored || (!anchored.inside && isWordAt(text, start - 1) && isWordAt(text, start))) return false;
    for (const { pattern, uses } of anchored.patterns) {
      const end = matchAt(pattern, text, start);
      if (end < 0) continue;
      for (const use of uses) if (found(use, start, end)) return true;
    }
    return false;
  });
}
