import { eld } from 'eld/small';
import type { Language } from '../model/index.ts';
import { SMALL_WORDS, SPELLINGS } from './language-hints.ts';

/** Two glances at a long text suffice, and the second escapes a foreign-language banner at the head. */
const GLANCE = 400;
/** Texts up to here (characters) are cleaned of addresses as a whole, longer ones where they are glanced at. */
const LONGEST_WHOLE = 6 * GLANCE;
const LONGEST_TEXT = 40_000;
/** Below this many letters the text is a number, a score or a code. */
const FEWEST_LETTERS = 4;
const HAS_LETTERS = new RegExp(`(?:\\p{L}\\P{L}*){${FEWEST_LETTERS}}`, 'u');
const SMALL_WORD_WEIGHT = 0.07;
const SPELLING_WEIGHT = 0.03;
const HINTS_COUNTED = 4;
/** A press watcher meets these two most; a tie goes to them. */
const COMMON: readonly Language[] = ['de', 'en'];
const COMMON_WEIGHT = 0.08;
/** Longer texts (characters) are told by their n-grams alone. */
const HINTS_HELP = 400;
const PRIOR_WEIGHT = 0.09;

const detector = eld.newInstance();
const known = 'de en fr nl it es pt no da sv fi pl cs sk hu ro sl hr el bg ru uk tr et lv lt ca is'.split(
  ' ',
);
detector.setLanguageSubset(known);

const smallWords = new Map<string, string[]>();
for (const [language, words] of Object.entries(SMALL_WORDS)) {
  for (const word of new Set(words.split(' '))) {
    const owners = smallWords.get(word);
    if (owners) owners.push(language);
    else smallWords.set(word, [language]);
  }
}

/** Tells the language of an article, a headline or a teaser.
 *
 * The n-gram scores of eld are joined with small words and spellings, which decide in headlines that
 * consist of names; `prior` is what the source is said to be written in and settles doubtful cases only.
 * Gives `und` with confidence 0 where there are no letters to judge by. Confidence: 0–1. */
export function detectLanguage(
  text: string,
  options: { prior?: string | undefined } = {},
): { language: Language; confidence: number } {
  const sample = sampleOf(text);
  const prior = options.prior?.slice(0, 2).toLowerCase();
  if (!HAS_LETTERS.test(sample)) return { language: 'und', confidence: 0 };
  const scores = new Map(Object.entries(detector.detect(sample).getScores()));
  if (sample.length < HINTS_HELP) addHints(scores, sample);
  for (const language of COMMON) add(scores, language, COMMON_WEIGHT);
  if (prior !== undefined && prior !== 'un') add(scores, prior, PRIOR_WEIGHT);
  return winner(scores);
}

function sampleOf(text: string): string {
  if (text.length <= LONGEST_WHOLE) {
    const clean = withoutAddresses(text);
    return clean.length <= 2 * GLANCE ? clean : glances(clean);
  }
  return glances(withoutAddresses(glances(text, 2 * GLANCE)));
}

/** Most texts have none, which is cheaper to see than to search. */
const withoutAddresses = (text: string): string =>
  text.includes('://') || text.includes('@')
    ? text.replace(/https?:\/\/\S{1,300}|[\w.-]{1,60}@[\w.-]{1,60}/g, ' ')
    : text;

function glances(text: string, length: number = GLANCE): string {
  const middle = Math.floor(Math.min(text.length, LONGEST_TEXT) / 2);
  return `${text.slice(0, length)} ${text.slice(middle, middle + length)}`;
}

function addHints(scores: Map<string, number>, sample: string): void {
  const hits = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const owners = smallWords.get(word) ?? [];
    for (const language of owners) add(hits, language, SMALL_WORD_WEIGHT / owners.length);
  }
  for (const [language, spelling] of Object.entries(SPELLINGS)) {
    add(hits, language, SPELLING_WEIGHT * (sample.match(spelling)?.length ?? 0));
  }
  for (const [language, weight] of hits) {
    add(scores, language, Math.min(weight, HINTS_COUNTED * SMALL_WORD_WEIGHT));
  }
}

function add(scores: Map<string, number>, language: string, weight: number): void {
  scores.set(language, (scores.get(language) ?? 0) + weight);
}

function winner(scores: ReadonlyMap<string, number>): { language: Language; confidence: number } {
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return { language: 'und', confidence: 0 };
  const lead = first[1] - (second?.[1] ?? 0);
  return { language: first[0], confidence: Math.min(1, 0.5 + lead / (2 * first[1]) + lead) };
}
