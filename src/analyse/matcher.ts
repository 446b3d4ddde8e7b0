import { type Automaton, buildAutomaton, findWords } from './automaton.ts';
import { type CompiledPattern, matchAt } from './pattern.ts';

/** Many patterns, each with what it stands for, found in one pass over a text. */
export interface Matcher<Use> {
  automaton: Automaton;
  /** By the automaton's word: the patterns that begin with it. */
  byAnchor: readonly (readonly { pattern: CompiledPattern; use: Use }[])[];
}

/** Builds a matcher; patterns with the same first word share one word of the automaton. */
export function buildMatcher<Use>(entries: readonly { pattern: CompiledPattern; use: Use }[]): Matcher<Use> {
  const byAnchor = new Map<string, { pattern: CompiledPattern; use: Use }[]>();
  for (const entry of entries) {
    const same = byAnchor.get(entry.pattern.anchor);
    if (same) same.push(entry);
    else byAnchor.set(entry.pattern.anchor, [entry]);
  }
  return { automaton: buildAutomaton([...byAnchor.keys()]), byAnchor: [...byAnchor.values()] };
}

/** Calls back for each pattern found, in order of where its first word ends. True from the callback stops. */
export function findPatterns<Use>(
  matcher: Matcher<Use>,
  text: string,
  found: (use: Use, start: number, end: number) => boolean,
): void {
  findWords(matcher.automaton, text, (word, start) => {
    for (const { pattern, use } of matcher.byAnchor[word] ?? []) {
      const end = matchAt(pattern, text, start);
      if (end >= 0 && found(use, start, end)) return true;
    }
    return false;
  });
}
