import type { Language } from '../model/index.ts';
import { speechVerbs } from './speech-verbs.ts';

/** A place where a text names somebody who may have spoken. */
export interface Mention {
  /** As named, with article and title: `der norwegische Minister Jens S.`, `er`, `a spokesperson`. */
  text: string;
  start: number;
  end: number;
  kind: 'pronoun' | 'noun' | 'name';
  /** The word before, lower case; empty at the head of a sentence. */
  before: string;
  /** The article or possessive it begins with, lower case; empty where none. */
  article: string;
}

export interface Token {
  text: string;
  lower: string;
  start: number;
  end: number;
}

const TOKEN = /\p{L}[\p{L}\p{M}\d'’.-]*[\p{L}\d]|\p{L}|\d[\d.,:]*|[^\s\p{L}\d]/gu;
const PRONOUNS: Readonly<Record<string, RegExp>> = {
  de: /^(?:er|sie|dieser)$/i,
  en: /^(?:he|she|they)$/i,
};
const ARTICLES =
  /^(?:der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen|the|a|an|his|her|its|their|sein|seine|seiner|seinem|seinen|ihr|ihre|ihrer|ihrem|ihren|dieser|diese|dieses|diesem|mehrere|viele|einige|zwei|drei|beide)$/;
const JOINERS =
  /^(?:von|van|de|da|di|del|della|der|den|zu|zur|vom|al|el|bin|ibn|la|le|of|and|und|für|for|du|dos|ter|ten)$/;
const NO_SPEAKER =
  /^(?:insbesondere|diese|dieses|daran|darunter|deshalb|darauf|darin|daraus|daraufhin|danach|davon|darüber|hierzu|hierbei|hierfür|hier|trotzdem|dennoch|somit|vielmehr|lediglich|zunächst|zuletzt|schließlich|später|früher|offenbar|vermutlich|angeblich|immerhin|zwar|während|nachdem|obwohl|bevor|sobald|solange|weder|sowohl|entweder|jedoch|ebenso|sogar|nämlich|sonst|stattdessen|währenddessen|seitdem|zusätzlich|ferner|erst|eben|etwa|rund|fast|kurz|mehr|viel|ihm|ihn|ihnen|uns|euch|einer|eines|jeder|jede|jegliche|beide|manche|andere|letztlich|letztere|sprüche|parolen|worte|worten|titel|motto|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|uhr|euro|prozent|dollar|millionen|milliarden|jahr|jahre|jahren|tag|tage|woche|wochen|monat|morgen|abend|nachmittag|ende|anfang|interview|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|june|july|october|december|zudem|auch|damit|daher|dabei|dazu|allerdings|außerdem|am|im|in|an|auf|nach|bei|mit|für|zu|so|laut|wie|aber|denn|doch|es|man|dies|das|und|oder|if|but|and|in|on|at|for|as|it|this|that|when|while|after|before|there|i|we|you|ich|wir|wenn|weil|nicht|kein|keine|hier|dort|heute|gestern|weiter|weiterhin|bereits|zuvor|unterdessen|inzwischen|seit|trotz|gegen|über|unter|vor|durch|ob|da|dann|als|also|um|nun|noch|nur|was|wer|alle|viele|von|vom|zum|zur|beim|aus|ohne|gegenüber|insgesamt|derzeit|jetzt|bisher|dagegen|gleichzeitig|zugleich|however|meanwhile|according|from|with|by|to|of|our|my|what|who|why|how|not|no|yes|now|then|here|some|many|all|more|since|although|because|despite|during|under|over)$/;

/** Cuts a stretch of text into words and marks, with offsets into the whole text. */
export function tokensOf(text: string, start: number, end: number): Token[] {
  return [...text.slice(start, end).matchAll(TOKEN)].map(({ 0: word, index }) => ({
    text: word,
    lower: word.toLowerCase(),
    start: start + index,
    end: start + index + word.length,
  }));
}

const isCapital = (token: Token | undefined): token is Token =>
  token !== undefined && /^\p{Lu}/u.test(token.text);

/** Lists who is named between `start` and `end` (one sentence, or the part of it beside a quotation). */
export function mentionsIn(text: string, tokens: readonly Token[], language: Language): Mention[] {
  const found: Mention[] = [];
  const pronouns = PRONOUNS[language] ?? /^$/;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (pronouns.test(token.text) && !isCapital(tokens[i + 1]) && !isAdjectiveRun(tokens, i + 1)) {
      found.push(mention(text, tokens, i, i, 'pronoun'));
      continue;
    }
    if (!isCapital(token) || NO_SPEAKER.test(token.lower) || ARTICLES.test(token.lower)) continue;
    if (
      i === 0 &&
      /(?:lich|weise|ig|end|s)$/.test(token.lower) &&
      /^\p{Ll}/u.test((tokens[1] as Token | undefined)?.text ?? '') &&
      /(?:lich|weise|ig|end|mals|falls|dings)$/.test(token.lower)
    )
      continue;
    const last = lastOfName(tokens, i);
    const kind = isNominal(tokens, i, last) ? 'noun' : 'name';
    found.push(mention(text, tokens, i, last, kind));
    i = last;
  }
  return found;
}

