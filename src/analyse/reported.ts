import type { Language } from '../model/index.ts';
import type { Quotation } from './quotations.ts';
import type { Sentence } from './sentences.ts';
import { IS_SUBJUNCTIVE } from './speaker-words.ts';
import { speechVerbs } from './speech-verbs.ts';

/** A stretch of reported speech. */
export interface Reported {
  start: number;
  end: number;
  /** It has no word of saying of its own: the speaker before goes on ("Es sei …"). */
  goesOn: boolean;
}

const SHORTEST = 20;
const SOURCE_PHRASE =
  /(?<!\p{L})(?:laut|zufolge|nach (?:angaben|ansicht|meinung|auffassung|worten|aussagen?|einschätzung|darstellung|überzeugung|informationen)|according to)(?!\p{L})/iu;
const THAT = /^\s*,?\s*(?:dass|daß|that)\s/iu;

/** Finds what a sentence says somebody said, without the words being in quotation marks: "X sagte, dass …",
 * "… sei …, sagte X", "Laut X …", "X said that …", "…, X said", "According to X, …". Sentences in the
 * subjunctive that follow one continue it. Sentences with a quotation of four words or more are left out:
 * those are direct. */
export function reportedIn(
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  language: Language,
): Reported[] {
  const verbs = speechVerbs(language);
  const found: Reported[] = [];
  let next = 0;
  let running = false;
  for (const sentence of sentences) {
    while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    const quoted = (quotations[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end;
    const reported = quoted ? null : reportedSpan(sentence, verbs, language);
    if (reported !== null) {
      found.push({ ...reported, goesOn: false });
      running = true;
    } else if (running && !quoted && language === 'de' && IS_SUBJUNCTIVE.test(sentence.text)) {
      found.push({ start: sentence.start, end: sentence.end, goesOn: true });
    } else {
      running = quoted && running;
    }
  }
  return found;
}

interface Span {
  start: number;
  end: number;
}

function reportedSpan(sentence: Sentence, verbs: ReadonlySet<string>, language: Language): Span | null {
  if (SOURCE_PHRASE.test(sentence.text)) return spanIn(sentence, 0, sentence.text.length);
  const commas = [...sentence.text.matchAll(/,/g)].map(({ index }) => index);
  for (const comma of commas) {
    const head = sentence.text.slice(0, comma);
    const tail = sentence.text.slice(comma + 1);
    const that = THAT.exec(tail)?.[0].length;
    if (
      speaks(head, verbs) &&
      (that !== undefined || (language === 'de' && IS_SUBJUNCTIVE.test(clause(tail))))
    ) {
      return spanIn(sentence, comma + 1 + (that ?? 0), sentence.text.length);
    }
    if (isTag(tail, verbs, language) && (language !== 'de' || IS_SUBJUNCTIVE.test(head))) {
      return spanIn(sentence, 0, comma);
    }
  }
  return language === 'en' ? afterSaidThat(sentence) : null;
}

const clause = (text: string): string => text.slice(0, 120);

const words = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? [];

const speaks = (head: string, verbs: ReadonlySet<string>): boolean =>
  words(head.slice(-160)).some((word) => verbs.has(word));

/** Whether a clause only says who said it: ", sagte der Minister am Montag". */
function isTag(tail: string, verbs: ReadonlySet<string>, language: Language): boolean {
  const said = words(tail);
  if (said.length < 2 || said.length > 16) return false;
  const reach = language === 'de' ? 2 : said.length;
  return said.slice(0, reach).some((word) => verbs.has(word)) && !/[,;:].*,/.test(tail);
}

/** English leaves out the comma: "The company said (that) it …". */
function afterSaidThat(sentence: Sentence): Span | null {
  const said =
    /(?<!\p{L})(?:said|says|told [\p{L} ]{2,40}|added|argued|argues|claimed|claims|stated|warned|confirmed|announced|insisted|ruled) (?:that )?(?=(?:it|he|she|they|the|a|an|its|his|her|their|this|these|users|people|there|we|no|\p{Lu})(?!\p{L}))/u.exec(
      sentence.text,
    );
  return said === null ? null : spanIn(sentence, said.index + said[0].length, sentence.text.length);
}

function spanIn(sentence: Sentence, from: number, to: number): Span | null {
  const inner = sentence.text.slice(from, to);
  const start = sentence.start + from + (inner.length - inner.trimStart().length);
  const end = sentence.start + from + inner.trimEnd().length;
  return end - start < SHORTEST ? null : { start, end };
}
