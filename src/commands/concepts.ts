import type { Alias, Dossier, Pattern, Term } from '../model/dossier.ts';
import type { Concept } from '../query/translate.ts';

/** The wordings of a pattern's notation, without its signs for endings. */
function wordings(item: Pattern | Alias | Term): string[] {
  const patterns = typeof item === 'string' ? [item] : [item.text].flat();
  return patterns.map((pattern) => pattern.replace(/[~*]/g, ''));
}

/** What the dossier has names for, with those names in every language. */
export function conceptsOf({ parties, topics, dispute }: Dossier): Concept[] {
  return [
    ...parties.parties.map(
      (party): Concept => ({
        kind: 'party',
        ref: party.id,
        names: [party.name, party.display.de, party.display.en, ...party.aliases.flatMap(wordings)],
      }),
    ),
    ...topics.topics.map(
      (topic): Concept => ({
        kind: 'topic',
        ref: topic.id,
        names: [topic.display.de, topic.display.en, ...topic.terms.flatMap(wordings)],
      }),
    ),
    ...dispute.stages.map(
      (stage): Concept => ({
        kind: 'stage',
        ref: stage.id,
        names: [stage.display.de, stage.display.en],
      }),
    ),
  ];
}
