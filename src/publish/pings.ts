import type { StoryTags } from '../store/story-tags.ts';
import type { Ping } from './channels.ts';
import { anyOf } from './filter.ts';

/**
 * The roles that a message tells, each once.
 * @param stages of a story's message the story's stage; of a development, the stages that it brings
 */
export function rolesFor(
  pings: readonly Ping[],
  { parties, topics }: Pick<StoryTags, 'parties' | 'topics'>,
  stages: ReadonlySet<string>,
): string[] {
  const told = pings.filter(
    (ping) => anyOf(ping.stages, stages) && anyOf(ping.parties, parties) && anyOf(ping.topics, topics),
  );
  return [...new Set(told.map(({ role }) => role))];
}
