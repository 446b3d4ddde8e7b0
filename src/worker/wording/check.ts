import type { CompiledDossier } from '../../analyse/dossier.ts';
import { detectLanguage } from '../../analyse/language.ts';
import { partiesNamed } from '../../analyse/parties.ts';
import { sentences } from '../../analyse/sentences.ts';
import { createSupport } from '../../link/support/index.ts';
import { snippetBudget } from '../../model/index.ts';
import type { WordedSentence } from '../../store/wordings.ts';
import type { WordingInput } from './input.ts';

/** Whether an answer may stand for the extract; if not, why. */
export type Acceptance =
  | { accepted: true; sentences: WordedSentence[] }
  | { accepted: false; reason: string };

const FEWEST = 2;
const MOST = 4;
const MAX_CHARS = 700;
const MAX_SENTENCE = 320;

/** What has no place in prose and could do something in a message: addresses, mentions, markup, hidden characters. */
const UNWANTED: readonly [RegExp, string][] = [
  [/https?:|www\.|\p{L}\.(?:de|com|org|net|eu)\//iu, 'a web address'],
  [/[<>@#]/, 'a mention or markup'],
  [/[*_`~|[\]{}\\]|^\s*(?:[-•>]|\d+\.)\s/m, 'Markdown'],
  [/[^\P{C}\n]/u, 'hidden characters'],
];

/** What is wrong with an answer before its sentences are looked at; null where nothing is. */
function malformed(answer: string, language: string): string | null {
  if (answer.length > MAX_CHARS) return `it has ${answer.length} characters, more than ${MAX_CHARS}`;
  const unwanted = UNWANTED.find(([pattern]) => pattern.test(answer));
  if (unwanted) return `it holds ${unwanted[1]}`;
  const detected = detectLanguage(answer).language;
  return detected === language ? null : `it is written in ${detected}, not in ${language}`;
}

/**
 * Holds a model's answer against the sentences it was given. It is accepted as a whole, each sentence with the one that
 * bears it, or not at all.
 * @param limits characters of each article that may be shown; null: no limit
 */
export function checkAnswer(
  answer: string,
  input: WordingInput,
  { dossier, limits }: { dossier: CompiledDossier; limits: ReadonlyMap<number, number | null> },
): Acceptance {
  const { language } = input;
  const text = answer.replace(/\s*\n\s*/g, '\n').trim();
  const wrong = malformed(text, language);
  if (wrong !== null) return { accepted: false, reason: wrong };
  const said = sentences(text.replaceAll('\n', '\n\n'), language).map((sentence) => sentence.text);
  if (said.length < FEWEST || said.length > MOST)
    return { accepted: false, reason: `it has ${said.length} sentences, not ${FEWEST} to ${MOST}` };
  if (new Set(said).size < said.length) return { accepted: false, reason: 'it says something twice' };
  const around = input.sentences.map((source) => source.text).join(' ');
  const partiesIn = (part: string) => partiesNamed(part, { around, language }, dossier);
  const support = createSupport(input.sentences, { language, partiesIn });
  const budget = snippetBudget();
  const accepted: WordedSentence[] = [];
  for (const sentence of said) {
    if (sentence.length > MAX_SENTENCE || !/[.!?…]["“”»«’]*$/.test(sentence))
      return { accepted: false, reason: `“${sentence.slice(0, 80)}” is no finished sentence` };
    const verdict = support(sentence);
    if (!verdict.supported) return { accepted: false, reason: `“${sentence}”: ${verdict.reason}` };
    const { articleId, text: sourceSentence } = verdict.by;
    if (!budget.take({ articleId, snippetLimit: limits.get(articleId) ?? null }, sentence))
      return { accepted: false, reason: 'it shows more of an article than its outlet allows' };
    accepted.push({ sentence, articleId, sourceSentence });
  }
  return { accepted: true, sentences: accepted };
}
