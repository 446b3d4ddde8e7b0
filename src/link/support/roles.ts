import type { Actor } from './actors.ts';
import { figuresIn } from './figures.ts';
import { isNominal, retold, same } from './match.ts';
import type { Clause, Reading } from './reading.ts';

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

/** Names and nouns that are ruled by another's preposition (`gegen den Verein` for `gegen den Autor`); gives one. */
function strangeRuler(claim: Reading, source: Reading): string | null {
  const theirs = source.words.filter(isNominal);
  const isPassive = ({ clauses }: Reading) => clauses.some(({ passive }) => passive);
  const alike = isPassive(claim) === isPassive(source);
  const weighs = (ruler: string) => WEIGHTY.has(ruler) || (alike && WEIGHTY_ALIKE.has(ruler));
  const exchanged = claim.words.find((word) => {
    if (!isNominal(word) || word.ruler === null || !weighs(word.ruler)) return false;
    const found = theirs.filter((other) => same(word, other));
    if (found.length === 0 || found.some(({ ruler }) => ruler === word.ruler)) return false;
    const ruled = theirs.find(({ ruler }) => ruler === word.ruler);
    return ruled !== undefined && claim.words.some((other) => same(other, ruled));
  });
  return exchanged ? `“${exchanged.ruler}” belongs to another in the source than “${exchanged.text}”` : null;
}

const WEIGHTY = new Set(['gegen', 'against', 'für', 'for']);
/** In a passive these say who acts, in other sentences whose something is. */
const WEIGHTY_ALIKE = new Set(['von', 'vom', 'durch', 'by', 'from', 'to']);

/** A figure beside a name that the source names beside another figure (`128,000 worldwide, 31,000 of them at home`). */
function strangeCompany(claim: Reading, source: Reading): string | null {
  const told = source.clauses.map((clause) => ({
    words: clause.words,
    figures: figuresIn(clause.text, source.language),
  }));
  for (const { text, words } of claim.clauses)
    for (const { key } of figuresIn(text, claim.language)) {
      const beside = told.filter(({ figures }) => figures.some((figure) => figure.key === key));
      const parted = words.find((word) => {
        if (beside.length === 0 || (!word.name && word.party === null)) return false;
        const places = told.filter((clause) => clause.words.some((other) => same(other, word)));
        return places.length > 0 && places.every((one) => !beside.includes(one) && one.figures.length > 0);
      });
      if (parted) return `the source does not say ${key} of “${parted.text}”`;
    }
  return null;
}

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

/**
 * What of who does what to whom a claim changes, in words; null where all is as in the source. Looks at the one a clause
 * begins with, at prepositions that change their names, at figures beside other names, and at who acts.
 */
export function strangeParts(claim: Reading, source: Reading): string | null {
  for (const clause of claim.clauses) {
    const subject = strangeSubject(clause, source);
    if (subject !== null) return subject;
  }
  return strangeRuler(claim, source) ?? strangeCompany(claim, source) ?? strangeRole(claim, source);
}
