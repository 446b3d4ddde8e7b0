import { ChannelType, Routes } from 'discord.js';
import type { ChannelSettings } from '../../publish/channels.ts';
import type { DiscordClient } from '../../publish/discord/rest.ts';
import {
  type Membership,
  missingOf,
  neededIn,
  type Overwrite,
  type Permission,
  permissionsIn,
} from '../permissions.ts';
import { type CheckLine, failed, isObject, listOf, ok, textOf, tried } from './model.ts';

/** A channel as Discord has it. */
export interface Place {
  name: string;
  type: number;
  guildId: string;
  /** The channel that a thread is in. */
  parentId: string | null;
  overwrites: Overwrite[];
}

const FORUMS: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);
const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);
const TEXT: ReadonlySet<number> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement, ...THREADS]);

function placeOf(answer: unknown): Place {
  const overwrites = isObject(answer) ? listOf(answer.permission_overwrites) : [];
  return {
    name: textOf(answer, 'name'),
    type: isObject(answer) ? Number(answer.type) : Number.NaN,
    guildId: textOf(answer, 'guild_id'),
    parentId: textOf(answer, 'parent_id') || null,
    overwrites: overwrites.map((one) => ({
      id: textOf(one, 'id'),
      allow: textOf(one, 'allow') || '0',
      deny: textOf(one, 'deny') || '0',
    })),
  };
}

/** The channel on Discord; a line that says why it cannot be had. */
export async function findPlace(
  client: DiscordClient,
  subject: string,
  channelId: string,
): Promise<Place | CheckLine> {
  const found = await tried(client.request('GET', Routes.channel(channelId)));
  if ('error' in found) {
    const remedy =
      found.error.code === 10003
        ? 'copy the right id: Discord → Settings → Advanced → Developer Mode, then right-click the channel → Copy Channel ID'
        : 'Channel Settings → Permissions → add the bot’s role → allow “View Channel”';
    return failed(subject, found.error.message, remedy);
  }
  const place = placeOf(found.answer);
  if (place.parentId === null || !THREADS.has(place.type)) return place;
  // A thread has its channel's permissions.
  const parent = await tried(client.request('GET', Routes.channel(place.parentId)));
  return 'error' in parent ? place : { ...place, overwrites: placeOf(parent.answer).overwrites };
}

/** Whether the channel is of the kind that its settings need. */
function kindLine(subject: string, { style, announce }: ChannelSettings, place: Place): CheckLine | null {
  const forum = FORUMS.has(place.type);
  if (style === 'forum' && !forum)
    return failed(subject, `#${place.name} is no forum`, 'name a forum, or leave out `style: forum`');
  if (style !== 'forum' && forum)
    return failed(subject, `#${place.name} is a forum`, 'set `style: forum`, or name a text channel');
  if (!forum && !TEXT.has(place.type))
    return failed(subject, `#${place.name} takes no posts of bots`, 'name a text channel or a forum');
  if (announce && place.type !== ChannelType.GuildAnnouncement)
    return failed(
      subject,
      `#${place.name} is no announcement channel`,
      'Channel Settings → Overview → Announcement Channel, or leave out `announce: true`',
    );
  return null;
}

/** What is needed there: in a thread, the right to write in threads stands for the right to write. */
function needed(settings: ChannelSettings, place: Place): Permission[] {
  const all = neededIn(settings);
  if (!THREADS.has(place.type)) return all;
  return all.map((name) => (name === 'Send Messages' ? 'Send Messages in Threads' : name));
}

function permissionLine(
  subject: string,
  settings: ChannelSettings,
  place: Place,
  membership: Membership,
): CheckLine {
  const bits = permissionsIn(membership, place.overwrites);
  const missing = missingOf(bits, needed(settings, place));
  if (missing.length === 0) return ok(subject, `#${place.name}: everything needed is allowed`);
  const names = missing.map((name) => `“${name}”`).join(', ');
  return failed(
    subject,
    `#${place.name}: the bot lacks ${names}`,
    `Channel Settings → Permissions → the bot’s role → allow ${names}`,
  );
}

/** Roles that the channel pings must be there, and be such that the bot can ping them. */
function pingLines(
  subject: string,
  { pings = [] }: ChannelSettings,
  place: Place,
  membership: Membership,
): CheckLine[] {
  const bits = permissionsIn(membership, place.overwrites);
  const all: Permission = 'Mention @everyone, @here, and All Roles';
  const may = missingOf(bits, [all]).length === 0;
  return pings.flatMap(({ role: id }) => {
    const role = membership.roles.find((one) => one.id === id);
    if (!role)
      return failed(subject, `role ${id}, to be pinged, is not on the server`, 'correct it under `pings`');
    if (role.mentionable || may) return [];
    const remedy = `Server Settings → Roles → ${role.name} → “Allow anyone to @mention this role”; or allow the bot “${all}”`;
    return failed(subject, `@${role.name} cannot be pinged by the bot`, remedy);
  });
}

/** Whether the bot can do in a channel what standoff.yaml wants of it there. */
export function checkPlace(
  subject: string,
  settings: ChannelSettings,
  place: Place,
  membership: Membership,
): CheckLine[] {
  const wrongKind = kindLine(subject, settings, place);
  return [
    ...(wrongKind ? [wrongKind] : []),
    permissionLine(subject, settings, place, membership),
    ...pingLines(subject, settings, place, membership),
  ];
}
