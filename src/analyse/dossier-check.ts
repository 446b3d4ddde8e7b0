import type { Condition, Dossier } from '../model/index.ts';

/** A dossier whose parts do not fit together; the message lists every problem. */
export class DossierError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`the dossier does not fit together:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'DossierError';
    this.problems = problems;
  }
}

/** Checks that every party, group and leg that is referred to exists, and that no id is given twice.
 * @throws DossierError */
export function checkReferences(dossier: Dossier): void {
  const problems = [...duplicates(dossier), ...conditionProblems(dossier), ...disputeProblems(dossier)];
  if (problems.length > 0) throw new DossierError(problems);
}

const names = (dossier: Dossier) => ({
  parties: new Set(dossier.parties.parties.map(({ id }) => id)),
  groups: new Set(
    [dossier.parties, dossier.topics, dossier.dispute].flatMap(({ words }) => Object.keys(words)),
  ),
  topics: new Set(dossier.topics.topics.map(({ id }) => id)),
  legs: new Set(dossier.dispute.relevance.legs.map(({ id }) => id)),
});

function duplicates({ parties, topics, dispute }: Dossier): string[] {
  const twice = (what: string, ids: string[]) =>
    ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${what} "${id}" is given twice`);
  return [
    ...twice(
      'party',
      parties.parties.map(({ id }) => id),
    ),
    ...twice(
      'topic',
      topics.topics.map(({ id }) => id),
    ),
    ...twice(
      'stage',
      dispute.stages.map(({ id }) => id),
    ),
    ...twice('group of words or leg', [
      ...[parties, topics, dispute].flatMap(({ words }) => Object.keys(words)),
      ...dispute.relevance.legs.map(({ id }) => id),
    ]),
  ];
}

function conditionProblems(dossier: Dossier): string[] {
  const { parties, groups } = names(dossier);
  const check = (where: string, condition: Condition): string[] => {
    if ('any' in condition) return condition.any.flatMap((one) => check(where, one));
    if ('language' in condition) return [];
    if ('party' in condition)
      return parties.has(condition.party) ? [] : [`${where}: no party "${condition.party}"`];
    const group = Object.values(condition).find((value) => typeof value === 'string') ?? '';
    return groups.has(group) ? [] : [`${where}: no group of words "${group}"`];
  };
  const all = (where: string, one: { if?: Condition[] | undefined; unless?: Condition[] | undefined }) =>
    [...(one.if ?? []), ...(one.unless ?? [])].flatMap((condition) => check(where, condition));
  const each = (where: string, given: readonly unknown[]) =>
    given.flatMap((one) => (typeof one === 'object' && one !== null ? all(where, one) : []));
  return [
    ...dossier.parties.parties.flatMap(({ id, aliases }) => each(`party ${id}`, aliases)),
    ...dossier.topics.topics.flatMap((topic) => [
      ...all(`topic ${topic.id}`, topic),
      ...each(`topic ${topic.id}`, topic.terms),
    ]),
    ...dossier.dispute.stages.flatMap(({ id, terms }) => each(`stage ${id}`, terms)),
  ];
}

function disputeProblems(dossier: Dossier): string[] {
  const { parties, topics, groups, legs } = names(dossier);
  const { relevance, entry, cases, courts, dates, events, docketFormats } = dossier.dispute;
  const missing = (where: string, ids: readonly (string | undefined)[], known: Set<string>, what: string) =>
    ids.flatMap((id) => (id === undefined || known.has(id) ? [] : [`${where}: no ${what} "${id}"`]));
  const either = new Set([...groups, ...legs]);
  return [
    ...dossier.parties.parties.flatMap((p) =>
      missing(`party ${p.id}, implies`, [p.implies], parties, 'party'),
    ),
    ...relevance.legs.flatMap((leg) => [
      ...missing(`leg ${leg.id}`, leg.parties ?? [], parties, 'party'),
      ...missing(
        `leg ${leg.id}`,
        [...(leg.words ?? []), ...(leg.withoutText?.words ?? [])],
        groups,
        'group of words',
      ),
      ...missing(
        `leg ${leg.id}`,
        (leg.pairs ?? []).flatMap((p) => [p.first, p.second]),
        groups,
        'group of words',
      ),
    ]),
    ...relevance.guards.flatMap((guard) => [
      ...missing(`guard ${guard.id}`, [guard.words], groups, 'group of words'),
      ...missing(`guard ${guard.id}`, guard.against, either, 'group of words or leg'),
      ...missing(`guard ${guard.id}`, [guard.beside], legs, 'leg'),
    ]),
    ...missing('relevance.context', relevance.context.words, groups, 'group of words'),
    ...missing('relevance.context', relevance.context.with, groups, 'group of words'),
    ...missing('relevance.comparison', [relevance.comparison], groups, 'group of words'),
    ...entry.flatMap((rule) => missing(`entry ${rule.id}`, rule.all, either, 'group of words or leg')),
    ...cases.flatMap((c) =>
      missing(`case ${c.docket}`, [c.court, c.claimant, c.respondent], parties, 'party'),
    ),
    ...courts.flatMap((court) => missing('courts', [court.party], parties, 'party')),
    ...docketFormats.flatMap((f) => missing(`docketFormats ${f.id}`, [f.party], parties, 'party')),
    ...dates.flatMap((rule) => missing(`dates ${rule.type}`, rule.words, groups, 'group of words')),
    ...events.flatMap((event) => [
      ...missing(`event ${event.date}`, event.parties, parties, 'party'),
      ...missing(`event ${event.date}`, event.topics, topics, 'topic'),
    ]),
  ];
}
