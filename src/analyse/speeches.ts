import type { Language } from '../model/index.ts';
import { directness } from './directness.ts';
import type { Mention } from './mentions.ts';
import { resolvePronoun } from './pronouns.ts';
import { quotations } from './quotations.ts';
import { reportedIn } from './reported.ts';
import { sentences } from './sentences.ts';
import { type Attribution, attribute, attributeSource, type SpeechContext } from './speakers.ts';

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

/** Finds everything said in a text, in its order: quotations that are words of somebody, and reported
 * speech with a speaker. */
export function speeches(whole: string, language: Language): Speech[] {
  const text = whole.slice(0, LONGEST_TEXT);
  const context: SpeechContext = {
    text,
    language,
    sentences: sentences(text, language),
    quotations: quotations(text, language),
  };
  const direct = context.quotations.filter((quotation) => directness(quotation, context) > 0);
  const spans = [
    ...direct.map((quotation) => ({ ...quotation, form: 'direct' as const, goesOn: false, source: null })),
    ...reportedIn(text, context.sentences, direct, language).map((span) => ({
      ...span,
      innerStart: span.start,
      innerEnd: span.end,
      form: 'reported' as const,
    })),
  ].sort((a, b) => a.start - b.start);
  const found: Speech[] = [];
  let spoke: Mention | null = null;
  let quoted: Mention | null = null;
  for (const { goesOn, source, ...span } of spans) {
    const said: Attribution = goesOn
      ? { mention: spoke, cue: null }
      : source === null
        ? attribute(span, context, quoted)
        : attributeSource(source, context);
    if (span.form === 'reported' && said.mention === null) continue;
    found.push({ ...span, speaker: said.mention, meant: meantBy(said.mention, context), cue: said.cue });
    spoke = said.mention;
    if (span.form === 'direct') quoted = said.mention ?? quoted;
  }
  return found;
}

function meantBy(mention: Mention | null, context: SpeechContext): Mention | null {
  if (mention?.kind !== 'pronoun') return mention;
  return resolvePronoun(mention, context.text, context.sentences, context.language) ?? mention;
}
