import { Routes } from 'discord.js';
import { MediumError } from '../medium.ts';
import { MISSING_PERMISSIONS } from './errors.ts';
import type { DiscordClient } from './rest.ts';

const THREAD_EXISTS = 160004;
const ARCHIVED = 50083;
const ALREADY_PUBLISHED = 40033;
/** What closes a channel of its own concerns one message where the channel is a story's thread. */
const OF_ONE_THREAD: ReadonlyMap<number, 'gone' | 'refused' | 'wait-message'> = new Map([
  [10003, 'gone'],
  [ARCHIVED, 'refused'],
  [160005, 'refused'],
  // What may not be written in threads keeps nothing from the channel itself.
  [50001, 'wait-message'],
  [MISSING_PERMISSIONS, 'wait-message'],
]);

/** Starts a thread from a message; where there is one already, gives its id, which is the message's. */
export async function startThread(
  client: DiscordClient,
  channelId: string,
  { messageId, name }: { messageId: string; name: string },
): Promise<string> {
  try {
    const answer = await client.request('POST', Routes.threads(channelId, messageId), { body: { name } });
    if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string')
      return answer.id;
  } catch (error) {
    if (error instanceof MediumError && error.code === THREAD_EXISTS) return messageId;
    throw error;
  }
  throw new MediumError('unknown', 'Discord’s answer is no thread');
}

/** Publishes a message of an announcement channel. */
export async function publish(client: DiscordClient, channelId: string, messageId: string): Promise<void> {
  try {
    await client.request('POST', Routes.channelMessageCrosspost(channelId, messageId));
  } catch (error) {
    if (!(error instanceof MediumError && error.code === ALREADY_PUBLISHED)) throw error;
  }
}

/** Makes a request about a channel; where that is an archived thread, brings it back and makes it again. */
export async function awake<T>(
  client: DiscordClient,
  channelId: string,
  request: () => Promise<T>,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof MediumError && error.code === ARCHIVED)) throw error;
    await wake(client, channelId).catch((failure: unknown) => {
      // Locked as well: it is this thread that takes nothing.
      throw failure instanceof MediumError && failure.kind === 'closed' ? error : failure;
    });
    return request();
  }
}

const wake = (client: DiscordClient, threadId: string) =>
  client.request('PATCH', Routes.channel(threadId), { body: { archived: false } });

/** What a failure in a story's thread means: it concerns this story alone. */
export function ofThread(error: unknown): unknown {
  if (!(error instanceof MediumError) || error.kind !== 'closed' || error.code === null) return error;
  const kind = OF_ONE_THREAD.get(error.code);
  if (kind === undefined) return error;
  const { code, retryAfterMs } = error;
  return new MediumError(kind, `in the story’s thread: ${error.message}`, {
    ...{ cause: error, code },
    ...(retryAfterMs !== null && { retryAfterMs }),
  });
}
