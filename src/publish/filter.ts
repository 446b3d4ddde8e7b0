import type { StoryFacts } from '../store/outbox.ts';
import type { StoryTags } from '../store/story-tags.ts';
import type { ChannelSettings, Filter } from './channels.ts';

/** Whether one of the wanted is there; where nothing is named, all are. */
export const anyOf = (wanted: readonly string[] | undefined, has: ReadonlySet<string>): boolean =>
  wanted === undefined || wanted.some((id) => has.has(id));

/**
 * Whether a story is what a channel wants to hear of.
 * @param tags asked for only where the filter needs them
 */
export function wants(filter: Filter, { grade }: Pick<StoryFacts, 'grade'>, tags: () => StoryTags): boolean {
  if (!filter.grades.includes(grade)) return false;
  const { parties, topics, languages, outlets } = filter;
  if (!parties && !topics && !languages && !outlets) return true;
  const has = tags();
  return (
    anyOf(parties, has.parties) &&
    anyOf(topics, has.topics) &&
    anyOf(languages, has.languages) &&
    anyOf(outlets, has.outlets)
  );
}

/** What is remembered of a channel's wishes: another text means that it wants other stories than before. */
export function filterText(channel: Filter & Pick<ChannelSettings, 'style'>): string {
  const { grades, parties, topics, languages, outlets, style } = channel;
  const sorted = (list: readonly string[] | undefined) => list?.toSorted();
  return JSON.stringify({
    grades: sorted(grades),
    ...{ parties: sorted(parties), topics: sorted(topics) },
    ...{ languages: sorted(languages), outlets: sorted(outlets) },
    ...(style === 'digest' && { style }),
  });
}
