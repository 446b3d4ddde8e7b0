import type { ChannelSettings, MediumSettings } from './channels.ts';
import type { DiscordClient } from './discord/rest.ts';
import type { Medium } from './medium.ts';
import { type TextStream, terminalMedium } from './terminal/medium.ts';

/** Opens the medium of a channel; the same one each time. */
export type Media = (channelId: string) => Promise<Medium>;

export interface MediaOptions {
  /** Where channels without Discord are written to. */
  stream: TextStream;
  color: boolean;
  /** Columns of the terminal. */
  width: number;
  /** Whether the terminal knows OSC 8 hyperlinks. */
  links?: boolean;
  /** Of one request to Discord. */
  timeoutMs?: number;
}

type DiscordSettings = Exclude<MediumSettings, { kind: 'terminal' }>;

/** Opens channels on Discord; those of one bot share a client, and with it the global rate limit. discord.js is large:
 * it is loaded when the first message is to be sent there. */
function discord(timeout: { timeoutMs?: number }): (settings: DiscordSettings) => Promise<Medium> {
  const clients = new Map<string, DiscordClient>();
  return async (settings) => {
    if (settings.kind === 'discord-webhook') {
      const { webhookMedium } = await import('./discord/webhook.ts');
      return webhookMedium({ ...settings, ...timeout });
    }
    const { token, api, channelId } = settings;
    const { botMedium } = await import('./discord/bot.ts');
    const { discordClient } = await import('./discord/rest.ts');
    const key = `${api ?? ''} ${token}`;
    const client = clients.get(key) ?? discordClient({ token, api, ...timeout });
    clients.set(key, client);
    return botMedium(client, channelId);
  };
}

/** The media of the configured channels, each opened when it is first needed. */
export function createMedia(channels: readonly ChannelSettings[], options: MediaOptions): Media {
  const { stream, color, width, links = false, timeoutMs } = options;
  const terminal = terminalMedium(stream, { color, width, links });
  const openDiscord = discord(timeoutMs === undefined ? {} : { timeoutMs });
  const opened = new Map<string, Promise<Medium>>();
  const settings = new Map(channels.map(({ id, medium }) => [id, medium]));
  const open = (channelId: string): Promise<Medium> => {
    const medium = settings.get(channelId);
    if (!medium) return Promise.reject(new Error(`there is no channel ${channelId}`));
    if (medium.kind === 'terminal') return Promise.resolve(terminal);
    return openDiscord(medium);
  };
  return (channelId) => {
    const known = opened.get(channelId) ?? open(channelId);
    opened.set(channelId, known);
    return known;
  };
}
