import type { Language } from '../model/index.ts';
import { isLowerAt } from './characters.ts';
import { BODY, DETERMINER, NO_SPEAKER, PERSON, words } from './speaker-words.ts';
import { speechVerbs } from './speech-verbs.ts';
import type { Token } from './tokens.ts';

/** A place where a text names somebody who may have spoken. */
export interface Mention {
  /** As named, with article and title: `der norwegische Minister Jens S.`, `er`, `a spokesperson`. */
  text: string;
  start: number;
  end: number;
  /** Positions, among the tokens read, of the first and the last word. */
  first: number;
  last: number;
  kind: 'pronoun' | 'noun' | 'name';
  /** The word before, lower case; empty at the head of a sentence. */
  before: string;
  /** The article or possessive it begins with, lower case; empty where none. */
  article: string;
}

const PRONOUNS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words('er sie dieser'),
  en: words('he she they'),
};
const NO_PRONOUNS: ReadonlySet<string> = new Set();
const ARTICLES = words(
  `der die das dem den des ein eine einer eines einem einen the a an his her its their
  sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren dieser diese dieses diesem mehrere viele einige zwei drei beide`,
);
const JOINERS = words(
  'von van de da di del della der den zu zur vom al el bin ibn la le of and und für for du dos ter ten',
);

const isCapital = (token: Token | undefined): token is Token => token?.capital ?? false;

/** Lists who is named in a stretch of tokens (one sentence, or the part of it beside a quotation). English
 * roles written small ("a spokesperson", "the regulator") count like German ones. */
export function mentionsIn(text: string, tokens: readonly Token[], language: Language): Mention[] {
  const found: Mention[] = [];
  const pronouns = PRONOUNS[language] ?? NO_PRONOUNS;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (pronouns.has(token.lower) && !isCapital(tokens[i + 1]) && !isAdjectiveRun(tokens, i + 1)) {
      found.push(mention(text, tokens, i, i, 'pronoun'));
    } else if (language !== 'de' && isSmallRole(tokens, i)) {
      found.push(mention(text, tokens, i, i, 'noun'));
    } else if (isCapital(token) && !namesNobody(tokens, i)) {
      const last = roleAfter(tokens, lastOfName(tokens, i), language);
      found.push(mention(text, tokens, i, last, 'name'));
      i = last;
    }
  }
  return found;
}

/** "a senior lawyer", "the regulator": a role in small letters with an article not far before it. */
function isSmallRole(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text ?? '';
  if (!isLowerAt(word, 0)) return false;
  const article = tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => ARTICLES.has(lower));
  return article && (PERSON.test(word) || BODY.test(word));
}

/** Articles, days, and the adverb a German sentence begins with ("Ursprünglich wollte er …"). */
function namesNobody(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || NO_SPEAKER.has(token.lower) || ARTICLES.has(token.lower)) return true;
  return (
    at === 0 &&
    isLowerAt(tokens[1]?.text ?? '', 0) &&
    /(?:lich|weise|ig|end|mals|falls|dings)$/.test(token.lower)
  );
}

const DEMONSTRATIVE = words('diese dieser');

/** Whether adjectives lead from here to a noun: then "diese" and "sie" are no pronouns. */
function isAdjectiveRun(tokens: readonly Token[], from: number): boolean {
  if (!DEMONSTRATIVE.has(tokens[from - 1]?.lower ?? '')) return false;
  let i = from;
  while (i < from + 3 && /^\p{Ll}+(?:e|en|er|es|em)$/u.test(tokens[i]?.text ?? '')) i++;
  return i > from && isCapital(tokens[i]);
}

/** Follows a name over further capitals, joining words and initials: "Ursula von der Leyen". */
function lastOfName(tokens: readonly Token[], first: number): number {
  let last = first;
  let capitals = 1;
  for (let i = first + 1; i < tokens.length && i < first + 10; i++) {
    const token = tokens[i];
    if (isCapital(token) && !NO_SPEAKER.has(token.lower)) {
      last = i;
      capitals++;
    } else if (token?.text === '.' && /^(?:\p{Lu}|Dr|Prof|St|Mr|Mrs|Ms)$/u.test(tokens[i - 1]?.text ?? ''))
      continue;
    else if (!JOINERS.has(token?.lower ?? '') || !joins(tokens, i)) break;
    else if (capitals > 1 && /^vo[nm]$/.test(token?.lower ?? '')) break;
  }
  return last;
}

const OF_A_ROLE = words('data protection privacy consumer company rights legal');

/** "a Meta spokeswoman", "the Irish data protection regulator": in English the role comes after the name, written small. */
function roleAfter(tokens: readonly Token[], last: number, language: Language): number {
  if (language === 'de') return last;
  let at = last + 1;
  while (at < last + 3 && OF_A_ROLE.has(tokens[at]?.lower ?? '')) at++;
  const word = tokens[at]?.text ?? '';
  return isLowerAt(word, 0) && (PERSON.test(word) || BODY.test(word)) ? at : last;
}

/** A joining word joins names, but no more than two of them in a row. */
const joins = (tokens: readonly Token[], at: number): boolean =>
  isCapital(tokens[at + 1]) || (JOINERS.has(tokens[at + 1]?.lower ?? '') && isCapital(tokens[at + 2]));

function mention(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  kind: Mention['kind'],
): Mention {
  let from = first;
  const small = !isCapital(tokens[first]);
  const adjective = small ? /^\p{Ll}[\p{L}-]*$/u : /^\p{Ll}[\p{L}-]*(?:e|en|er|es|em|n)$/u;
  while (from > first - 4 && adjective.test(tokens[from - 1]?.text ?? '')) {
    if (ARTICLES.has(tokens[from - 1]?.lower ?? '') || JOINERS.has(tokens[from - 1]?.lower ?? '')) break;
    from--;
  }
  const article = tokens[from - 1]?.lower ?? '';
  const hasArticle = kind !== 'pronoun' && ARTICLES.has(article);
  if (kind === 'pronoun' || (!hasArticle && from !== first)) from = first;
  const at = hasArticle ? from - 1 : from;
  const start = tokens[at]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  return {
    text: text.slice(start, end),
    start,
    end,
    first: at,
    last,
    kind: kind === 'name' && hasArticle && first === last ? 'noun' : kind,
    before: tokens[at - 1]?.lower ?? '',
    article: hasArticle ? article : '',
  };
}

/** Positions, among the tokens, of words of saying. */
export function cuesIn(tokens: readonly Token[], language: Language): number[] {
  const verbs = speechVerbs(language);
  const isNoun = (at: number): boolean => language !== 'de' && DETERMINER.has(tokens[at - 1]?.lower ?? '');
  const found: number[] = [];
  for (const [at, { lower }] of tokens.entries()) if (verbs.has(lower) && !isNoun(at)) found.push(at);
  return found;
}
