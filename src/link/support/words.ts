import type { Language } from '../../model/index.ts';
import { foldWords, stemsOf } from '../../store/words.ts';
import { conceptsOfEnglish, conceptsOfGerman, isPlace, stemOf } from '../concepts.ts';
import { STOPWORDS } from '../stopwords.ts';
import { isFigureWord } from './figures.ts';
import {
  ACTORS,
  HELPING,
  LIGHT,
  MODE_WORDS,
  meaningsOf,
  NEGATIONS,
  NOUN_END,
  OBLIQUE_ARTICLES,
  PREPOSITIONS,
  SAYING,
} from './lexicon.ts';

/** Where a text names a party of the dossier, by whatever alias. */
export interface PartyMention {
  ref: string;
  start: number;
  end: number;
}

/** A word that claims something. */
export interface Word {
  text: string;
  lower: string;
  /** By what it may be found again: `n:` name, `s:` stem, `v:` root of a verb, `m:` meaning, `c:` concept, `p:` place. */
  keys: readonly string[];
  /** A name: only itself or another alias of its party stands for it. */
  name: boolean;
  /** The party whose alias it is part of. */
  party: string | null;
  /** German noun that a general glossary knows or whose end says it is one. */
  noun: boolean;
  /** The preposition, or the article of an oblique case, before it. */
  ruler: string | null;
  start: number;
}

const TOKEN = /\p{L}[\p{L}\p{M}\d'’-]*/gu;
const NO_STOPWORDS: ReadonlySet<string> = new Set();

export interface Token {
  text: string;
  lower: string;
  start: number;
}

/** The words of a text, numbers apart. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    text: word,
    lower: word
      .toLowerCase()
      .normalize('NFC')
      .replace(/['’]s?$/, ''),
    start: index,
  }));
}

/** Names with ß, digraphs or diacritics in one writing, without the genitive's s. */
export const nameKey = (lower: string): string =>
  `n:${foldWords(lower)
    .replaceAll('ß', 'ss')
    .replace(/(?<=.{4})s$/, '')}`;

function conceptsOf(lower: string, language: Language): readonly string[] {
  if (language === 'de') return conceptsOfGerman(lower);
  return language === 'en' ? conceptsOfEnglish(lower) : [];
}

const PARTICLES = [
  'zurück',
  'zusammen',
  'weiter',
  'fort',
  'nach',
  'vor',
  'auf',
  'aus',
  'ein',
  'mit',
  'ab',
  'an',
  'zu',
];
const PARTED = new RegExp(`^(${PARTICLES.join('|')})(?:ge|zu)?(\\p{L}{3,})$`, 'u');

/** The small word that German verbs part with, `auf` of `rief … auf`; null where a word is none. */
export const particleOf = (lower: string): string | null =>
  PARTICLES.find((particle) => particle === lower) ?? null;

/** What forms of a regular verb have in common: `verwendet`, `verwenden`; three letters at least. */
export const rootOf = (lower: string): string =>
  lower.replace(/(?<=.{3})(?:eten|test|ten|tet|est|et|te|en|st|t|n|e)$/, '');

/** A verb written in one word with what it parts with: `aufgerufen` is `auf` and the root of `rufen`. */
function verbKeys(lower: string): string[] {
  const [, particle, rest] = PARTED.exec(lower) ?? [];
  if (particle === undefined || rest === undefined) return [`v:${rootOf(lower)}`];
  return [`v:${rootOf(lower)}`, `v:${particle}+${rootOf(rest)}`];
}

/** Parts of a word joined by hyphens count singly: the end of `EU-Kommission` is the commission. */
function keysOf(lower: string, language: Language): string[] {
  const parts = lower.includes('-') ? [lower.replaceAll('-', ''), ...lower.split('-')] : [lower];
  return parts.flatMap((part) => {
    const stems = stemsOf(foldWords(part));
    return [
      ...(stems.length > 0 ? stems : [part]).map((stem) => `s:${stem}`),
      `s:${stemOf(part, language)}`,
      ...(language === 'de' ? verbKeys(part) : []),
      ...meaningsOf(part).map((meaning) => `m:${meaning}`),
      ...conceptsOf(part, language).map((concept) => `${isPlace(concept) ? 'p' : 'c'}:${concept}`),
    ];
  });
}

/** Whether a capitalised word is a name and no common noun, nor the first word of a sentence. */
function isName(token: Token, first: boolean, language: Language): boolean {
  if (!/^\p{Lu}/u.test(token.text)) return false;
  if (/^.+\p{Lu}/u.test(token.text.replaceAll(/-\p{Lu}/gu, ''))) return true;
  const concepts = conceptsOf(token.lower, language);
  if (concepts.some(isPlace)) return true;
  if (language === 'de')
    return concepts.length === 0 && !NOUN_END.test(token.lower) && meaningsOf(token.lower).length === 0;
  return (
    !first || (concepts.length === 0 && meaningsOf(token.lower).length === 0 && !ACTORS.has(token.lower))
  );
}

/** The nearest preposition or oblique article before a token, across what may stand between it and its noun. */
function rulerOf(tokens: readonly Token[], at: number): string | null {
  let article: string | null = null;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const [token, next] = [tokens[i], tokens[i + 1]];
    if (!token || !next || next.start - token.start !== token.text.length + 1) break;
    if (PREPOSITIONS.has(token.lower)) return token.lower;
    if (OBLIQUE_ARTICLES.has(token.lower)) article = token.lower;
    else if (article !== null || !isAttribute(token)) break;
  }
  return article;
}

/** Whether a word may stand between a preposition and its noun. */
export const isAttribute = ({ text, lower }: Token): boolean =>
  !/^\p{Lu}/u.test(text) && !HELPING.has(lower) && !MODE_WORDS.de.has(lower) && !MODE_WORDS.en.has(lower);

/** The words of a sentence that claim something: neither grammar nor figures. */
export function wordsOf(
  tokens: readonly Token[],
  mentions: readonly PartyMention[],
  language: Language,
): Word[] {
  const stop = STOPWORDS[language] ?? NO_STOPWORDS;
  const modes = MODE_WORDS[language === 'de' ? 'de' : 'en'];
  return tokens.flatMap((token, index): Word[] => {
    const { lower, start, text } = token;
    const party = mentions.find((one) => start >= one.start && start < one.end)?.ref ?? null;
    if (party === null && (lower.length < 3 || stop.has(lower) || LIGHT.has(lower))) return [];
    if (isFigureWord(lower) || NEGATIONS.has(lower) || SAYING.has(lower) || modes.has(lower)) return [];
    const name = party === null && isName(token, index === 0, language);
    const keys = name ? [nameKey(lower), ...keysOf(lower, language)] : keysOf(lower, language);
    const noun = language === 'de' && !name && /^\p{Lu}/u.test(text);
    return [{ text, lower, keys, name, party, noun, ruler: rulerOf(tokens, index), start }];
  });
}
