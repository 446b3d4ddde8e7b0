import { PermissionFlagsBits } from 'discord.js';
import type { ChannelSettings } from '../publish/channels.ts';

/** Permissions that the bot may need, by their names in Discord's settings. */
export const PERMISSIONS = {
  'View Channels': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
  'Mention @everyone, @here, and All Roles': PermissionFlagsBits.MentionEveryone,
  'Manage Roles': PermissionFlagsBits.ManageRoles,
} as const;
export type Permission = keyof typeof PERMISSIONS;

type Wants = Pick<ChannelSettings, 'style' | 'digest'>;

/** What a channel needs of a bot, by what it is told there; least privilege. */
export function neededIn({ style = 'messages', digest }: Wants): Permission[] {
  const threads = style === 'threads' || style === 'forum';
  return [
    ...(['View Channels', 'Send Messages'] as const),
    ...(style === 'threads' ? (['Create Public Threads'] as const) : []),
    ...(threads ? (['Send Messages in Threads'] as const) : []),
    'Embed Links',
    // A digest's chart.
    ...(digest === undefined ? [] : (['Attach Files'] as const)),
    // After a crash, only the channel's history tells what arrived.
    'Read Message History',
  ];
}

/** What the bot needs on its server. @param follow whether there are roles to follow */
export function neededOverall(channels: readonly Wants[], follow: boolean): Permission[] {
  const needed = new Set<Permission>(channels.flatMap(neededIn));
  if (follow) needed.add('Manage Roles');
  return (Object.keys(PERMISSIONS) as Permission[]).filter((name) => needed.has(name));
}

/** Permissions as one number, as addresses have it. */
export const bitsOf = (names: readonly Permission[]): bigint =>
  names.reduce((bits, name) => bits | PERMISSIONS[name], 0n);

export interface Overwrite {
  id: string;
  allow: string;
  deny: string;
}

export interface Role {
  id: string;
  name: string;
  position: number;
  permissions: string;
  managed: boolean;
  mentionable: boolean;
}

/** The bot on a server. */
export interface Membership {
  guildId: string;
  botId: string;
  /** All roles of the server, and the ids of those that the bot has. */
  roles: readonly Role[];
  own: readonly string[];
}

/** What the bot may do on the whole server: of everyone, and of its roles. */
export function basePermissions({ guildId, roles, own }: Membership): bigint {
  const bits = roles
    .filter(({ id }) => id === guildId || own.includes(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  const all = (1n << 63n) - 1n;
  return (bits & PermissionFlagsBits.Administrator) !== 0n ? all : bits;
}

/**
 * What the bot may do in a channel, as Discord works it out (documentation, permission overwrites): everyone's overwrite,
 * then those of the bot's roles together, then the bot's own.
 */
export function permissionsIn(membership: Membership, overwrites: readonly Overwrite[]): bigint {
  const { guildId, botId, own } = membership;
  let bits = basePermissions(membership);
  if ((bits & PermissionFlagsBits.Administrator) !== 0n) return bits;
  for (const ids of [[guildId], own.filter((id) => id !== guildId), [botId]]) {
    const some = overwrites.filter(({ id }) => ids.includes(id));
    const deny = some.reduce((sum, one) => sum | BigInt(one.deny), 0n);
    const allow = some.reduce((sum, one) => sum | BigInt(one.allow), 0n);
    bits = (bits & ~deny) | allow;
  }
  return bits;
}

/** Those that the bot does not have. */
export const missingOf = (bits: bigint, needed: readonly Permission[]): Permission[] =>
  needed.filter((name) => (bits & PERMISSIONS[name]) === 0n);
