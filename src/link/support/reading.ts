import type { Language } from '../../model/index.ts';
import { type Actor, actorsOf, isPassive } from './actors.ts';
import { type Figure, figuresIn } from './figures.ts';
import { MODE_WORDS, type Mode, NEGATIONS, REPORTING, SAYING, SUBORDINATE } from './lexicon.ts';
import { type PartyMention, particleOf, rootOf, type Token, tokensOf, type Word, wordsOf } from './words.ts';

export interface Clause {
  text: string;
  words: Word[];
  actors: Actor[];
  modes: ReadonlySet<Mode>;
  negated: boolean;
  passive: boolean;
  reporting: boolean;
  /** Hangs on another clause and says nothing of it: `obwohl …`. */
  subordinate: boolean;
  /** What the verb of a German clause parts with: `ab` of `lehnte … ab`. */
  particle: string | null;
}

/** A sentence as it is compared: what it claims, of whom, how surely. */
export interface Reading {
  text: string;
  clauses: Clause[];
  words: Word[];
  figures: Figure[];
  language: Language;
  parties: ReadonlySet<string>;
}

export interface ReadingContext {
  language: Language;
  partiesIn: (text: string) => readonly PartyMention[];
}

/** A comma or colon between figures ends nothing. */
const CLAUSE_END =
  /[,:](?!\d)|[;()–—]|\s(?:während|while|aber|but|sondern|whereas|that|which|who|after|because|although)\s|(?<=\s(?:said|says|claims|claimed|argues|argued|insists|insisted))\s/gu;
const JOINER = /^(?:aber|sondern|but)$/;
const LONGEST_READ = 1_000;
const MOST_CLAUSES = 40;
const CAPITAL = /^\p{Lu}/u;

/** `…, but asked the company`: the one who acted before acts again, and whoever is named is not the one. */
function withElided(clause: Clause, before: Clause | undefined, tokens: readonly Token[]): Clause {
  const [joiner, verb] = tokens;
  if (!before || !joiner || !JOINER.test(joiner.lower)) return clause;
  const begins = verb && clause.words.some(({ start, text }) => start === verb.start && !CAPITAL.test(text));
  const [actor] = before.actors;
  if (!begins || actor === undefined) return clause;
  const others = clause.actors.map((one): Actor => ({ ...one, role: 'oblique' }));
  const named = before.words.filter(({ name, noun, party }) => name || noun || party !== null);
  return { ...clause, words: [...named, ...clause.words], actors: [actor, ...others] };
}

const isReporting = ({ lower }: Token): boolean => REPORTING.has(lower) || SAYING.has(lower);

/** A German verb is known with what it parts with: `ruft … auf` is `aufrufen`. */
function withParticle(words: readonly Word[], particle: string | null): Word[] {
  if (particle === null) return [...words];
  return words.map((word) =>
    CAPITAL.test(word.text) ? word : { ...word, keys: [...word.keys, `v:${particle}+${rootOf(word.lower)}`] },
  );
}

/** A clause from its tokens; words and mentions are its own. */
function clauseOf(
  tokens: readonly Token[],
  own: readonly Word[],
  mentions: readonly PartyMention[],
  { language, text, part }: { language: Language; text: string; part: string },
): Clause {
  const modeWords = MODE_WORDS[language === 'de' ? 'de' : 'en'];
  const modes = new Set(
    tokens.flatMap((token) => (token.text === 'May' ? [] : (modeWords.get(token.lower) ?? []))),
  );
  const passive = isPassive(tokens);
  const last = tokens.at(-1);
  const particle = language === 'de' && last ? particleOf(last.lower) : null;
  return {
    text: part,
    words: withParticle(own, particle),
    actors: actorsOf(tokens, own, mentions, { passive, language, text }),
    modes,
    negated: tokens.some(({ lower }) => NEGATIONS.has(lower) || /n['’]t$/.test(lower)),
    passive,
    reporting: tokens.some(isReporting),
    subordinate: SUBORDINATE.has(tokens[0]?.lower ?? ''),
    particle,
  };
}

/** Reads a sentence: its words that claim something, figures, names, and clause by clause who acts and how surely. */
export function readSentence(sentence: string, { language, partiesIn }: ReadingContext): Reading {
  const text = sentence.slice(0, LONGEST_READ);
  const mentions = [...partiesIn(text)].sort((a, b) => a.start - b.start || b.end - a.end);
  const all = tokensOf(text);
  const words = wordsOf(all, mentions, language);
  const ends = [...text.matchAll(CLAUSE_END)].map(({ index }) => index).slice(0, MOST_CLAUSES);
  const clauses: Clause[] = [];
  [...ends, text.length].forEach((end, i) => {
    const from = ends[i - 1] ?? 0;
    const within = ({ start }: { start: number }) => start >= from && start < end;
    const tokens = all.filter(within);
    if (tokens.length === 0) return;
    const clause = clauseOf(tokens, words.filter(within), mentions, {
      language,
      text,
      part: text.slice(from, end),
    });
    clauses.push(withElided(clause, clauses.at(-1), tokens));
  });
  return {
    text,
    clauses,
    words: clauses.flatMap((clause) => clause.words),
    figures: figuresIn(text, language),
    language,
    parties: new Set(mentions.map(({ ref }) => ref)),
  };
}
