import type { Actor } from './actors.ts';
import { strangeFigure } from './figures.ts';
import type { Clause, Reading } from './reading.ts';
import type { Word } from './words.ts';

/** Share of the words of a claim that its source must have. */
const LEAST_OVERLAP = 0.85;
/** A source's clause counts as told when so much of it is in the claim. */
const TOLD = 0.5;

/** What a source sentence holds, to look words up in. */
interface Index {
  keys: ReadonlySet<string>;
  words: readonly Word[];
  parties: ReadonlySet<string>;
}

const indexOf = ({ words, parties }: Pick<Reading, 'words' | 'parties'>): Index => ({
  keys: new Set(words.flatMap(({ keys }) => keys)),
  words,
  parties,
});

const SHORTEST_HEAD = 5;
/** `Kartellamt` is known from `Bundeskartellamt`, `berg` from no `Zuckerberg`. */
const SHORTEST_NAME_HEAD = 8;

/** Whether a word stands in the source: itself, another form of it, or a compound of it (`Eilantrag` is an `Antrag`). */
function holds(source: Index, word: Word): boolean {
  if (word.party !== null && source.parties.has(word.party)) return true;
  const proper = word.name || word.party !== null;
  const keys = proper ? word.keys.filter((key) => !/^[cm]:/.test(key)) : word.keys;
  if (keys.some((key) => source.keys.has(key))) return true;
  if (word.lower.length < (proper ? SHORTEST_NAME_HEAD : SHORTEST_HEAD)) return false;
  return source.words.some(({ lower }) => lower.length > word.lower.length && lower.endsWith(word.lower));
}

const share = (words: readonly Word[], source: Index): number =>
  words.length === 0 ? 0 : words.filter((word) => holds(source, word)).length / words.length;

/** Words of the claim that its source lacks: a name, a verb or too many nouns make it another claim. */
function strangeWord(claim: Reading, source: Index): Word | null {
  const strange = claim.words.filter((word) => !holds(source, word));
  const grave = strange.find(({ noun }) => !noun);
  if (grave) return grave;
  const overlap = 1 - strange.length / Math.max(1, claim.words.length);
  return overlap < LEAST_OVERLAP ? (strange[0] ?? null) : null;
}

/** Whom a clause says to have acted; null where it does not say. */
function actorOf({ actors, passive }: Clause): string | null {
  const agent =
    actors.findLast(({ role }) => role === 'agent') ?? actors.find(({ role }) => role === 'speaker');
  if (agent) return agent.id;
  return passive ? null : (actors.find(({ role }) => role === 'plain')?.id ?? null);
}

/** To whom it was done, where a clause in the passive says so. */
const sufferer = ({ actors, passive }: Clause): string | null =>
  passive ? (actors.find(({ role }) => role === 'plain')?.id ?? null) : null;

/** The source's clauses that a clause of the claim retells, those that share most of its words first. */
function retold(clause: Clause, source: Reading): Clause[] {
  const alike = source.clauses.filter(({ reporting }) => reporting === clause.reporting);
  return (alike.length > 0 ? alike : source.clauses).filter((one) => {
    const index = indexOf({ words: one.words, parties: idsOf(one.words) });
    return (
      share(clause.words, index) >= TOLD ||
      share(one.words, indexOf({ ...clause, parties: idsOf(clause.words) })) > TOLD
    );
  });
}

const idsOf = (words: readonly Word[]): ReadonlySet<string> =>
  new Set(words.flatMap(({ party }) => party ?? []));

const acts = (actors: readonly Actor[], id: string): boolean =>
  actors.some((actor) => actor.id === id && actor.role !== 'oblique');

/** Who did what to whom must be as in the source; gives what is not. */
function strangeRole(claim: Reading, source: Reading): string | null {
  for (const clause of claim.clauses) {
    const told = retold(clause, source);
    const alike = source.clauses.filter(({ reporting }) => reporting === clause.reporting);
    const pool = told.length > 0 ? told : alike.length > 0 ? alike : source.clauses;
    const actor = actorOf(clause);
    if (actor !== null) {
      const others = pool.map(actorOf).filter((id) => id !== null);
      if (others.length > 0 && !others.includes(actor))
        return `another acts in the source than ${nameOf(actor)}`;
      if (
        !pool.some(({ actors }) => acts(actors, actor)) &&
        source.clauses.some(({ actors }) => actors.some(({ id }) => id === actor))
      )
        return `${nameOf(actor)} does not act in the source`;
    }
    const suffers = sufferer(clause);
    if (suffers !== null && pool.some((one) => actorOf(one) === suffers))
      return `${nameOf(suffers)} acts in the source`;
  }
  return null;
}

const nameOf = (id: string): string => id.slice(id.indexOf(':') + 1);

/** Negation, doubt, duty and plan must be as in the clauses that are retold. */
function strangeTone(claim: Reading, source: Reading): string | null {
  const told = new Set(claim.clauses.flatMap((clause) => retold(clause, source)));
  const pool = told.size > 0 ? [...told] : source.clauses;
  const reports = claim.clauses.some(({ reporting }) => reporting);
  const reported = source.clauses.some((one) => one.reporting && (!one.subordinate || told.has(one)));
  if (reported && !reports) return 'the source only reports what somebody says';
  if (reports && !source.clauses.some(({ reporting }) => reporting)) return 'nobody says so in the source';
  const negated = (clauses: readonly Clause[]) => clauses.some((clause) => clause.negated);
  if (negated(claim.clauses) && !negated(pool)) return 'the source does not negate it';
  if (!negated(claim.clauses) && negated(pool)) return 'the source negates it';
  const modesOf = (clauses: readonly Clause[]) => new Set(clauses.flatMap(({ modes }) => [...modes]));
  const mine = modesOf(claim.clauses);
  const theirs = modesOf(pool);
  const lost = [...theirs].find((mode) => !mine.has(mode));
  if (lost) return `the source says so with reserve (${lost})`;
  const added = [...mine].find((mode) => !modesOf(source.clauses).has(mode));
  return added ? `the source does not say so (${added})` : null;
}

