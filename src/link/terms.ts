import type { DatedEvent, Finding, Instant, Language } from '../model/index.ts';
import { conceptsOfEnglish, conceptsOfGerman, isPlace, stemOf } from './concepts.ts';
import { eventDaysOf } from './event-days.ts';
import { STOPWORDS } from './stopwords.ts';
import { tagsOf } from './tags.ts';

/**
 * What an article's event is known by. The first letter says the kind: `n` name, `b` two names in a row,
 * `p` place, `#` number, `k` docket, `d` date, `w` concept shared by German and English, `x` word of one language,
 * `f` tag of the dossier, `e` day of what it tells (see `eventDaysOf`).
 */
export type Term = string;

/** A term with how much the text makes of it. */
export type WeightedTerm = [term: Term, weight: number];

export interface EventText {
  language: Language;
  title: string;
  text: string;
  findings: readonly Finding[];
  dates: readonly DatedEvent[];
  /** Published, else first seen. */
  at: Instant;
}

/** Tokens beyond this are background. */
const MAX_TOKENS = 900;
const MAX_TERMS = 320;
/** The first words tell the event; what follows, its history. */
const LEAD_TOKENS = 40;
const LEAD_WEIGHT = 1.5;
/** Words by which a party, topic or docket was recognised: they tag, they must not group. */
const TAG_WEIGHT = 0.35;

const TOKEN = /[\p{L}][\p{L}\p{M}'’]*|\d[\d.,]*/gu;
const NO_STOPWORDS: ReadonlySet<string> = new Set();

/** A name without diacritics and genitive, so that `Bozkırs` and `Bozkir` are one. */
function foldName(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l');
  return plain.length > 4 ? plain.replace(/s$/, '') : plain;
}

function numberOf(token: string): string {
  const digits = token.replace(/[.,]+$/, '');
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, '') : digits.replace(',', '.');
}

const tokensOf = (sentence: string): string[] => sentence.match(TOKEN) ?? [];

/** Lower-case words of the aliases and key words that the dossier's rules found. */
function taggedWords(findings: readonly Finding[]): Set<string> {
  const words = new Set<string>();
  for (const { kind, matched } of findings)
    if (kind === 'party' || kind === 'topic')
      for (const token of tokensOf(matched)) words.add(token.toLowerCase());
  return words;
}

class Bag {
  readonly #weights = new Map<Term, number>();

  add(term: Term, weight: number): void {
    this.#weights.set(term, (this.#weights.get(term) ?? 0) + weight);
  }

  /** Terms with damped repetition, the weightiest first. */
  terms(): WeightedTerm[] {
    return [...this.#weights]
      .map(([term, sum]): WeightedTerm => [term, Number((sum > 1 ? 1 + Math.log(sum) : sum).toFixed(2))])
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_TERMS);
  }
}

/** Adds one word and, where it is one, the name; gives back the name. */
function addWord(bag: Bag, token: string, word: string, language: Language, weight: number): string | null {
  const concepts =
    language === 'de' ? conceptsOfGerman(word) : language === 'en' ? conceptsOfEnglish(word) : [];
  const share = language === 'de' ? weight / Math.sqrt(Math.max(1, concepts.length)) : weight;
  for (const concept of concepts) bag.add(`${isPlace(concept) ? 'p' : 'w'}:${concept}`, share);
  if (concepts.length === 0) bag.add(`x:${language}:${stemOf(word, language)}`, weight);
  if (!/^\p{Lu}/u.test(token)) return null;
  const name = foldName(word);
  // German capitalises every noun: a known one is a name only where it looks like its translation (`Pakistan`).
  const commonNoun =
    language === 'de' &&
    concepts.length > 0 &&
    !(name.length > 4 && concepts.some((concept) => concept.slice(0, 5) === name.slice(0, 5)));
  if (commonNoun) return null;
  if (!concepts.some(isPlace)) bag.add(`n:${name}`, weight);
  return name;
}

function addText(bag: Bag, input: EventText): void {
  const stop = STOPWORDS[input.language] ?? NO_STOPWORDS;
  const tagged = taggedWords(input.findings);
  let position = 0;
  for (const sentence of `${input.title}\n${input.text}`.split(/(?<=[.!?])\s+|\n/)) {
    let before: string | null = null;
    for (const token of tokensOf(sentence)) {
      if (position >= MAX_TOKENS) return;
      let weight = position++ < LEAD_TOKENS ? LEAD_WEIGHT : 1;
      if (/^\d/.test(token)) {
        const number = numberOf(token);
        if (number.length >= 2) bag.add(`#${number}`, tagged.has(token) ? weight * TAG_WEIGHT : weight);
        before = null;
        continue;
      }
      const word = token
        .toLowerCase()
        .normalize('NFC')
        .replace(/['’]s$/, '')
        .replace(/['’]+$/, '');
      if (word.length < 2 || stop.has(word)) {
        before = null;
        continue;
      }
      if (tagged.has(word)) weight *= TAG_WEIGHT;
      const name = addWord(bag, token, word, input.language, weight);
      if (name !== null && before !== null) bag.add(`b:${before} ${name}`, weight);
      before = name;
    }
  }
}

/** What an article is placed in a story by, the weightiest first. */
export function termsOf(input: EventText): WeightedTerm[] {
  const bag = new Bag();
  addText(bag, input);
  for (const ref of new Set(input.findings.filter(({ kind }) => kind === 'docket').map(({ ref }) => ref)))
    bag.add(`k:${ref}`, LEAD_WEIGHT);
  for (const day of new Set(input.dates.filter((date) => date.precision === 'day').map((date) => date.day)))
    bag.add(`d:${day}`, 1);
  return [...tagsOf(input.findings), ...eventDaysOf(input), ...bag.terms()];
}

/** A term in words for a reader: `Bozkir`, `3,200`, `docket C-252/21`, `stage ruling`. */
export function describeTerm(term: Term): string {
  const rest = term.slice(term.indexOf(':') + 1);
  if (term.startsWith('#')) return term.slice(1);
  if (term.startsWith('x:')) return rest.slice(rest.indexOf(':') + 1);
  if (term.startsWith('f:')) return rest.replace(':', ' ');
  return term.startsWith('k:') ? `docket ${rest}` : rest;
}
