import { Routes } from 'discord.js';
import { type ForumPost, MediumError, type Traces } from '../medium.ts';
import { plain } from '../text.ts';
import { carries, isBefore } from './history.ts';
import { type DiscordClient, messageId } from './rest.ts';

const HOUR = 3_600_000;
/** Channel types of forums and media channels. */
const FORUMS: readonly unknown[] = [15, 16];
const REQUIRE_TAG = 1 << 4;
const MOST_TAGS = 5;
/** Pages of archived posts that are looked through, of 100 each. */
const PAGES = 10;

interface Tag {
  id: string;
  name: string;
}

/** A forum as far as posting needs it. */
export interface Forum {
  /** Null where the answer leaves it out. */
  guildId: string | null;
  /** Those that everybody may choose. */
  tags: Tag[];
  needsTag: boolean;
}

type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** @throws {MediumError} when the channel is no forum */
export async function readForum(client: DiscordClient, channelId: string): Promise<Forum> {
  const answer = await client.request('GET', Routes.channel(channelId));
  if (!isObject(answer)) throw new MediumError('unknown', 'Discord’s answer is no channel');
  if (!FORUMS.includes(answer.type))
    throw new MediumError('closed', 'the channel is no forum: set `style: messages` or `threads`', {
      retryAfterMs: HOUR,
    });
  const tags = list(answer.available_tags).flatMap(({ id, name, moderated }) =>
    typeof id === 'string' && typeof name === 'string' && moderated !== true ? [{ id, name }] : [],
  );
  const guildId = typeof answer.guild_id === 'string' ? answer.guild_id : null;
  return { guildId, tags, needsTag: (Number(answer.flags ?? 0) & REQUIRE_TAG) !== 0 };
}

/** Two names that readers take for one have the same key. */
export const key = (name: string): string => plain(name).normalize('NFKC').toLowerCase();

/**
 * The ids of a post's tags, at most five: those that it keeps, then those for its subjects, the most important first.
 * Where the forum asks for a tag and there is none, its first.
 * @throws {MediumError} when the forum asks for a tag and has none
 */
export function tagsFor(
  forum: Forum,
  subjects: ForumPost['subjects'],
  kept: readonly string[] = [],
): string[] {
  const byName = new Map(forum.tags.map(({ id, name }) => [key(name), id]));
  const found = subjects.flatMap((names) => {
    const name = names.find((candidate) => byName.has(key(candidate)));
    return name === undefined ? [] : (byName.get(key(name)) ?? []);
  });
  const chosen = [...new Set([...kept, ...found])].slice(0, MOST_TAGS);
  if (chosen.length > 0 || !forum.needsTag) return chosen;
  const [first] = forum.tags;
  if (first) return [first.id];
  throw new MediumError('closed', 'the forum asks for a tag and has none that the bot may choose', {
    retryAfterMs: HOUR,
  });
}

/** The threads that an answer tells of. @throws {MediumError} where it is a page of something in between */
function threadsIn(answer: unknown): Json[] {
  if (isObject(answer) && Array.isArray(answer.threads)) return list(answer.threads);
  throw new MediumError('unknown', 'Discord’s answer is no list of threads');
}

/** The forum's posts that may be the one: younger than the delivery's handing over. */
async function* candidates(
  client: DiscordClient,
  { forumId, guildId }: { forumId: string; guildId: string },
  traces: Traces,
): AsyncGenerator<string> {
  const ids = (threads: Json[]) =>
    threads.flatMap(({ id }) => (typeof id === 'string' && !isBefore(id, traces) ? [id] : []));
  const active = await client.request('GET', Routes.guildActiveThreads(guildId));
  yield* ids(threadsIn(active).filter(({ parent_id }) => parent_id === forumId));
  let before: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const query = { limit: '100', ...(before !== undefined && { before }) };
    const answer = await client.request('GET', Routes.channelThreads(forumId, 'public'), { query });
    const archived = threadsIn(answer);
    yield* ids(archived);
    const metadata = archived.at(-1)?.thread_metadata;
    const oldest = isObject(metadata) ? metadata.archive_timestamp : undefined;
    if (!isObject(answer) || answer.has_more !== true || typeof oldest !== 'string') return;
    if (Date.parse(oldest) < traces.since) return;
    before = oldest;
  }
}

/** The message that a post began with; null where it was deleted. */
async function starter(client: DiscordClient, threadId: string): Promise<unknown> {
  try {
    const message = await client.request('GET', Routes.channelMessage(threadId, threadId));
    messageId(message);
    return message;
  } catch (error) {
    if (error instanceof MediumError && error.kind === 'gone') return null;
    throw error;
  }
}

/** The id of the post that begins with the delivery's message, null if there is none. Forums enforce no nonce. */
export async function findPost(
  client: DiscordClient,
  forumId: string,
  traces: Traces,
): Promise<string | null> {
  const { guildId } = await readForum(client, forumId);
  if (guildId === null) throw new MediumError('unknown', 'Discord does not tell the forum’s server');
  for await (const id of candidates(client, { forumId, guildId }, traces))
    if (carries(await starter(client, id), traces.ref)) return id;
  return null;
}
