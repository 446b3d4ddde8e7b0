import type { Language } from '../../model/index.ts';
import { overlapOf, unsupportedIn } from './claim.ts';
import { POINTS_BACK } from './lexicon.ts';
import { type Reading, readSentence } from './reading.ts';
import type { PartyMention } from './words.ts';

export type { PartyMention } from './words.ts';

/** A sentence of an article, as it stands there. */
export interface SourceSentence {
  text: string;
  articleId: number;
  /** Its place in the article's text, in UTF-16 offsets. */
  start: number;
  end: number;
}

export interface SupportContext {
  /** Of claims and sources alike. */
  language: Language;
  /** Where a text names parties of the dossier. */
  partiesIn: (text: string) => readonly PartyMention[];
}

/** What bears a claim, or why nothing does. */
export type Verdict = { supported: true; by: SourceSentence } | { supported: false; reason: string };

/** Sentences with nothing but white space between them are neighbours. */
const LARGEST_GAP = 3;

interface Read {
  source: SourceSentence;
  reading: Reading;
}

/**
 * A source that points back (`Der Konzern will …`) with the one it points to, where the sentence before begins with the
 * only one it names; else null.
 */
function resolved(
  { source, reading }: Read,
  before: Read | undefined,
  context: SupportContext,
): Reading | null {
  if (before === undefined || before.source.articleId !== source.articleId) return null;
  const gap = source.start - before.source.end;
  if (gap < 0 || gap > LARGEST_GAP || !POINTS_BACK.test(source.text)) return null;
  const named = before.reading.clauses.flatMap(({ actors }) => actors).filter(({ common }) => !common);
  const [actor] = before.reading.clauses[0]?.actors ?? [];
  if (actor === undefined || actor.common || actor.role !== 'plain') return null;
  if (new Set(named.map(({ id }) => id)).size !== 1 || reading.parties.size > 0) return null;
  return readSentence(
    source.text.replace(POINTS_BACK, () => actor.text),
    context,
  );
}

/**
 * Says of each claim whether a sentence of the sources supports it. Every quotation, figure, name and (but for a
 * noun among many) every word must stand there, with the same one acting and the same negation and reserve; a sentence
 * that points back to its neighbour may be read with the name in place. Two sentences are never added up.
 *
 * After the idea of checking summaries sentence by sentence against the text (Laban and others 2022, SummaC), by rules
 * in place of a model. Time grows with claims × sources.
 */
export function createSupport(sources: readonly SourceSentence[], context: SupportContext) {
  const read: Read[] = sources.map((source) => ({ source, reading: readSentence(source.text, context) }));
  const candidates = read.flatMap((one, i) => {
    const filled = resolved(one, read[i - 1], context);
    return filled === null ? [one] : [one, { source: one.source, reading: filled }];
  });

  return (claim: string): Verdict => {
    const reading = readSentence(claim, context);
    if (reading.words.length === 0) return { supported: false, reason: 'it says nothing' };
    const ranked = candidates
      .map((one) => ({ ...one, overlap: overlapOf(reading, one.reading) }))
      .sort((a, b) => b.overlap - a.overlap);
    let nearest: string | null = null;
    for (const { source, reading: of } of ranked) {
      const reason = unsupportedIn(reading, of);
      if (reason === null) return { supported: true, by: source };
      nearest ??= reason;
    }
    return { supported: false, reason: nearest ?? 'there is no source' };
  };
}
