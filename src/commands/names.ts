import type { Dossier } from '../model/index.ts';

/** What the dossier calls a tag in the reader's language; its id where the dossier has no name for it. */
export function nameOf(
  { parties, topics, dispute }: Dossier,
  { kind, ref }: { kind: string; ref: string },
  language: 'de' | 'en',
): string {
  const lists: Record<string, readonly { id: string; display: { de: string; en: string } }[]> = {
    party: parties.parties,
    statement: parties.parties,
    topic: topics.topics,
    stage: dispute.stages,
  };
  return lists[kind]?.find(({ id }) => id === ref)?.display[language] ?? ref;
}
