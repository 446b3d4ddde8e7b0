import { Routes } from 'discord.js';
import type { DiscordClient } from '../../publish/discord/rest.ts';
import type { Membership, Role } from '../permissions.ts';
import { type CheckLine, failed, listOf, ok, textOf, tried } from './model.ts';

export interface ServerCheck {
  line: CheckLine;
  /** Null where the bot is not there. */
  membership: Membership | null;
}

const roleOf = (value: Record<string, unknown>): Role => ({
  id: textOf(value, 'id'),
  name: textOf(value, 'name'),
  position: Number(value.position),
  permissions: textOf(value, 'permissions') || '0',
  managed: value.managed === true,
  mentionable: value.mentionable === true,
});

/** Whether the bot is on a server, and with which roles. */
export async function checkServer(
  client: DiscordClient,
  botId: string,
  guildId: string,
): Promise<ServerCheck> {
  const guild = await tried(client.request('GET', Routes.guild(guildId)));
  const member = await tried(client.request('GET', Routes.guildMember(guildId, botId)));
  const error = 'error' in guild ? guild.error : 'error' in member ? member.error : null;
  if (error || 'error' in guild || 'error' in member)
    return {
      line: failed(
        `server ${guildId}`,
        `the bot is not there: ${error?.message ?? ''}`,
        'open the address that `standoff discord invite` prints, and choose the server',
      ),
      membership: null,
    };
  const roles = listOf((guild.answer as { roles?: unknown }).roles).map(roleOf);
  const own = (member.answer as { roles?: unknown }).roles;
  return {
    line: ok(`server ${textOf(guild.answer, 'name')}`, `the bot is there (${guildId})`),
    membership: { guildId, botId, roles, own: Array.isArray(own) ? own.map(String) : [] },
  };
}
