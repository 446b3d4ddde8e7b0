import type { Language } from '../model/index.ts';
import { cuesIn, type Mention, mentionsIn, type Token, tokensOf } from './mentions.ts';
import { isQuoted, type Quotation } from './quotations.ts';
import { type Sentence, sentenceAt } from './sentences.ts';
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
export interface Candidate {
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

export interface SpeechContext {
  text: string;
  language: Language;
  sentences: readonly Sentence[];
  /** What is quoted; names of papers in quotation marks are none. */
  quotations: readonly Quotation[];
}

/** Lists everybody near a span (a quotation) who may have said it. `spoke` is whoever was quoted before. */
export function candidatesFor(span: Span, context: SpeechContext, spoke: Mention | null): Candidate[] {
  const first = sentenceAt(context.sentences, span.start);
  const last = Math.max(first, sentenceAt(context.sentences, span.end - 1));
  const at = (index: number): Span => context.sentences[index] ?? { start: 0, end: 0 };
  const before = { start: at(first).start, end: span.start };
  const after = { start: span.end, end: Math.max(span.end, at(last).end) };
  const reporting = [before, after].some(({ start, end }) =>
    IS_SUBJUNCTIVE.test(context.text.slice(start, end)),
  );
  const zones: [Zone, Span][] = [
    ['after', after],
    ['before', before],
    ['previous', at(first - 1)],
    ['earlier', at(first - 2)],
    ['farther', at(first - 3)],
    ['next', at(last + 1)],
  ];
  const found = zones.flatMap(([zone, range]) => candidatesIn(zone, range, span, context, reporting));
  if (spoke === null) return found;
  const key = keyOf(spoke);
  for (const { mention, features } of found) if (keyOf(mention) === key) features.push('spoke');
  const gap = Math.min(5, Math.max(0, first - sentenceAt(context.sentences, spoke.start)));
  const features = ['last', `gap${gap}`, ...(reporting ? ['reporting@last'] : [])];
  if (/\n\s*\n/.test(context.text.slice(Math.max(spoke.end, span.start - 3_000), span.start))) {
    features.push('newParagraph');
  }
  return [...found, { mention: spoke, features, cue: null }];
}

interface Span {
  start: number;
  end: number;
}

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

const keyOf = (mention: Mention): string =>
  mention.text.toLowerCase().split(/\s+/).at(-1)?.replace(/s$/, '') ?? '';

function candidatesIn(
  zone: Zone,
  range: Span,
  span: Span,
  context: SpeechContext,
  reporting: boolean,
): Candidate[] {
  if (range.end <= range.start) return [];
  const quoted = context.quotations.filter(({ start, end }) => start < range.end && end > range.start);
  const tokens = tokensOf(context.text, range.start, range.end).filter(
    (token) => !isWithin(token, span) && !isQuoted(token, quoted),
  );
  const mentions = mentionsIn(context.text, tokens, context.language);
  const clause = clauseOf(zone, tokens, mentions, context.language, reporting);
  return mentions.map((mention, rank) => candidate(mention, rank, clause));
}

interface Clause {
  zone: Zone;
  tokens: readonly Token[];
  count: number;
  cues: readonly number[];
  from: ReadonlyMap<number, number>;
  to: ReadonlyMap<number, number>;
  /** Token positions where a possible subject ends. */
  heads: readonly number[];
  reporting: boolean;
  passive: boolean;
}

const PASSIVE = /^(?:wird|werden|wurde|wurden|worden|was|were|been|is|are)$/;

function clauseOf(
  zone: Zone,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  language: Language,
  reporting: boolean,
): Clause {
  const to = new Map(tokens.map((token, at) => [token.end, at]));
  return {
    zone,
    tokens,
    count: mentions.length,
    cues: cuesIn(tokens, language),
    from: new Map(tokens.map((token, at) => [token.start, at])),
    to,
    heads: mentions.filter(isSubject).map((mention) => to.get(mention.end) ?? 0),
    reporting,
    passive: tokens.some((token) => PASSIVE.test(token.lower)),
  };
}

const isSubject = (mention: Mention): boolean =>
  !PREPOSITION.test(mention.before) && !OBLIQUE.test(mention.article) && !SOURCE.test(mention.before);

function candidate(mention: Mention, rank: number, clause: Clause): Candidate {
  const { zone, tokens, cues, reporting } = clause;
  const from = clause.from.get(mention.start) ?? 0;
  const to = clause.to.get(mention.end) ?? from;
  const { distance, cue } = nearestCue(cues, from, to);
  const features: string[] = [zone, mention.kind];
  const on = (name: string, condition: boolean): void => {
    if (condition) features.push(name);
  };
  if (reporting) features.push(`reporting@${zone}`);
  on('noCue', cues.length === 0);
  on('first', rank === 0);
  on('lastOne', rank === clause.count - 1);
  on('initial', from === 0);
  on('short', zone === 'after' && from <= 3);
  on('touches', zone === 'before' ? to >= tokens.length - 2 : zone === 'after' && from <= 1);
  on('colon', zone === 'before' && tokens.at(-1)?.text === ':');
  on('pronounReporting', mention.kind === 'pronoun' && reporting && zone !== 'after');
  cueFeatures(distance, cue, from, clause, on);
  wordFeatures(mention, tokens[to + 1], on);
  sourceFeatures(mention, from, to, clause, on);
  return { mention, features, cue: cue === null ? null : (tokens[cue]?.text ?? null) };
}

type Switch = (name: string, condition: boolean) => void;

/** Who stands how to the word of saying: before it or after it, with another subject between or not. */
function cueFeatures(distance: number, cue: number | null, from: number, clause: Clause, on: Switch): void {
  on('afterCue0', distance === -1);
  on('afterCue1', distance < -1 && distance >= -3);
  on('afterCue2', distance < -3 && distance >= -7);
  on('beforeCue0', distance === 1);
  on('beforeCue1', distance > 1 && distance <= 4);
  on('beforeCue2', distance > 4);
  const at = cue ?? -1;
  const object = distance < 0 && clause.heads.some((head) => head < at);
  const adjacent = clause.heads.includes(at - 1) || /^[,)]$/.test(clause.tokens[at - 1]?.text ?? '');
  on('object', object);
  on('objectNear', object && adjacent);
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
  { text, language }: SpeechContext,
): Attribution {
  const mentions = mentionsIn(text, tokensOf(text, place.start, place.end), language);
  const mention = (place.cue === 'zufolge' ? mentions.at(-1) : mentions[0]) ?? null;
  return { mention, cue: place.cue };
}
