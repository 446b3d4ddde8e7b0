import { sentencesOf } from './sentences.ts';
import { foldSpelling, splitWords } from './words.ts';

/** Sentences looked at of either text. */
const MOST_SENTENCES = 60;
/** From this share of its words on, a sentence is another's with something put in the place of something else. */
const SAME_SENTENCE = 0.4;
/** From this share of the sentences on that differ in nothing but facts, the wording is a template. */
const TEMPLATE_SHARE = 0.3;
/** One exchanged fact is a correction. */
const FEWEST_EXCHANGED = 2;
/** Facts that an opening sentence exchanges when it reports another event in the same words. */
const OTHER_EVENT = 2;

const DAYS = new Set(
  `montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag monday tuesday wednesday thursday friday
   saturday sunday januar februar marz april mai juni juli august september oktober november dezember january february
   march june july october december`.split(/\s+/),
);
const GROUPED = /(?<!\d)(\d{1,3})((?:[. {2}]\d{3})+)(?!\d)/g;

interface SentenceRead {
  /** But for the facts. */
  words: ReadonlySet<string>;
  facts: ReadonlySet<string>;
}

/** A sentence's words apart from those that say when and how many. */
function read(sentence: string): SentenceRead {
  const text = sentence.replace(GROUPED, (_, head: string, rest: string) => head + rest.replace(/\D/g, ''));
  const all = splitWords(foldSpelling(text));
  const isFact = (word: string) => /\d/.test(word) || DAYS.has(word);
  return { words: new Set(all.filter((word) => !isFact(word))), facts: new Set(all.filter(isFact)) };
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

/** The sentence of the other text that has most of a sentence's words; null where none has enough. */
function counterpart(one: SentenceRead, others: readonly SentenceRead[]): SentenceRead | null {
  let best: SentenceRead | null = null;
  let most = SAME_SENTENCE;
  for (const other of others) {
    const both = shared(one.words, other.words);
    const share = both / (one.words.size + other.words.size - both || 1);
    if (share > most) [best, most] = [other, share];
  }
  return best;
}

/** Facts that each of two sentences has and the other has not; the smaller count. */
function exchanged(a: SentenceRead, b: SentenceRead): number {
  const both = shared(a.facts, b.facts);
  return Math.min(a.facts.size, b.facts.size) - both;
}

/**
 * Whether two alike texts are one template filled twice: sentence by sentence the same words around other numbers, other
 * days (weather, lottery, police, markets). A reprint that was cut or edited keeps its facts.
 */
export function fillsOneTemplate(textA: string, textB: string): boolean {
  const [a, b] = [textA, textB].map((text) => sentencesOf(text).slice(0, MOST_SENTENCES).map(read));
  if (a === undefined || b === undefined) return false;
  let same = 0;
  let other = 0;
  for (const [i, sentence] of a.entries()) {
    const twin = counterpart(sentence, b);
    if (twin === null) continue;
    same += 1;
    const facts = exchanged(sentence, twin);
    if (facts > 0) other += 1;
    if (i === 0 && twin === b[0] && facts >= OTHER_EVENT) return true;
  }
  return other >= FEWEST_EXCHANGED && other / same >= TEMPLATE_SHARE;
}

/** Longer runs of the same words are no boilerplate. */
const LONGEST_TAIL = 150;

/**
 * Whether all that two outlets' texts share is what stands under every article (an agency's terms, an offer to subscribe):
 * neither text has the other's opening sentence or a long word of its headline.
 */
export function sharesOnlyItsTail(
  a: { title: string; text: string; words: number },
  b: { title: string; text: string; words: number },
  containment: number,
): boolean {
  if (Math.min(a.words, b.words) * containment > LONGEST_TAIL) return false;
  return !tellsOf(a, b.text) && !tellsOf(b, a.text);
}

const SHORTEST_WORD = 5;
const SUBJECT_LETTERS = 6;

/** Whether a text has the opening of an article, or something of what its headline is about. */
function tellsOf({ title, text }: { title: string; text: string }, other: string): boolean {
  const words = splitWords(foldSpelling(other));
  const opening = read(sentencesOf(text)[0] ?? '');
  if (shared(opening.words, new Set(words)) >= 0.7 * opening.words.size) return true;
  const beginnings = new Set(words.map((word) => word.slice(0, SUBJECT_LETTERS)));
  return splitWords(foldSpelling(title)).some(
    (word) => word.length >= SHORTEST_WORD && beginnings.has(word.slice(0, SUBJECT_LETTERS)),
  );
}