/** Whether adjectives lead from here to a noun: then "diese" and "sie" are no pronouns. */
function isAdjectiveRun(tokens: readonly Token[], from: number): boolean {
  let i = from;
  while (i < from + 3 && /^\p{Ll}+(?:e|en|er|es|em)$/u.test(tokens[i]?.text ?? '')) i++;
  return i > from && isCapital(tokens[i]) && /^(?:diese|dieser)$/.test(tokens[from - 1]?.lower ?? '');
}

/** Follows a name over further capitals, joining words and initials: "Ursula von der Leyen". */
function lastOfName(tokens: readonly Token[], first: number): number {
  let last = first;
  for (let i = first + 1; i < tokens.length && i < first + 10; i++) {
    const token = tokens[i];
    if (isCapital(token) && !NO_SPEAKER.test(token.lower)) last = i;
    else if (token?.text === '.' && /^(?:\p{Lu}|Dr|Prof|St|Mr|Mrs|Ms)$/u.test(tokens[i - 1]?.text ?? ''))
      continue;
    else if (!JOINERS.test(token?.lower ?? '') || !joins(tokens, i)) break;
  }
  return last;
}

/** A joining word joins names, but no more than two of them in a row. */
const joins = (tokens: readonly Token[], at: number): boolean =>
  isCapital(tokens[at + 1]) || (JOINERS.test(tokens[at + 1]?.lower ?? '') && isCapital(tokens[at + 2]));

function isNominal(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[first - 1]?.lower ?? '';
  return last === first && (ARTICLES.test(before) || /^\p{Ll}+(?:e|en|er|es|em)$/u.test(before));
}

function mention(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  kind: Mention['kind'],
): Mention {
  let from = first;
  while (from > first - 4 && /^\p{Ll}[\p{L}-]*(?:e|en|er|es|em|n)$/u.test(tokens[from - 1]?.text ?? '')) {
    if (ARTICLES.test(tokens[from - 1]?.lower ?? '') || JOINERS.test(tokens[from - 1]?.lower ?? '')) break;
    from--;
  }
  const article = tokens[from - 1]?.lower ?? '';
  const hasArticle = kind !== 'pronoun' && ARTICLES.test(article);
  if (kind === 'pronoun' || (!hasArticle && from !== first)) from = first;
  const at = hasArticle ? from - 1 : from;
  const start = tokens[at]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  return {
    text: text.slice(start, end),
    start,
    end,
    kind,
    before: tokens[at - 1]?.lower ?? '',
    article: hasArticle ? article : '',
  };
}

/** Positions, among the tokens, of words of saying. */
export function cuesIn(tokens: readonly Token[], language: Language): number[] {
  const verbs = speechVerbs(language);
  return tokens.flatMap((token, at) => (verbs.has(token.lower) ? [at] : []));
}
