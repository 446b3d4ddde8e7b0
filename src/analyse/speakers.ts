import { type Clause, clauseOf, type SpeechContext, sentenceClause } from './clause.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { sentenceAt } from './sentences.ts';
import { traitsOf } from './speaker-traits.ts';
import { SPEAKER_WEIGHTS as WEIGHT } from './speaker-weights.ts';
import { hasRole, IS_SUBJUNCTIVE } from './speaker-words.ts';
import { tokensOf } from './tokens.ts';

/** Where a candidate stands seen from the quotation. */
type Zone = 'after' | 'before' | 'previous' | 'earlier' | 'farther' | 'next';

/** Somebody who may have said it, and the sum of what speaks for and against. */
interface Candidate {
  mention: Mention;
  weight: number;
  /** The word of saying it hangs on. */
  cue: string | null;
}

/** Who said something, and the word that says so. */
export interface Attribution {
  mention: Mention | null;
  cue: string | null;
}

interface Span {
  start: number;
  end: number;
}

/** What it adds to stand in a zone of a sentence that has a verb of reporting. */
const REPORTING: Readonly<Record<Zone, number>> = {
  after: WEIGHT['reporting@after'],
  before: WEIGHT['reporting@before'],
  previous: WEIGHT['reporting@previous'],
  earlier: WEIGHT['reporting@earlier'],
  farther: WEIGHT['reporting@farther'],
  next: WEIGHT['reporting@next'],
};

/** Lists everybody near a span (a quotation) who may have said it. `spoke` is whoever was quoted before. */
function candidatesFor(span: Span, context: SpeechContext, spoke: Mention | null): Candidate[] {
  const { sentences, text } = context;
  const first = sentenceAt(sentences, span.start);
  const last = Math.max(first, sentenceAt(sentences, span.end - 1));
  const start = Math.min(span.start, sentences[first]?.start ?? span.start);
  const end = Math.max(span.end, sentences[last]?.end ?? span.end);
  const reporting =
    IS_SUBJUNCTIVE.test(text.slice(start, span.start)) || IS_SUBJUNCTIVE.test(text.slice(span.end, end));
  const found: Candidate[] = [];
  const add = (zone: Zone, clause: Clause | null): void => {
    if (clause === null) return;
    for (let rank = 0; rank < clause.mentions.length; rank++) {
      const one = candidate(rank, clause, zone, reporting);
      if (one !== null) found.push(one);
    }
  };
  add('after', clauseOf(context, span.end, end));
  add('before', clauseOf(context, start, span.start));
  add('previous', sentenceClause(context, first - 1));
  add('earlier', sentenceClause(context, first - 2));
  add('farther', sentenceClause(context, first - 3));
  add('next', sentenceClause(context, last + 1));
  if (spoke !== null) found.push(again(spoke, found, span, context, reporting));
  return found;
}

function candidate(rank: number, clause: Clause, zone: Zone, reporting: boolean): Candidate | null {
  const mention = clause.mentions[rank];
  if (mention === undefined) return null;
  const { tokens } = clause;
  const { first, last, kind } = mention;
  const traits = traitsOf(mention, rank, clause);
  let weight = WEIGHT[zone] + traits.weight;
  if (reporting) weight += REPORTING[zone];
  if (zone === 'after') {
    if (first <= 3) weight += WEIGHT.short;
    if (first <= 1) weight += WEIGHT.touches;
  } else if (kind === 'pronoun' && reporting) {
    weight += WEIGHT.pronounReporting;
  }
  if (zone === 'before') {
    if (last >= tokens.length - 2) weight += WEIGHT.touches;
    if (tokens.at(-1)?.text === ':') weight += WEIGHT.colon;
  }
  return { mention, weight, cue: traits.cue === null ? null : (tokens[traits.cue]?.text ?? null) };
}

/** Paragraph breaks farther back (characters) tell nothing new. */
const LONGEST_LOOK = 3_000;
/** What it adds by how many sentences ago somebody was quoted; the last stands for all farther ones. */
const GAPS = [WEIGHT.gap0, WEIGHT.gap1, WEIGHT.gap2, WEIGHT.gap3, WEIGHT.gap4, WEIGHT.gap5] as const;

/** Whoever was quoted before may go on; who of the others is the same gains by it. */
function again(
  spoke: Mention,
  found: readonly Candidate[],
  span: Span,
  { sentences, text }: SpeechContext,
  reporting: boolean,
): Candidate {
  const key = keyOf(spoke);
  for (const other of found) if (keyOf(other.mention) === key) other.weight += WEIGHT.spoke;
  const distance = sentenceAt(sentences, span.start) - sentenceAt(sentences, spoke.start);
  let weight: number = GAPS[Math.max(0, distance)] ?? WEIGHT.gap5;
  if (reporting) weight += WEIGHT['reporting@last'];
  const between = text.slice(Math.max(spoke.end, span.start - LONGEST_LOOK), span.start);
  if (/\n\s*\n/.test(between)) weight += WEIGHT.newParagraph;
  return { mention: spoke, weight, cue: null };
}

/** The last word of a name, without the ending of a genitive. */
function keyOf({ text }: Mention): string {
  const word = text.split(/\s+/).at(-1)?.toLowerCase() ?? '';
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Below this share of the candidates' weight the best one is a guess. */
const SUREST = 0.15;
/** Sums that differ by less are equal; of equals the one read last is meant. */
const ROUNDING = 1e-9;

/** Tells who said the words of a span: the candidate with the highest sum of weights, null where none
 * stands out. */
export function attribute(span: Span, context: SpeechContext, spoke: Mention | null): Attribution {
  let best: Candidate | null = null;
  let all = 0;
  for (const one of candidatesFor(span, context, spoke)) {
    all += Math.exp(one.weight);
    if (best === null || one.weight > best.weight - ROUNDING) best = one;
  }
  if (best === null || Math.exp(best.weight) / all < SUREST) return { mention: null, cue: null };
  return { mention: best.mention, cue: best.cue };
}

/** Who is named in the place where a source stands: the first after "laut", the last before "zufolge". */
export function attributeSource(
  place: Span & { cue: string },
  { text, language, names }: SpeechContext,
): Attribution {
  const mentions = mentionsIn(text, tokensOf(text, place.start, place.end, names), language);
  const mention = (place.cue === 'zufolge' ? mentions.at(-1) : mentions[0]) ?? null;
  const somebody =
    mention === null || !VIEW.test(place.cue) || mention.kind === 'name' || hasRole(mention.text);
  return { mention: somebody ? mention : null, cue: place.cue };
}

/** Not only those who speak have a view: "aus Sicht des Datenschutzes". */
const VIEW = /sicht$|^in the/iu;
