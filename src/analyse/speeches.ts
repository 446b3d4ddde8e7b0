import type { Language } from '../model/index.ts';
import { type SpeechContext, unquotedTokens } from './clause.ts';
import { directness, type QuotedText } from './directness.ts';
import type { Mention } from './mentions.ts';
import { isDescription, resolvePronoun } from './pronouns.ts';
import { type Quotation, quotations } from './quotations.ts';
import { reportedIn } from './reported.ts';
import { sentences } from './sentences.ts';
import { type Attribution, attribute, attributeSource } from './speakers.ts';

/** Something said in a text, and by whom. */
export interface Speech {
  form: 'direct' | 'reported';
  start: number;
  end: number;
  innerStart: number;
  innerEnd: number;
  /** The speaker where the text names them beside the words: a name, a role or a pronoun. */
  speaker: Mention | null;
  /** Whom the pronoun means; the speaker itself where it is none. */
  meant: Mention | null;
  cue: string | null;
}

/** Longer texts are read this far (characters): no article is longer. */
const LONGEST_TEXT = 200_000;
/** No article has more quotations, nor more reported speech (bounds the work). */
const MOST_SPEECHES = 2_000;

/** What stands in quotation marks and is no longer (characters) may be the name of a paper. */
const LONGEST_NAME = 30;

const LONGEST_INTERRUPTION = 100;
const INTERRUPTION = /^,\s(?:so|sagt|said|says|erklär|betont|schr)[^.!?„“"»«\n]*,\s$/;

/** Finds everything said in a text, in its order: quotations that are words of somebody, and reported
 * speech with a speaker. `names` are the offsets of names that are written small. */
export function speeches(
  whole: string,
  language: Language,
  names: ReadonlySet<number> = new Set(),
): Speech[] {
  const text = whole.slice(0, LONGEST_TEXT);
  const split = sentences(text, language);
  const marked = quotations(text, language).slice(0, MOST_SPEECHES);
  const direct = directAmong(marked, { text, language, sentences: split });
  const spans = [
    ...direct.map((quotation) => ({ ...quotation, form: 'direct' as const, goesOn: false, source: null })),
    ...reportedIn(text, split, direct, language).map((span) => ({
      ...span,
      innerStart: span.start,
      innerEnd: span.end,
      form: 'reported' as const,
    })),
  ]
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_SPEECHES);
  if (spans.length === 0) return [];
  const said = new Set(direct);
  const quoted = marked.filter((one) => said.has(one) || one.end - one.start > LONGEST_NAME);
  const tokens = unquotedTokens(text, quoted, names);
  const context: SpeechContext = { text, language, sentences: split, tokens, names, read: new Map() };
  const found: Speech[] = [];
  let spoke: Mention | null = null;
  let last: Mention | null = null;
  for (const { goesOn, source, ...span } of spans) {
    const by: Attribution = goesOn
      ? { mention: spoke, cue: null }
      : source === null
        ? attribute(span, context, last)
        : attributeSource(source, context);
    if (span.form === 'reported' && by.mention === null) continue;
    // "A plan, they held, …": whoever holds it was named before this sentence.
    const mention = source && by.mention ? { ...by.mention, start: span.start } : by.mention;
    const meant = mention && isStandIn(mention) ? resolvePronoun(mention, context) : null;
    found.push({ ...span, speaker: by.mention, meant: meant ?? by.mention, cue: by.cue });
    spoke = by.mention;
    if (span.form === 'direct') last = by.mention ?? last;
  }
  return found;
}

/** The quotations that are somebody's words, with the short first halves of interrupted ones ("„Das Urteil“,
 * so die Juristin, „lässt …“"). */
function directAmong(marked: readonly Quotation[], context: QuotedText): Quotation[] {
  const direct = marked.map((quotation) => directness(quotation, context) > 0);
  for (const [at, quotation] of marked.entries()) {
    const next = marked[at + 1];
    if (next === undefined || !direct[at + 1] || next.start - quotation.end > LONGEST_INTERRUPTION) continue;
    const between = context.text.slice(quotation.end, next.start);
    if (INTERRUPTION.test(between) && /\p{Ll}/u.test(context.text[next.innerStart] ?? '')) direct[at] = true;
  }
  return marked.filter((_, at) => direct[at]);
}

/** Whether a speaker is told by a word for somebody named elsewhere. */
const isStandIn = (mention: Mention): boolean => mention.kind === 'pronoun' || isDescription(mention);
