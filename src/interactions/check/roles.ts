import { PermissionFlagsBits } from 'discord.js';
import type { FollowRole } from '../desk.ts';
import { basePermissions, type Membership, missingOf, type Role } from '../permissions.ts';
import { type CheckLine, failed, ok } from './model.ts';

/** Permissions that no member should get by a command. */
const POWERFUL =
  PermissionFlagsBits.Administrator |
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ManageRoles |
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.ManageWebhooks |
  PermissionFlagsBits.KickMembers |
  PermissionFlagsBits.BanMembers |
  PermissionFlagsBits.MentionEveryone;

function checkRole({ role: id, ref }: FollowRole, { guildId, roles }: Membership, top: number): CheckLine {
  const role = roles.find((one) => one.id === id);
  if (!role || id === guildId)
    return failed(`role ${id}`, `for ${ref}: no role of the server`, 'correct it under `discord.follow`');
  const subject = `role @${role.name}`;
  if (role.managed)
    return failed(
      subject,
      'belongs to a bot or a subscription, and cannot be given',
      'make a role of its own',
    );
  if (role.position >= top)
    return failed(
      subject,
      'stands above the bot’s own role',
      `Server Settings → Roles → drag the bot’s role above @${role.name}`,
    );
  if ((BigInt(role.permissions) & POWERFUL) !== 0n)
    return failed(
      subject,
      'would give everyone who follows power over the server',
      `Server Settings → Roles → @${role.name} → Permissions → Clear permissions`,
    );
  return ok(subject, `members can take and leave it for ${ref}`);
}

/** Whether the bot can give and take the roles of `/follow`. */
export function checkRoles(follow: readonly FollowRole[], membership: Membership): CheckLine[] {
  if (follow.length === 0) return [];
  const own = (role: Role): boolean => membership.own.includes(role.id);
  const top = Math.max(0, ...membership.roles.filter(own).map(({ position }) => position));
  const missing = missingOf(basePermissions(membership), ['Manage Roles']);
  const may: CheckLine[] =
    missing.length === 0
      ? []
      : [
          failed(
            '/follow',
            'the bot lacks “Manage Roles”',
            'Server Settings → Roles → the bot’s role → Permissions → allow “Manage Roles”',
          ),
        ];
  return [...may, ...follow.map((role) => checkRole(role, membership, top))];
}
