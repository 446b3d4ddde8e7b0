import type { Language } from '../model/index.ts';
import type { Quotation } from './quotations.ts';
import type { Sentence } from './sentences.ts';
import { DETERMINER, REPORTING, SOURCE } from './speaker-words.ts';
import { speechVerbs } from './speech-verbs.ts';

/** A stretch of reported speech. */
export interface Reported {
  start: number;
  end: number;
  /** Where its speaker stands when named inside it: after "laut", before "zufolge". */
  source: { start: number; end: number; cue: string } | null;
  /** It has no word of saying of its own: the speaker before goes on ("Es sei …"). */
  goesOn: boolean;
}

const SHORTEST = 20;
const SOURCE_AFTER =
  /\b(?<!\p{L})(?:laut|according to|(?:nach|den) (?:angaben|ansicht|meinung|auffassung|worten|aussagen?|einschätzung|darstellung|überzeugung|informationen|lesart|rechtsauffassung)|gemä(?:ß|ss) angaben|aus (?:der )?sicht|in the (?:view|opinion|words|eyes) of) /iu;
const SOURCE_BEFORE = /\p{L} zufolge(?!\p{L})/u;
/** How far from "laut" or "zufolge" the source may be named. */
const SOURCE_REACH = 80;
const THAT = /^\s*(?:dass|daß|that)\s/iu;
/** Clauses that a word of saying before the comma does not govern. */
const OTHER_CLAUSE =
  /^\s*(?:um|weil|wenn|falls|obwohl|während|nachdem|bevor|als|wobei|womit|wodurch|deren|dessen|denen|mit|ohne|statt|sondern)\s/iu;
const SAID_THAT =
  /\b(?<!\p{L})(?:said|says|told [\p{L} ]{2,40}?|added|argued|argues|claimed|claims|stated|warned|confirmed|announced|insisted|ruled) (?:that (?=\p{L})|(?=(?:it|he|she|they|the|a|an|its|his|her|their|this|these|users|people|there|we|no|I)(?!\p{L})|\p{Lu}[\p{L}’'-]{0,30}(?: \p{Lu}[\p{L}’'-]{0,30}){0,3} (?:could|would|should|must|can|cannot|will|had|has|have|was|were|is|are|may|might|did|does|do)(?!\p{L})))/u;

/** Finds what a text says somebody said, without the words being in quotation marks: "X sagte, dass …",
 * "… sei …, sagte X", "Laut X …", "X zufolge …", "X said (that) …", "…, X said", "According to X, …". German
 * sentences in the subjunctive that follow in the same paragraph continue it. Sentences with a direct
 * quotation (`quotations`) are left out. */
