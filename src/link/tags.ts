import type { Finding } from '../model/index.ts';
import type { WeightedTerm } from './terms.ts';

/** What is told first is what happened; the rest is its history. */
const LEAD_CHARS = 400;
const TITLE_WEIGHT = 2;
const KINDS: ReadonlySet<string> = new Set(['party', 'topic', 'stage']);

/** Whether a term is a tag of the dossier (`f:party:…`) and not a word of the text. */
export const isTag = ([term]: WeightedTerm): boolean => term.startsWith('f');

/** Who acted, on what and at which stage: what the dossier finds in headline and lead, in whatever language. */
export function tagsOf(findings: readonly Finding[]): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { kind, ref, field, start } of findings) {
    if (!KINDS.has(kind) || (field === 'text' && start > LEAD_CHARS)) continue;
    const term = `f:${kind}:${ref}`;
    weights.set(term, Math.max(weights.get(term) ?? 0, field === 'title' ? TITLE_WEIGHT : 1));
  }
  return [...weights];
}

/** An article's tags, each with its weight, and the length of their vector. */
export interface TagVector {
  values: ReadonlyMap<string, number>;
  length: number;
}

/** @param weigh what a term is worth, by its rarity */
export function tagVector(terms: readonly WeightedTerm[], weigh: (term: string) => number): TagVector {
  const values = new Map<string, number>();
  let squares = 0;
  for (const entry of terms) {
    if (!isTag(entry)) continue;
    const [term, count] = entry;
    const value = count * weigh(term);
    values.set(term, value);
    squares += value ** 2;
  }
  return { values, length: Math.sqrt(squares) };
}

/** How far two articles' tags agree, 0–1 (cosine); null where one of them has none. */
export function tagAgreement(a: TagVector, b: TagVector): number | null {
  if (a.length === 0 || b.length === 0) return null;
  let product = 0;
  for (const [term, value] of a.values) product += value * (b.values.get(term) ?? 0);
  return product / (a.length * b.length);
}
