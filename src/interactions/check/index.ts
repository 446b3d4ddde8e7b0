import type { ChannelSettings } from '../../publish/channels.ts';
import { type DiscordClient, discordClient } from '../../publish/discord/rest.ts';
import type { Membership } from '../permissions.ts';
import { checkBot, checkCommands } from './bot.ts';
import { checkPlace, findPlace } from './channel.ts';
import { type CheckLine, type CheckOptions, failed, note } from './model.ts';
import { checkRoles } from './roles.ts';
import { checkServer } from './server.ts';
import { checkWebhook } from './webhook.ts';

export type { CheckLine, CheckOptions } from './model.ts';

/** Servers as they are met, each asked for once. */
function servers(client: DiscordClient, botId: string, lines: CheckLine[]) {
  const known = new Map<string, Promise<Membership | null>>();
  const ask = async (guildId: string): Promise<Membership | null> => {
    const { line, membership } = await checkServer(client, botId, guildId);
    lines.push(line);
    return membership;
  };
  return {
    get: (guildId: string): Promise<Membership | null> => {
      const asked = known.get(guildId) ?? ask(guildId);
      known.set(guildId, asked);
      return asked;
    },
    first: async (): Promise<Membership | null> => (await [...known.values()][0]) ?? null,
  };
}

/** Everything that the bot's channels, roles and commands need of it. */
async function checkAll(client: DiscordClient, options: CheckOptions): Promise<CheckLine[]> {
  const { channels, guildId, roles, commands } = options;
  const { lines, botId, applicationId } = await checkBot(client, commands);
  if (botId === null) return lines;
  const guilds = servers(client, botId, lines);
  for (const channel of channels) {
    if (channel.medium.kind !== 'discord-bot') continue;
    const subject = `channel ${channel.id}`;
    const place = await findPlace(client, subject, channel.medium.channelId);
    if ('state' in place) {
      lines.push(place);
      continue;
    }
    const membership = await guilds.get(place.guildId);
    if (membership) lines.push(...checkPlace(subject, channel, place, membership));
  }
  const home = await (guildId === undefined ? guilds.first() : guilds.get(guildId));
  if (!commands) return [...lines, note('slash commands', 'turned off by `discord.commands: false`')];
  if (home) lines.push(...checkRoles(roles, home));
  if (applicationId !== null) lines.push(await checkCommands(client, applicationId, guildId));
  return lines;
}

const goesTo = ({ id }: ChannelSettings): CheckLine =>
  failed(
    `channel ${id}`,
    'goes to the terminal, not to Discord',
    'set DISCORD_TOKEN and DISCORD_CHANNEL_ID, or DISCORD_WEBHOOK_URL, in .env',
  );

/**
 * Looks at everything that posting and slash commands need of Discord, and changes nothing there. Each line that failed says
 * what to click or to set.
 */
export async function checkDiscord(options: CheckOptions): Promise<CheckLine[]> {
  const { token, api, channels } = options;
  const lines = token === undefined ? [] : await checkAll(discordClient({ token, api }), options);
  for (const channel of channels) {
    const { medium, id } = channel;
    if (medium.kind === 'terminal') lines.push(goesTo(channel));
    if (medium.kind === 'discord-webhook')
      lines.push(...(await checkWebhook(`channel ${id}`, medium.url, medium.api)));
  }
  return lines;
}
