import type { Clause, Traits } from './clause.ts';
import type { Mention } from './mentions.ts';
import { SPEAKER_WEIGHTS as WEIGHT } from './speaker-weights.ts';
import {
  BODY,
  hasRole,
  OBLIQUE,
  PERSON,
  PREPOSITION,
  SOURCE,
  SOURCE_NOUN,
  THING,
  words,
} from './speaker-words.ts';
import type { Token } from './tokens.ts';

/** What a clause says of somebody named in it; read once, for a sentence is asked by every quotation near it. */
export function traitsOf(mention: Mention, rank: number, clause: Clause): Traits {
  const known = clause.traits[rank];
  if (known !== undefined) return known;
  const { distance, cue } = nearestCue(clause.cues, mention, endOfPerson(rank, clause));
  let weight =
    WEIGHT[mention.kind] +
    cueWeight(distance, cue, mention.first, clause) +
    wordWeight(mention, clause.tokens[mention.last + 1]) +
    sourceWeight(mention, clause);
  if (clause.cues.length === 0) weight += WEIGHT.noCue;
  if (rank === 0) weight += WEIGHT.first;
  if (isOfPerson(rank, clause)) weight += WEIGHT.ofPerson;
  const traits = { weight, cue };
  clause.traits[rank] = traits;
  return traits;
}

const OF = words('von vom of from at bei beim for');

/** Whether somebody is named as whom a person before speaks for, or as what that person is: "Ada Klein von der
 * Stiftung", "eine Sprecherin des Konzerns", "Max Groß, der Beauftragte". */
function isOfPerson(rank: number, { mentions, tokens }: Clause): boolean {
  const one = mentions[rank];
  const before = mentions[rank - 1];
  if (one === undefined || before === undefined || one.first - before.last > 2) return false;
  const joint = tokens[before.last + 1];
  const attached =
    one.first === before.last + 1
      ? one.article === 'des' || one.article === 'der'
      : OF.has(joint?.lower ?? '') ||
        (joint?.text === ',' && NOMINATIVE.has(one.article) && hasRole(one.text));
  return attached && isPerson(before);
}

const isPerson = ({ kind, text }: Mention): boolean =>
  kind !== 'pronoun' &&
  !BODY.test(text) &&
  (PERSON.test(text) || /^\p{Lu}[\p{L}-]+\s\p{Lu}[\p{L}-]+$/u.test(text));

/** Position of the last word that belongs to a person, with what they are and whom they speak for. */
function endOfPerson(rank: number, clause: Clause): number {
  let at = rank;
  while (isOfPerson(at + 1, clause)) at++;
  const last = clause.mentions[at]?.last ?? 0;
  return at > rank && clause.tokens[last + 1]?.text === ',' ? last + 1 : last;
}

/** English verbs whose object is who listens: "X told Y". */
const TELLING = words('told tell tells telling asked ask asks urged urges');

/** How somebody stands to the word of saying: before it or after it, with another subject between or not. */
function cueWeight(distance: number, cue: number | null, first: number, clause: Clause): number {
  if (cue === null) return 0;
  const { heads, tokens } = clause;
  if (distance > 0) {
    const near = distance === 1 ? WEIGHT.beforeCue0 : distance <= 4 ? WEIGHT.beforeCue1 : WEIGHT.beforeCue2;
    return near + (heads.some((head) => head < first) ? 0 : WEIGHT.vorfeld);
  }
  let weight = distance === -1 ? WEIGHT.afterCue0 : distance >= -3 ? WEIGHT.afterCue1 : 0;
  if (TELLING.has(tokens[cue]?.lower ?? '')) weight += WEIGHT.listener;
  if (!heads.some((head) => head < cue)) return weight + WEIGHT.inverted;
  const before = tokens[cue - 1]?.text;
  const adjacent = heads.includes(cue - 1) || before === ',' || before === ')';
  return weight + WEIGHT.object + (adjacent ? WEIGHT.objectNear : 0);
}

const NOMINATIVE = words('der die das ein eine the a an');

function wordWeight(mention: Mention, next: Token | undefined): number {
  const { text, before, article } = mention;
  let weight = 0;
  if (PREPOSITION.has(before) && !SOURCE.has(before)) weight += WEIGHT.preposition;
  if (OBLIQUE.has(article)) weight += WEIGHT.oblique;
  if (NOMINATIVE.has(article)) weight += WEIGHT.nominative;
  if (/^(?:sein|ihr|his|her|its|their)/.test(article)) weight += WEIGHT.possessive;
  if (hasRole(text)) weight += WEIGHT.role;
  else if (THING.test(text)) weight += WEIGHT.thing;
  if (/\p{Lu}[\p{L}-]+\s+\p{Lu}[\p{L}-]+/u.test(text)) weight += WEIGHT.full;
  if (next?.text === ',') weight += WEIGHT.commaAfter;
  if (next?.text === '(') weight += WEIGHT.bracketAfter;
  return weight;
}

const SAYS = words('heißt hieß heisst geheißen');
const BY = words('von vom by');

/** "laut X", "nach Angaben von X", "X zufolge", "heißt es in X", "wird von X als …". */
function sourceWeight({ before, article, first, last }: Mention, { tokens, passive }: Clause): number {
  let weight = 0;
  if (SOURCE.has(before) && !(before === 'nach' && !OBLIQUE.has(article))) weight += WEIGHT.source;
  if (SOURCE_NOUN.has(before) || SOURCE_NOUN.has(tokens[first - 2]?.lower ?? '')) weight += WEIGHT.sourceNoun;
  if (tokens[last + 1]?.lower === 'zufolge') weight += WEIGHT.zufolge;
  const ahead = tokens.slice(Math.max(0, first - 5), first);
  if (ahead.some(({ lower }) => lower === 'es') && ahead.some(({ lower }) => SAYS.has(lower)))
    weight += WEIGHT.itSays;
  if (passive && BY.has(before)) weight += WEIGHT.agent;
  return weight;
}

/** The cue nearest to a mention; a negative distance is one before it, NaN none. */
function nearestCue(
  cues: readonly number[],
  { first }: Mention,
  last: number,
): { distance: number; cue: number | null } {
  let nearest: { distance: number; cue: number | null } = { distance: Number.NaN, cue: null };
  for (const cue of cues) {
    if (cue >= first && cue <= last) continue;
    const distance = cue < first ? cue - first : cue - last;
    if (nearest.cue === null || Math.abs(distance) < Math.abs(nearest.distance)) nearest = { distance, cue };
  }
  return nearest;
}
