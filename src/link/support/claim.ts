import { strangeFigure } from './figures.ts';
import { holds, type Index, indexOf, retold, share } from './match.ts';
import type { Clause, Reading } from './reading.ts';
import { strangeParts } from './roles.ts';
import type { Word } from './words.ts';

/** Share of the words of a claim that its source must have. */
const LEAST_OVERLAP = 0.85;

/** Words of the claim that its source lacks: a name, a verb or too many nouns make it another claim. */
function strangeWord(claim: Reading, source: Index): Word | null {
  const strange = claim.words.filter((word) => !holds(source, word));
  const grave = strange.find(({ noun }) => !noun);
  if (grave) return grave;
  const overlap = 1 - strange.length / Math.max(1, claim.words.length);
  return overlap < LEAST_OVERLAP ? (strange[0] ?? null) : null;
}

/** Negation, doubt, duty and plan must be as in the clauses that are retold. */
function strangeTone(claim: Reading, source: Reading): string | null {
  const told = new Set(claim.clauses.flatMap((clause) => retold(clause, source)));
  const pool = told.size > 0 ? [...told] : source.clauses;
  const reports = claim.clauses.some(({ reporting }) => reporting);
  const reported = source.clauses.some((one) => one.reporting && (!one.subordinate || told.has(one)));
  if (reported && !reports) return 'the source only reports what somebody says';
  if (reports && !source.clauses.some(({ reporting }) => reporting)) return 'nobody says so in the source';
  const negated = (clauses: readonly Clause[]) => clauses.some((clause) => clause.negated);
  if (negated(claim.clauses) && !negated(pool)) return 'the source does not negate it';
  if (!negated(claim.clauses) && negated(pool)) return 'the source negates it';
  const modesOf = (clauses: readonly Clause[]) => new Set(clauses.flatMap(({ modes }) => [...modes]));
  const mine = modesOf(claim.clauses);
  const theirs = modesOf(pool);
  const lost = [...theirs].find((mode) => !mine.has(mode));
  if (lost) return `the source says so with reserve (${lost})`;
  const added = [...mine].find((mode) => !modesOf(source.clauses).has(mode));
  return added ? `the source does not say so (${added})` : null;
}

/** A verb that parts with `zu` is not the one that parts with `ab`. */
function strangeParticle(claim: Reading, source: Reading): string | null {
  const stands = (particle: string) =>
    source.clauses.some(
      (one) => one.particle === particle || one.words.some(({ lower }) => lower.startsWith(particle)),
    );
  const meanings = new Set(source.words.flatMap(({ keys }) => keys.filter((key) => key.startsWith('m:'))));
  const strange = claim.clauses.find(
    ({ particle, reporting, words }) =>
      particle !== null &&
      !reporting &&
      !stands(particle) &&
      !words.some(({ keys }) => keys.some((key) => meanings.has(key))),
  );
  return strange?.particle == null ? null : `the source’s verb has no “${strange.particle}”`;
}

const QUOTED = /["“”„«»‟]([^"“”„«»‟]{2,})["“”„«»‟]/gu;
const flat = (text: string): string =>
  text
    .replace(/["“”„«»‟‚‘’'\s]+/gu, ' ')
    .trim()
    .toLowerCase();

/** A quotation that does not stand in the source word for word. */
function strangeQuote(claim: Reading, source: Reading): string | null {
  const words = flat(source.text);
  for (const [, quote = ''] of claim.text.matchAll(QUOTED))
    if (!words.includes(flat(quote).replace(/[,.]$/, ''))) return quote;
  return null;
}

/**
 * What of a claim its source does not say, in words; null where the source supports all of it. Looks at quotations,
 * figures, names and words, who acts, and how surely it is said. Errs on the side of finding something.
 */
export function unsupportedIn(claim: Reading, source: Reading): string | null {
  const quote = strangeQuote(claim, source);
  if (quote !== null) return `“${quote}” is no quotation of the source`;
  const figure = strangeFigure(claim.figures, source.figures);
  if (figure !== null)
    return `the figure ${figure.key}${figure.unit ?? ''} is not in the source, or not said so`;
  const word = strangeWord(claim, indexOf(source));
  if (word !== null) return `“${word.text}” is not in the source`;
  return strangeParticle(claim, source) ?? strangeParts(claim, source) ?? strangeTone(claim, source);
}

/** How much of a claim's words a source has, 0–1: which source to name when none supports it. */
export const overlapOf = (claim: Reading, source: Reading): number => share(claim.words, indexOf(source));
