import { Routes } from 'discord.js';
import type { Form, Medium } from '../medium.ts';
import { editBody, postBody } from './body.ts';
import { discordFiles } from './render.ts';
import { discordClient, discordId, messageId } from './rest.ts';
import { ofThread } from './threads.ts';

/** What a webhook's URL says. */
export interface WebhookAddress {
  id: string;
  token: string;
  /** The thread that is written to, if the URL names one. */
  threadId: string | null;
  /** Where the interface is, `https://discord.com/api`. */
  api: string;
}

/** Reads a webhook's URL as Discord shows it, null if it is none. */
export function webhookAddress(url: string): WebhookAddress | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname, searchParams } = new URL(url);
  const parts = /^(.*?)(?:\/v\d+)?\/webhooks\/(\d{17,20})\/([\w-]+)\/?$/.exec(pathname);
  const [, prefix, id, token] = parts ?? [];
  if (prefix === undefined || id === undefined || token === undefined) return null;
  return { id, token, threadId: searchParams.get('thread_id'), api: `${origin}${prefix}` };
}

/**
 * A channel that is written to through a webhook. Discord enforces no nonce here and lets nobody read the channel, so the
 * promise is weaker than a bot's: when an answer is lost, the message is sent again and may stand there twice.
 * @throws {Error} when the URL is no webhook's
 */
export function webhookMedium(options: {
  url: string;
  api?: string | undefined;
  timeoutMs?: number;
}): Medium {
  const address = webhookAddress(options.url);
  if (!address)
    throw new Error('the webhook’s URL is not of the form https://discord.com/api/webhooks/<id>/<token>');
  const { id, token, threadId } = address;
  const client = discordClient({
    token: null,
    api: options.api ?? address.api,
    ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
  });
  const route = Routes.webhook(id, token);
  /** A thread of the message's own, else the one that the URL names; without leave, components are dropped. */
  const query = (thread: string | null | undefined, { layout }: Form) => ({
    ...((thread ?? threadId) ? { thread_id: thread ?? threadId ?? '' } : {}),
    ...(layout === 'components' && { with_components: 'true' }),
  });
  /** What fails in a story's own thread concerns that story alone. */
  const inside = async (thread: string | null | undefined, request: () => Promise<unknown>) => {
    try {
      return await request();
    } catch (error) {
      throw thread == null ? error : ofThread(error);
    }
  };
  return {
    body: (message, form) => JSON.stringify(editBody(message, form)),
    post: async (message, form, { forumPost, threadId: thread }) => {
      const begins = threadId === null && thread === undefined ? forumPost : undefined;
      const request = {
        body: { ...postBody(message, form), ...(begins && { thread_name: begins.name }) },
        files: await discordFiles(message),
        query: { wait: 'true', ...query(thread, form) },
      };
      const answer = await inside(thread, () => client.request('POST', route, request));
      const posted = messageId(answer);
      return { messageId: posted, threadId: begins ? channelOf(answer, posted) : (thread ?? null) };
    },
    edit: async ({ messageId: message, threadId: thread }, content, form) => {
      const route = Routes.webhookMessage(id, token, discordId(message));
      const body = editBody(content, form);
      const request = { body, files: await discordFiles(content), query: query(thread, form) };
      messageId(await inside(thread, () => client.request('PATCH', route, request)));
    },
  };
}

/** The thread that a message began: Discord names it, else it has the message's id. */
function channelOf(answer: unknown, messageId: string): string {
  const named = typeof answer === 'object' && answer !== null && 'channel_id' in answer && answer.channel_id;
  return typeof named === 'string' ? named : messageId;
}
