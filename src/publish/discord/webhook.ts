import { Routes } from 'discord.js';
import type { Medium } from '../medium.ts';
import { discordBody, discordFiles } from './render.ts';
import { discordClient, discordId, messageId } from './rest.ts';

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
  const thread = threadId === null ? {} : { thread_id: threadId };
  return {
    body: (message, ref) => JSON.stringify(discordBody(message, ref)),
    post: async (message, ref) =>
      messageId(
        await client.request('POST', Routes.webhook(id, token), {
          body: discordBody(message, ref),
          files: await discordFiles(message),
          query: { wait: 'true', ...thread },
        }),
      ),
    edit: async (message, content, ref) => {
      const route = Routes.webhookMessage(id, token, discordId(message));
      const files = await discordFiles(content);
      messageId(
        await client.request('PATCH', route, { body: discordBody(content, ref), files, query: thread }),
      );
    },
  };
}
