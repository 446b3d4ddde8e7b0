import { type Clause, clauseOf, type SpeechContext, sentenceClause, type Traits } from './clause.ts';
import { type Mention, mentionsIn, type Token, tokensOf } from './mentions.ts';
import { sentenceAt } from './sentences.ts';
import { SPEAKER_WEIGHTS } from './speaker-weights.ts';
import {
  hasRole,
  IS_SUBJUNCTIVE,
  OBLIQUE,
  PREPOSITION,
  SOURCE,
  SOURCE_NOUN,
  THING,
} from './speaker-words.ts';

/** Where a candidate stands seen from the quotation; `last` is whoever was quoted before. */
type Zone = 'after' | 'before' | 'previous' | 'earlier' | 'farther' | 'next' | 'last';

/** Somebody who may have said it, and what speaks for and against. */
interface Candidate {
  mention: Mention;
  features: string[];
  /** The word of saying it hangs on. */
  cue: string | null;
}

/** Who said something, and the word that says so. */
export interface Attribution {
  mention: Mention | null;
  cue: string | null;
}

/** Lists everybody near a span (a quotation) who may have said it. `spoke` is whoever was quoted before. */
function candidatesFor(span: Span, context: SpeechContext, spoke: Mention | null): Candidate[] {
  const { sentences, text } = context;
  const first = sentenceAt(sentences, span.start);
  const last = Math.max(first, sentenceAt(sentences, span.end - 1));
  const start = Math.min(span.start, sentences[first]?.start ?? span.start);
  const end = Math.max(span.end, sentences[last]?.end ?? span.end);
  const reporting =
    IS_SUBJUNCTIVE.test(text.slice(start, span.start)) || IS_SUBJUNCTIVE.test(text.slice(span.end, end));
  const zones: [Zone, Clause | null][] = [
    ['after', clauseOf(context, span.end, end)],
    ['before', clauseOf(context, start, span.start)],
    ['previous', sentenceClause(context, first - 1)],
    ['earlier', sentenceClause(context, first - 2)],
    ['farther', sentenceClause(context, first - 3)],
    ['next', sentenceClause(context, last + 1)],
  ];
  const found = zones.flatMap(([zone, clause]) =>
    clause === null
      ? []
      : clause.mentions.map((mention, rank) => candidate(mention, rank, clause, zone, reporting)),
  );
  return spoke === null ? found : [...found, again(spoke, found, span, context, reporting)];
}

/** Whoever was quoted before may go on; who of the others is the same gains by it. */
function again(
  spoke: Mention,
  found: readonly Candidate[],
  span: Span,
  { sentences, text }: SpeechContext,
  reporting: boolean,
): Candidate {
  const key = keyOf(spoke);
  for (const { mention, features } of found) if (keyOf(mention) === key) features.push('spoke');
  const distance = sentenceAt(sentences, span.start) - sentenceAt(sentences, spoke.start);
  const features = ['last', `gap${Math.min(5, Math.max(0, distance))}`];
  if (reporting) features.push('reporting@last');
  const between = text.slice(Math.max(spoke.end, span.start - LONGEST_LOOK), span.start);
  if (/\n\s*\n/.test(between)) features.push('newParagraph');
  return { mention: spoke, features, cue: null };
}

/** Paragraph breaks farther back (characters) tell nothing new. */
const LONGEST_LOOK = 3_000;

interface Span {
  start: number;
  end: number;
}

const keyOf = (mention: Mention): string =>
  mention.text.toLowerCase().split(/\s+/).at(-1)?.replace(/s$/, '') ?? '';

function candidate(
  mention: Mention,
  rank: number,
  clause: Clause,
  zone: Zone,
  reporting: boolean,
): Candidate {
  const { tokens } = clause;
  const from = clause.from.get(mention.start) ?? 0;
  const to = clause.to.get(mention.end) ?? from;
  const traits = traitsOf(mention, rank, clause);
  const features: string[] = [zone, ...traits.features];
  const on = (name: string, condition: boolean): void => {
    if (condition) features.push(name);
  };
  if (reporting) features.push(`reporting@${zone}`);
  on('short', zone === 'after' && from <= 3);
  on('touches', zone === 'before' ? to >= tokens.length - 2 : zone === 'after' && from <= 1);
  on('colon', zone === 'before' && tokens.at(-1)?.text === ':');
  on('pronounReporting', mention.kind === 'pronoun' && reporting && zone !== 'after');
  return { mention, features, cue: traits.cue === null ? null : (tokens[traits.cue]?.text ?? null) };
}

/** What a clause says of somebody named in it; read once, for a sentence is asked by every quotation near it. */
function traitsOf(mention: Mention, rank: number, clause: Clause): Traits {
  const known = clause.traits.get(mention);
  if (known !== undefined) return known;
  const { tokens, cues } = clause;
  const from = clause.from.get(mention.start) ?? 0;
  const to = clause.to.get(mention.end) ?? from;
  const { distance, cue } = nearestCue(cues, from, to);
  const features: string[] = [mention.kind];
  const on = (name: string, condition: boolean): void => {
    if (condition) features.push(name);
  };
  on('noCue', cues.length === 0);
  on('first', rank === 0);
  cueFeatures(distance, cue, from, clause, on);
  wordFeatures(mention, tokens[to + 1], on);
  sourceFeatures(mention, from, to, clause, on);
  const traits = { features, cue };
  clause.traits.set(mention, traits);
  return traits;
}