export function reportedIn(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  language: Language,
): Reported[] {
  const found: Reported[] = [];
  let next = 0;
  let running = false;
  let before = 0;
  for (const sentence of sentences) {
    while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    const quoted = (quotations[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end;
    const reported = quoted ? null : (fromSource(sentence) ?? reportedClause(sentence, language));
    if (text.slice(before, sentence.start).includes('\n')) running = false;
    before = sentence.end;
    if (reported !== null) {
      found.push(reported);
      running = true;
    } else if (running && !quoted && language === 'de' && isSubjunctive(sentence.text)) {
      found.push({ start: sentence.start, end: sentence.end, source: null, goesOn: true });
    } else {
      running = quoted && running;
    }
  }
  return found;
}

const isSubjunctive = (text: string): boolean => REPORTING.test(text) || SUBJUNCTIVE_SECOND.test(text);

/** "Laut X …", "nach Angaben von X", "X zufolge": the sentence is X's word. */
function fromSource({ text, start, end }: Sentence): Reported | null {
  const after = SOURCE_AFTER.exec(text);
  const before = text.includes('zufolge') ? SOURCE_BEFORE.exec(text) : null;
  if (end - start < SHORTEST || (after === null && before === null)) return null;
  const at = after === null ? (before?.index ?? 0) + 1 : after.index + after[0].length;
  const source =
    after === null
      ? { start: start + Math.max(0, at - SOURCE_REACH), end: start + at, cue: 'zufolge' }
      : { start: start + at, end: Math.min(end, start + at + SOURCE_REACH), cue: after[0].trim() };
  return { start, end, source, goesOn: false };
}

function reportedClause(sentence: Sentence, language: Language): Reported | null {
  const { text } = sentence;
  const german = language === 'de';
  // The clause that is reported and the word of saying have a comma between them, or "said it".
  if (german && !/[,:]/.test(text)) return null;
  if (!wordsOf(text).some((word) => word === 'so' || isVerb(word, language))) return null;
  const inserted = insertedTag(sentence, language);
  if (inserted !== null) return inserted;
  for (const { index } of text.matchAll(german ? /[,:]/g : /,/g)) {
    const head = text.slice(0, index);
    const tail = text.slice(index + 1);
    const that = THAT.exec(tail)?.[0].length;
    const governed = that !== undefined || (german && isReporting(tail, head));
    if (governed && speaks(head, language)) return spanIn(sentence, index + 1 + (that ?? 0), text.length);
    if (german && AS.test(head) && endsInVerb(head)) return spanIn(sentence, index + 1, text.length);
    if (german && AS.test(tail) && endsInVerb(tail)) return spanIn(sentence, 0, index);
    if (isTag(tail, language) && (!german || REPORTING.test(head))) return spanIn(sentence, 0, index);
  }
  const said = german ? null : SAID_THAT.exec(text);
  return said === null ? null : spanIn(sentence, said.index + said[0].length, text.length);
}

/** Whether a German clause tells what was said: by its subjunctive, or by an infinitive that such verbs have. */
function isReporting(tail: string, head: string): boolean {
  if (OTHER_CLAUSE.test(tail)) return false;
  if (REPORTING.test(tail.slice(0, 160)) || SUBJUNCTIVE_SECOND.test(tail)) return true;
  return INFINITIVE.test(tail) && TO_DO.test(head);
}

/** "…, man bedauere": behind such a subject no other form ends in e. */
const SUBJUNCTIVE_SECOND =
  /^\s*(?:man|er|sie|es)\s(?!(?:alle|beide|jede|keine|eine|viele|solche)(?!\p{L}))\p{Ll}{3,}(?<!t)e(?!\p{L})/iu;
/** "… warf dem Konzern vor, die Rechte zu missachten." */
const INFINITIVE = /(?:\bzu \p{Ll}{2,}|\p{Ll}{2,}zu\p{Ll}{2,})n[.!]?$/u;
const TO_DO =
  /(?:wirft|warf|werfen|warfen|vorgeworfen|kündigt|versprach|verspricht|droht|forder|verlangt|rät|riet|empfiehlt|empfahl|behauptet|versichert|beteuert|mahnt|appellier|bat|bittet)/u;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? [];

/** "Wie die Behörde am Freitag mitteilte, …", "…, wie die Behörde mitteilte." */
const AS = /^\s*wie\s/iu;
const LONGEST_AS = 160;

const endsInVerb = (clause: string): boolean =>
  clause.length < LONGEST_AS && isVerb(wordsOf(clause).at(-1) ?? '', 'de');

/** "had been told", "to claim": who is told or may claim does not say it. */
const NO_SAYING_AFTER = /^(?:be|been|being|was|were|is|are|to)$/;

const isVerb = (word: string, language: Language): boolean =>
  speechVerbs(language).has(word) && !SOURCE.has(word);

const speaks = (head: string, language: Language): boolean =>
  wordsOf(head.slice(-160)).some((word) => isVerb(word, language));

const INSERTED = /,\s+([^,;:()]{5,80}),\s+(?=\p{Ll})/gu;
const RELATIVE = /^(?:who|which|that|whose|whom|and|but|or|if|when|while|although|because|it)$/;
/** Among words with commas between them these are nouns. */
const NOUNS_TOO = /^(?:posts?|comments?|reports?|tweets?|answers?|questions?)$/;
const FEWEST_WORDS = 2;
const MOST_WORDS = 6;

/** "A halt, the company argues, would …": the clause between the commas says whose words the others are. */
function insertedTag({ text, start, end }: Sentence, language: Language): Reported | null {
  if (end - start < SHORTEST) return null;
  for (const match of text.matchAll(INSERTED)) {
    const words = wordsOf(match[1] ?? '');
    if (words.length < FEWEST_WORDS || words.length > MOST_WORDS || RELATIVE.test(words[0] ?? '')) continue;
    const cue = [words[0] ?? '', words.at(-1) ?? ''].find(
      (word) => isVerb(word, language) && !NOUNS_TOO.test(word),
    );
    if (language === 'de' ? words[0] !== 'so' : cue === undefined) continue;
    const from = start + match.index + 1;
    const source = { start: from, end: from + (match[1] ?? '').length + 1, cue: cue ?? 'so' };
    return { start, end, source, goesOn: false };
  }
  return null;
}

/** Whether a clause only says who said it: ", sagte der Minister am Montag". */
function isTag(tail: string, language: Language): boolean {
  const said = wordsOf(tail.slice(0, 200));
  if (said.length < 2 || said.length > 16 || tail.length > 160) return false;
  const reach = language === 'de' ? 1 : 6;
  const says = (word: string, at: number): boolean =>
    isVerb(word, language) &&
    !NO_SAYING_AFTER.test(said[at - 1] ?? '') &&
    !DETERMINER.has(said[at - 1] ?? '');
  return said[0] === 'so' || said.slice(0, reach).some(says);
}

function spanIn(sentence: Sentence, from: number, to: number): Reported | null {
  const inner = sentence.text.slice(from, to);
  const start = sentence.start + from + (inner.length - inner.trimStart().length);
  const end = sentence.start + from + inner.trimEnd().length;
  return end - start < SHORTEST ? null : { start, end, source: null, goesOn: false };
}