/** A verb that parts with `zu` is not the one that parts with `ab`. */
function strangeParticle(claim: Reading, source: Reading): string | null {
  const stands = (particle: string) =>
    source.clauses.some(
      (one) => one.particle === particle || one.words.some(({ lower }) => lower.startsWith(particle)),
    );
  const meanings = new Set(source.words.flatMap(({ keys }) => keys.filter((key) => key.startsWith('m:'))));
  const strange = claim.clauses.find(
    ({ particle, reporting, words }) =>
      particle !== null &&
      !reporting &&
      !stands(particle) &&
      !words.some(({ keys }) => keys.some((key) => meanings.has(key))),
  );
  return strange?.particle == null ? null : `the source’s verb has no “${strange.particle}”`;
}

const isNominal = ({ name, noun, party }: Word): boolean => name || noun || party !== null;
const same = (a: Word, b: Word): boolean =>
  (a.party !== null && a.party === b.party) || a.keys.some((key) => b.keys.includes(key));

/** Names and nouns that are ruled by another's preposition (`gegen den Verein` for `gegen den Autor`); gives one. */
function strangeRuler(claim: Reading, source: Reading): string | null {
  const theirs = source.words.filter(isNominal);
  const exchanged = claim.words.find((word) => {
    if (!isNominal(word) || word.ruler === null || !WEIGHTY.has(word.ruler)) return false;
    const found = theirs.filter((other) => same(word, other));
    if (found.length === 0 || found.some(({ ruler }) => ruler === word.ruler)) return false;
    const ruled = theirs.find(({ ruler }) => ruler === word.ruler);
    return ruled !== undefined && claim.words.some((other) => same(other, ruled));
  });
  return exchanged ? `“${exchanged.ruler}” belongs to another in the source than “${exchanged.text}”` : null;
}

const WEIGHTY = new Set(['gegen', 'against', 'für', 'for']);

/** Whether two that are named change their order without a sign that their parts are as before. */
function strangeOrder(clause: Clause, source: Clause): string | null {
  if (clause.passive !== source.passive) return null;
  const first = clause.words.find((word) => isNominal(word) && word.ruler === null);
  if (first === undefined) return null;
  const at = source.words.findIndex((word) => isNominal(word) && same(word, first));
  const parted = source.words
    .slice(0, Math.max(0, at - 1))
    .filter((word) => isNominal(word) && word.ruler === null && !same(word, first))
    .find((word) => clause.words.some((later) => later.start > first.start && same(later, word)));
  return parted ? `“${first.text}” and “${parted.text}” change their parts` : null;
}

/** Whether the one a clause begins with does in the source what it does in the claim. */
function strangeSubject(clause: Clause, source: Reading): string | null {
  const first = clause.words.find((word) => isNominal(word) && word.ruler === null);
  const deeds = clause.words.filter((word) => !isNominal(word));
  if (first === undefined || deeds.length === 0) return null;
  const places = source.clauses.filter(({ words }) => words.some((word) => same(word, first)));
  const fits = places.some(
    ({ words }) => words.every(isNominal) || words.some((word) => deeds.some((deed) => same(deed, word))),
  );
  if (places.length > 0 && !fits) return `the source says something else of “${first.text}”`;
  for (const place of places) {
    const order = strangeOrder(clause, place);
    if (order !== null && places.length === 1) return order;
  }
  return null;
}

const QUOTED = /["“”„«»‟]([^"“”„«»‟]{2,})["“”„«»‟]/gu;
const flat = (text: string): string =>
  text
    .replace(/["“”„«»‟‚‘’'\s]+/gu, ' ')
    .trim()
    .toLowerCase();

/** A quotation that does not stand in the source word for word. */
function strangeQuote(claim: Reading, source: Reading): string | null {
  const words = flat(source.text);
  for (const [, quote = ''] of claim.text.matchAll(QUOTED))
    if (!words.includes(flat(quote).replace(/[,.]$/, ''))) return quote;
  return null;
}

/**
 * What of a claim its source does not say, in words; null where the source supports all of it. Looks at quotations,
 * figures, names and words, who acts, and how surely it is said. Errs on the side of finding something.
 */
export function unsupportedIn(claim: Reading, source: Reading): string | null {
  const quote = strangeQuote(claim, source);
  if (quote !== null) return `“${quote}” is no quotation of the source`;
  const figure = strangeFigure(claim.figures, source.figures);
  if (figure !== null)
    return `the figure ${figure.key}${figure.unit ?? ''} is not in the source, or not said so`;
  const word = strangeWord(claim, indexOf(source));
  if (word !== null) return `“${word.text}” is not in the source`;
  for (const clause of claim.clauses) {
    const subject = strangeSubject(clause, source);
    if (subject !== null) return subject;
  }
  return (
    strangeParticle(claim, source) ??
    strangeRuler(claim, source) ??
    strangeRole(claim, source) ??
    strangeTone(claim, source)
  );
}

/** How much of a claim's words a source has, 0–1: which source to name when none supports it. */
export const overlapOf = (claim: Reading, source: Reading): number => share(claim.words, indexOf(source));
