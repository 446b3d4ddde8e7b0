import { Routes } from 'discord.js';
import type { ChannelSettings } from '../publish/channels.ts';
import { discordClient } from '../publish/discord/rest.ts';
import { bitsOf, neededOverall, type Permission } from './permissions.ts';

export interface Invitation {
  /** To be opened by someone who may manage the server. */
  url: string;
  permissions: Permission[];
}

export interface InviteOptions {
  applicationId: string;
  channels: readonly Pick<ChannelSettings, 'style' | 'digest'>[];
  follow: boolean;
  /** Whether slash commands are wanted. */
  commands: boolean;
  /** Chosen beforehand on the page that opens. */
  guildId: string | undefined;
}

/** The address that puts the bot on a server, with no permission more than its settings need. */
export function invitation({
  applicationId,
  channels,
  follow,
  commands,
  guildId,
}: InviteOptions): Invitation {
  const permissions = neededOverall(channels, follow && commands);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: commands ? 'bot applications.commands' : 'bot',
    permissions: String(bitsOf(permissions)),
    ...(guildId !== undefined && { guild_id: guildId }),
  });
  return { url: `https://discord.com/oauth2/authorize?${query}`, permissions };
}

/** The id of a bot's application. @throws {MediumError} */
export async function applicationOf(token: string, api: string | undefined): Promise<string> {
  const answer = await discordClient({ token, api }).request('GET', Routes.currentApplication());
  if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string')
    return answer.id;
  throw new Error('Discord’s answer is no application');
}
