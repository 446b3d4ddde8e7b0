import { type RawFile, Routes } from 'discord.js';
import { type Form, type ForumPost, type Medium, MediumError, type Place, type Target } from '../medium.ts';
import type { Message } from '../message.ts';
import { editBody, postBody } from './body.ts';
import { MISSING_PERMISSIONS, NO_REPLY } from './errors.ts';
import { findPost, readForum, tagsFor } from './forum.ts';
import { findMessage } from './history.ts';
import { relabel } from './relabel.ts';
import { discordFiles } from './render.ts';
import { type DiscordClient, discordId, messageId } from './rest.ts';
import { awake, ofThread, publish, startThread } from './threads.ts';

/** A message on its way, with the files that it speaks of. */
interface Parcel {
  body: object;
  files: RawFile[];
}

async function postMessage(
  client: DiscordClient,
  channelId: string,
  { body, files }: Parcel,
  { replyTo }: Target,
): Promise<string> {
  const post = async (answers?: object): Promise<string> => {
    const request = { body: { ...body, ...answers }, files };
    return messageId(await client.request('POST', Routes.channelMessages(channelId), request));
  };
  if (replyTo === undefined) return post();
  // A story's message that a moderator deleted must not take the news along.
  const reference = { message_id: discordId(replyTo), fail_if_not_exists: false };
  try {
    return await post({ message_reference: reference });
  } catch (error) {
    if (error instanceof MediumError && error.code === NO_REPLY) return post();
    throw error;
  }
}

/** Without “Attach Files” a message goes out without its picture: the words say what matters, and hold up nothing. */
async function withoutPicture<T>(message: Message, request: (message: Message) => Promise<T>): Promise<T> {
  try {
    return await request(message);
  } catch (error) {
    const forbidden = error instanceof MediumError && error.code === MISSING_PERMISSIONS;
    if (message.picture === undefined || !forbidden) throw error;
    const { picture: _picture, ...words } = message;
    return request(words);
  }
}

/** Begins a post in a forum. There is no nonce for this: `find` has to tell. */
async function postInForum(
  client: DiscordClient,
  forumId: string,
  { body: message, files }: Parcel,
  { name, subjects }: ForumPost,
): Promise<Place> {
  const tags = tagsFor(await readForum(client, forumId), subjects);
  const body = { name, message, ...(tags.length > 0 && { applied_tags: tags }) };
  const thread = await client.request('POST', Routes.threads(forumId), { body, files });
  const threadId = messageId(thread);
  const starter = typeof thread === 'object' && thread !== null && 'message' in thread && thread.message;
  return { threadId, messageId: starter ? messageId(starter) : threadId };
}

/**
 * A channel that a bot writes to. The delivery's id is the enforced nonce: within some minutes Discord answers a
 * second posting with the first message; after that, `find` tells from the channel's history.
 */
export function botMedium(client: DiscordClient, channelId: string): Medium {
  /** A request in the channel or in a thread of it. */
  const inside = async <T>(threadId: string | null, request: (id: string) => Promise<T>): Promise<T> => {
    const id = threadId === null ? channelId : discordId(threadId);
    try {
      return await awake(client, id, () => request(id));
    } catch (error) {
      throw threadId === null ? error : ofThread(error);
    }
  };
  return {
    body: (message, form) => JSON.stringify(editBody(message, form)),
    post: (whole: Message, form: Form, target: Target) =>
      withoutPicture(whole, async (message) => {
        const { threadId = null, forumPost } = target;
        const [body, files] = [postBody(message, form), await discordFiles(message)];
        if (forumPost) return postInForum(client, channelId, { body, files }, forumPost);
        const once = { body: { ...body, nonce: form.ref, enforce_nonce: true }, files };
        const id = await inside(threadId, (place) => postMessage(client, place, once, target));
        return { messageId: id, threadId };
      }),
    edit: ({ messageId: id, threadId }, whole, form) =>
      withoutPicture(whole, (message) =>
        inside(threadId, async (place) => {
          const route = Routes.channelMessage(place, discordId(id));
          const request = { body: editBody(message, form), files: await discordFiles(message) };
          messageId(await client.request('PATCH', route, request));
        }),
      ),
    find: async (traces) => {
      const { threadId = null, forumPost } = traces.target;
      if (forumPost) {
        const post = await findPost(client, channelId, traces);
        return post === null ? null : { messageId: post, threadId: post };
      }
      const id = await inside(threadId, (place) => findMessage(client, place, traces));
      return id === null ? null : { messageId: id, threadId };
    },
    startThread: (id, name) => startThread(client, channelId, { messageId: discordId(id), name }),
    relabel: (threadId, label, isForum) =>
      relabel(client, { threadId: discordId(threadId), forumId: isForum ? channelId : null }, label),
    publish: (id) => publish(client, channelId, discordId(id)),
  };
}
