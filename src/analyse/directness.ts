import type { Language } from '../model/index.ts';
import type { SpeechContext } from './clause.ts';
import { DIRECTNESS_WEIGHTS } from './directness-weights.ts';
import type { Quotation } from './quotations.ts';
import { type Sentence, sentenceAt } from './sentences.ts';
import { speechNouns, speechVerbs } from './speech-verbs.ts';

type Features = Partial<Record<string, number>>;

const WORD = /\p{L}[\p{L}\p{M}'’-]*|\d[\d.,]*/gu;
const ARTICLE = /(?:^|[\s(])(?:der|die|das|dem|den|des|the)\s*$/i;
const INDEFINITE = /(?:^|[\s(])(?:ein|eine|einen|einem|einer|eines|kein|keine|keinen|a|an)\s*$/i;
const AS = /(?:^|\s)(?:als|as|for)(?:\s(?:ein|eine|einen|einem|einer|a|an|der|die|das|den|the))?\s*$/i;
const LABEL =
  /(?:so[- ]?genannte[rnms]?|so-called|namens|genannt|named|called|titel|title|motto|name[ns]?|typ|typs|begriff|wort|kurz|kennwort|codename|stichwort|thema|bezeichnung|heißt|heißen|dubbed)\s*:?\s*$/i;
const NOUN_BEFORE = /(?<!^)(?<![.!?:]\s)(?:^|\s)\p{Lu}[\p{L}-]+\s*$/u;
const SUBJUNCTIVE =
  /\b(?<!\p{L})(?:sei|seien|habe|hätten?|werde|würden?|könne|könnten?|müsse|müssten?|solle|wolle|dürfe|dürften?|gebe|gäbe|handle|handele|gehe|wäre|wären|bleibe|stehe|liege|komme|mache|brauche|would|could|that)(?!\p{L})/u;
const FIRST_PERSON =
  /\b(?<!\p{L})(?:ich|wir|mich|mir|uns|unser\p{L}{0,2}|mein\p{L}{0,2}|ihr|euch|sie|es|man|I|we|you|my|our|us|it|they|me)(?!\p{L})/iu;
const FINITE =
  /\b(?<!\p{L})(?:ist|sind|war|waren|wird|werden|hat|haben|kann|können|muss|müssen|soll|sollen|will|wollen|darf|nicht|bin|habe|is|are|was|were|will|has|have|can|must|should|not|do|does|did)(?!\p{L})/iu;
const THAT = /\b(?<!\p{L})(?:dass|daß|ob|that|whether)\s+(?:\S+\s+){0,6}$/u;

/** What speaks for and against a run in quotation marks being words somebody said. */
function quoteFeatures(text: string, quotation: Quotation, sentence: Sentence, language: Language): Features {
  const inner = text.slice(quotation.innerStart, quotation.innerEnd).trim();
  const before = text.slice(Math.max(sentence.start, quotation.start - 250), quotation.start);
  const after = text.slice(
    quotation.end,
    Math.max(quotation.end, Math.min(sentence.end, quotation.end + 250)),
  );
  const words = inner.match(WORD) ?? [];
  const features: Features = { bias: 1 };
  const on = (name: string, condition: boolean): void => {
    if (condition) features[name] = 1;
  };
  on(`words${Math.min(words.length, 9)}`, true);
  insideFeatures(inner, words, on);
  aroundFeatures(before, after, on);
  cueFeatures(before, after, language, on);
  on('whole', before.trim() === '' && /^\s*[.,]?\s*$/.test(after));
  on('again', words.length < 5 && standsTwice(text, inner, quotation));
  return features;
}

/** How far to either side (characters) the same words are looked for. */
const TWICE_WITHIN = 10_000;

/** A short run that the text has elsewhere, too, is a name. */
const standsTwice = (text: string, inner: string, { start, end }: Quotation): boolean =>
  text.slice(end, end + TWICE_WITHIN).includes(inner) ||
  text.slice(Math.max(0, start - TWICE_WITHIN), start).includes(inner);

type Switch = (name: string, condition: boolean) => void;

function insideFeatures(inner: string, words: readonly string[], on: Switch): void {
  const capitals = words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length;
  on('lower', /^\p{Ll}/u.test(inner));
  on('oneLower', /^\p{Ll}/u.test(inner) && words.length === 1);
  on('titleCase', words.length > 0 && capitals === words.length && !/[.!?]$/.test(inner));
  on('halfCapitals', words.length > 2 && capitals >= words.length / 2 && capitals < words.length);
  on('stop', /[.!?…]$/.test(inner));
  on('comma', /,$/.test(inner) || /\p{L},\s/u.test(inner));
  on('person', FIRST_PERSON.test(inner));
  on('finite', FINITE.test(inner));
  on('code', /\d/.test(inner) && words.length < 4);
}

/** Words this near (characters) may lead directly to a quotation. */
const CLOSE = 60;

function aroundFeatures(before: string, after: string, on: Switch): void {
  const close = before.slice(-CLOSE);
  const article = ARTICLE.test(close);
  const indefinite = INDEFINITE.test(close);
  on('colon', /:\s*$/.test(close));
  on('article', article);
  on('indefinite', indefinite);
  on('as', AS.test(close));
  on('label', LABEL.test(close));
  on('nounBefore', NOUN_BEFORE.test(close));
  on('lowerBefore', !article && !indefinite && /(?<!\p{L})\p{Ll}{3,}\s*$/u.test(close));
  on('compound', /^-\p{L}/u.test(after) || /\p{L}-$/u.test(close));
  on('bracket', /^\s*[([]/.test(after));
  on('commaAfter', /^\s*,/.test(after));
  on('nounAfter', /^\s+\p{Lu}/u.test(after));
  on('start', before.trim() === '');
  on('that', THAT.test(before));
  on('another', /["“”«»]/.test(before) || /["„“»«]/.test(after));
  on('subjunctive', SUBJUNCTIVE.test(before) || SUBJUNCTIVE.test(after));
}

function cueFeatures(before: string, after: string, language: Language, on: Switch): void {
  const verbs = speechVerbs(language);
  const ahead = (before.toLowerCase().match(/\p{L}+/gu) ?? []).slice(-30);
  const behind = (after.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, 30);
  const isCue = (word: string): boolean => verbs.has(word);
  on('cueNext', behind.slice(0, 3).some(isCue));
  on('cueClose', ahead.slice(-4).some(isCue));
  on('cueBefore', ahead.some(isCue));
  on('cueAfter', behind.some(isCue));
  on('noun', ahead.some((word) => speechNouns.has(word)) || behind.some((word) => speechNouns.has(word)));
}

/** Words that give a name to what follows, whatever else speaks for it. */
const SO_CALLED = /(?:so-called|so[- ]?genannte[rnms]?)\s$/i;
const NEVER = Number.NEGATIVE_INFINITY;

/** A text and its sentences. */
export type QuotedText = Pick<SpeechContext, 'text' | 'language' | 'sentences'>;

/** The log-odds that a quotation is somebody's words; above 0 it is taken for direct speech. */
export function directness(quotation: Quotation, context: QuotedText): number {
  const { text, language, sentences } = context;
  if (SO_CALLED.test(text.slice(Math.max(0, quotation.start - CLOSE), quotation.start))) return NEVER;
  const first = sentences[sentenceAt(sentences, quotation.start)];
  const last = sentences[sentenceAt(sentences, quotation.end - 1)];
  const around = {
    text: '',
    start: first?.start ?? quotation.start,
    end: Math.max(first?.end ?? 0, last?.end ?? 0),
  };
  let score = 0;
  for (const feature of Object.keys(quoteFeatures(text, quotation, around, language))) {
    score += DIRECTNESS_WEIGHTS[feature] ?? 0;
  }
  return score;
}