type Switch = (name: string, condition: boolean) => void;

/** English verbs whose object is who listens: "X told Y". */
const TELLING = /^(?:told|tells?|telling|asked|asks|urged|urges)$/;

/** Who stands how to the word of saying: before it or after it, with another subject between or not. */
function cueFeatures(distance: number, cue: number | null, from: number, clause: Clause, on: Switch): void {
  on('afterCue0', distance === -1);
  on('afterCue1', distance < -1 && distance >= -3);
  on('beforeCue0', distance === 1);
  on('beforeCue1', distance > 1 && distance <= 4);
  on('beforeCue2', distance > 4);
  const at = cue ?? -1;
  const object = distance < 0 && clause.heads.some((head) => head < at);
  const adjacent = clause.heads.includes(at - 1) || /^[,)]$/.test(clause.tokens[at - 1]?.text ?? '');
  on('object', object);
  on('objectNear', object && adjacent);
  on('listener', distance < 0 && TELLING.test(clause.tokens[at]?.lower ?? ''));
  on('inverted', distance < 0 && !object);
  on('vorfeld', distance > 0 && !clause.heads.some((head) => head < from));
}

function wordFeatures(mention: Mention, next: Token | undefined, on: Switch): void {
  on('preposition', PREPOSITION.test(mention.before) && !SOURCE.test(mention.before));
  on('oblique', OBLIQUE.test(mention.article));
  on('nominative', /^(?:der|die|das|ein|eine|the|a|an)$/.test(mention.article));
  on('possessive', /^(?:sein|ihr|his|her|its|their)/.test(mention.article));
  const role = hasRole(mention.text);
  on('role', role);
  on('thing', THING.test(mention.text) && !role);
  on('full', /\p{Lu}[\p{L}-]+\s+\p{Lu}[\p{L}-]+/u.test(mention.text));
  on('commaAfter', next?.text === ',');
  on('bracketAfter', next?.text === '(');
}

/** "laut X", "nach Angaben von X", "X zufolge", "heißt es in X", "wird von X als …". */
function sourceFeatures(mention: Mention, from: number, to: number, clause: Clause, on: Switch): void {
  const { tokens } = clause;
  on('source', SOURCE.test(mention.before) && !(mention.before === 'nach' && !OBLIQUE.test(mention.article)));
  on('sourceNoun', SOURCE_NOUN.test(mention.before) || SOURCE_NOUN.test(tokens[from - 2]?.lower ?? ''));
  on('zufolge', tokens[to + 1]?.lower === 'zufolge');
  const ahead = tokens.slice(Math.max(0, from - 5), from).map((token) => token.lower);
  on('itSays', ahead.includes('es') && ahead.some((word) => /^(?:heißt|hieß|heisst|geheißen)$/.test(word)));
  on('agent', clause.passive && /^(?:von|vom|by)$/.test(mention.before));
}

/** The cue nearest to a mention; a negative distance is one before it, NaN none. */
function nearestCue(
  cues: readonly number[],
  from: number,
  to: number,
): { distance: number; cue: number | null } {
  let nearest: { distance: number; cue: number | null } = { distance: Number.NaN, cue: null };
  for (const cue of cues) {
    if (cue >= from && cue <= to) continue;
    const distance = cue < from ? cue - from : cue - to;
    if (nearest.cue === null || Math.abs(distance) < Math.abs(nearest.distance)) nearest = { distance, cue };
  }
  return nearest;
}

/** Below this share of the candidates' weight the best one is a guess. */
const SUREST = 0.15;

/** Tells who said the words of a span: the candidate with the highest sum of weights, null where none
 * stands out. */
export function attribute(span: Span, context: SpeechContext, spoke: Mention | null): Attribution {
  let best: Candidate | null = null;
  let top = Number.NEGATIVE_INFINITY;
  let all = 0;
  for (const candidate of candidatesFor(span, context, spoke)) {
    const score = candidate.features.reduce((sum, feature) => sum + (SPEAKER_WEIGHTS[feature] ?? 0), 0);
    all += Math.exp(score);
    if (score > top) {
      top = score;
      best = candidate;
    }
  }
  if (best === null || Math.exp(top) / all < SUREST) return { mention: null, cue: null };
  return { mention: best.mention, cue: best.cue };
}

/** Who is named in the place where a source stands: the first after "laut", the last before "zufolge". */
export function attributeSource(
  place: Span & { cue: string },
  { text, language, names }: SpeechContext,
): Attribution {
  const mentions = mentionsIn(text, tokensOf(text, place.start, place.end, names), language);
  const mention = (place.cue === 'zufolge' ? mentions.at(-1) : mentions[0]) ?? null;
  return { mention, cue: place.cue };
}
