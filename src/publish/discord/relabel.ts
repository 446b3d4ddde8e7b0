import { Routes } from 'discord.js';
import { type Label, MediumError } from '../medium.ts';
import { type Forum, isObject, key, readForum, tagsFor } from './forum.ts';
import type { DiscordClient } from './rest.ts';

const UNKNOWN_CHANNEL = 10003;

/** A thread as far as its label needs it. */
interface Thread {
  name: string;
  tags: string[];
  /** Nobody writes in it any more, or nobody may. */
  isClosed: boolean;
}

/** Null where it was deleted. */
async function readThread(client: DiscordClient, threadId: string): Promise<Thread | null> {
  try {
    const answer = await client.request('GET', Routes.channel(threadId));
    if (!isObject(answer) || typeof answer.name !== 'string')
      throw new MediumError('unknown', 'Discord’s answer is no thread');
    const { name, applied_tags: tags, thread_metadata: state } = answer;
    return {
      name,
      tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
      isClosed: isObject(state) && (state.archived === true || state.locked === true),
    };
  } catch (error) {
    if (error instanceof MediumError && error.code === UNKNOWN_CHANNEL) return null;
    throw error;
  }
}

/** The tags that a post is to have: what people set stays, what stands for a subject follows the story. */
function tagsOf(forum: Forum, had: readonly string[], { subjects, allSubjects }: Label): string[] {
  const names = new Set(allSubjects.map(key));
  const ours = new Set(forum.tags.filter(({ name }) => names.has(key(name))).map(({ id }) => id));
  const kept = had.filter((id) => !ours.has(id));
  // The tag that a forum insists on stood in for a subject's.
  const standIn = forum.needsTag && kept.length === 1 && kept[0] === forum.tags[0]?.id;
  return tagsFor(forum, subjects, standIn ? [] : kept);
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));

/**
 * Names a story's thread anew, and tags it anew where `forumId` says that it is a forum's post. Asks Discord for nothing
 * that is so already: of two names in ten minutes the second is refused. An archived or locked one stays as it is.
 */
export async function relabel(
  client: DiscordClient,
  { threadId, forumId }: { threadId: string; forumId: string | null },
  label: Label,
): Promise<void> {
  const thread = await readThread(client, threadId);
  if (thread === null || thread.isClosed) return;
  const isOurs = label.ownNames?.some((name) => key(name) === key(thread.name)) ?? true;
  const renamed = isOurs && key(thread.name) !== key(label.name) && { name: label.name };
  const tags = forumId === null ? thread.tags : tagsOf(await readForum(client, forumId), thread.tags, label);
  const retagged = !isSame(tags, thread.tags) && { applied_tags: tags };
  if (renamed || retagged)
    await client.request('PATCH', Routes.channel(threadId), { body: { ...renamed, ...retagged } });
}
