import { Routes } from 'discord.js';
import { MediumError, type Traces } from '../medium.ts';
import type { DiscordClient } from './rest.ts';

const PAGE = 100;
/** 5,000 messages: more than any channel sees between a crash and the next start. */
const PAGES = 50;
/** How far the clocks of this machine and of Discord may be apart. */
const CLOCK_SKEW_MS = 600_000;
const DISCORD_EPOCH = 1_420_070_400_000;

/** A message as Discord tells of it, as far as it is known again by it. */
interface Seen {
  id: string;
  nonce?: unknown;
  embeds?: unknown;
  components?: unknown;
}

const isSeen = (item: unknown): item is Seen =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string';

function seen(value: unknown): Seen[] {
  if (!Array.isArray(value)) throw new MediumError('unknown', 'Discord’s answer is no list of messages');
  return value.filter(isSeen);
}

/** Whether a text of the components, however deep, ends with the delivery's id. */
function endsIn(components: unknown, ref: string, depth = 4): boolean {
  if (!Array.isArray(components) || depth === 0) return false;
  return components.some(
    (item) =>
      (typeof item?.content === 'string' && item.content.endsWith(ref)) ||
      endsIn(item?.components, ref, depth - 1),
  );
}

/** Whether a message carries the delivery's id: as its nonce, or at the end of an embed's footer or of a text. */
export function carries(message: unknown, ref: string): boolean {
  if (!isSeen(message)) return false;
  const { nonce, embeds, components } = message;
  if (nonce === ref) return true;
  const footed =
    Array.isArray(embeds) &&
    embeds.some((embed) => typeof embed?.footer?.text === 'string' && embed.footer.text.endsWith(ref));
  return footed || endsIn(components, ref);
}

const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + DISCORD_EPOCH;

/** Whether something of Discord's with this id was made before the delivery was handed over. */
export const isBefore = (id: string, { afterMessageId, since }: Traces): boolean =>
  afterMessageId === null ? timeOf(id) < since - CLOCK_SKEW_MS : BigInt(id) <= BigInt(afterMessageId);

/**
 * Without “Read Message History” Discord gives no messages and no error, as if there were none; of a single one it says that
 * it may not be read. There need not be one of the channel's own id.
 * @throws {MediumError} when the history may not be read
 */
async function mustBeReadable(client: DiscordClient, channelId: string): Promise<void> {
  try {
    await client.request('GET', Routes.channelMessage(channelId, channelId));
  } catch (error) {
    if (!(error instanceof MediumError && error.kind === 'gone')) throw error;
  }
}

/** Reads a channel's or thread's history from its newest message back to what stood there before. */
export async function findMessage(
  client: DiscordClient,
  channelId: string,
  traces: Traces,
): Promise<string | null> {
  let before: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const query = { limit: String(PAGE), ...(before !== undefined && { before }) };
    const messages = seen(await client.request('GET', Routes.channelMessages(channelId), { query }));
    if (page === 0 && messages.length === 0) await mustBeReadable(client, channelId);
    const found = messages.find((message) => carries(message, traces.ref));
    if (found) return found.id;
    const oldest = messages.at(-1);
    if (!oldest || messages.length < PAGE || isBefore(oldest.id, traces)) return null;
    before = oldest.id;
  }
  throw new MediumError('unknown', `the message is not among the channel’s last ${PAGE * PAGES}`);
}
