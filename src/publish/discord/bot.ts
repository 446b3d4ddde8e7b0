import { Routes } from 'discord.js';
import { type Medium, MediumError, type Traces } from '../medium.ts';
import { discordBody, discordFiles } from './render.ts';
import { type DiscordClient, discordId, messageId } from './rest.ts';

const PAGE = 100;
/** 5,000 messages: more than any channel sees between a crash and the next start. */
const PAGES = 50;
/** How far the clocks of this machine and of Discord may be apart. */
const CLOCK_SKEW_MS = 600_000;
const DISCORD_EPOCH = 1_420_070_400_000;

interface Seen {
  id: string;
  nonce: unknown;
  embeds: unknown;
}

function seen(value: unknown): Seen[] {
  if (!Array.isArray(value)) throw new MediumError('unknown', 'Discord’s answer is no list of messages');
  return value.filter(
    (item): item is Seen => typeof item === 'object' && item !== null && typeof item.id === 'string',
  );
}

/** Whether a message carries the delivery's id: as its nonce, or at the end of an embed's footer. */
function carries({ nonce, embeds }: Seen, ref: string): boolean {
  if (nonce === ref) return true;
  if (!Array.isArray(embeds)) return false;
  return embeds.some((embed) => typeof embed?.footer?.text === 'string' && embed.footer.text.endsWith(ref));
}

const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + DISCORD_EPOCH;

/** Whether a message is from before the delivery was handed over, and with it all that follow it. */
const isBefore = (id: string, { afterMessageId, since }: Traces): boolean =>
  afterMessageId === null ? timeOf(id) < since - CLOCK_SKEW_MS : BigInt(id) <= BigInt(afterMessageId);

/** Reads the channel's history from its newest message back to what stood there before. */
async function find(client: DiscordClient, channelId: string, traces: Traces): Promise<string | null> {
  let before: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const query = { limit: String(PAGE), ...(before !== undefined && { before }) };
    const messages = seen(await client.request('GET', Routes.channelMessages(channelId), { query }));
    const found = messages.find((message) => carries(message, traces.ref));
    if (found) return found.id;
    const oldest = messages.at(-1);
    if (!oldest || messages.length < PAGE || isBefore(oldest.id, traces)) return null;
    before = oldest.id;
  }
  throw new MediumError('unknown', `the message is not among the channel’s last ${PAGE * PAGES}`);
}

/**
 * A channel that a bot writes to. The delivery's id is the enforced nonce: within some minutes Discord answers a
 * second posting with the first message; after that, `find` tells from the channel's history.
 */
export function botMedium(client: DiscordClient, channelId: string): Medium {
  return {
    body: (message, ref) => JSON.stringify(discordBody(message, ref)),
    post: async (message, ref) =>
      messageId(
        await client.request('POST', Routes.channelMessages(channelId), {
          body: { ...discordBody(message, ref), nonce: ref, enforce_nonce: true },
          files: await discordFiles(message),
        }),
      ),
    edit: async (id, message, ref) => {
      const route = Routes.channelMessage(channelId, discordId(id));
      const files = await discordFiles(message);
      messageId(await client.request('PATCH', route, { body: discordBody(message, ref), files }));
    },
    find: (traces) => find(client, channelId, traces),
  };
}
