import { createHash } from 'node:crypto';
import { Routes } from 'discord.js';
import type { DiscordClient } from '../publish/discord/rest.ts';
import { MediumError } from '../publish/medium.ts';
import type { Settings } from '../store/settings.ts';
import { definitions } from './definitions.ts';
import type { Log } from './desk.ts';

const KEY = 'discord.commands';
/** Discord creates no more than 200 commands a day on a server. */
const DAILY_LIMIT = 30034;
const MISSING_ACCESS = 50001;

/** What was last registered, as the database keeps it. */
interface Registered {
  /** Where: `/applications/…/commands` or that of a server. */
  route: string;
  /** Hash of what was sent, and of what Discord made of it (ids and versions). */
  sent: string;
  made: string;
}

export interface RegisterOptions {
  client: DiscordClient;
  settings: Settings;
  applicationId: string;
  /** The one server that has the commands; undefined: all. */
  guildId: string | undefined;
  /** Whether there are roles to follow. */
  follow: boolean;
  log: Log;
}

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Discord counts a command's version up when it changes: ids and versions tell whether anyone changed them. */
function madeOf(list: unknown): string {
  if (!Array.isArray(list)) throw new Error('Discord’s answer is no list of commands');
  return hash(list.map(({ id, version }) => `${id} ${version}`).sort());
}

function readRegistered(settings: Settings): Registered | null {
  const value = settings.get(KEY);
  return typeof value === 'object' && value !== null && 'route' in value ? (value as Registered) : null;
}

const routeOf = (applicationId: string, guildId: string | undefined): `/${string}` =>
  guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);

/**
 * Makes the commands known to Discord, unless it knows them as they are. Those registered elsewhere before are taken away
 * there, or members would see them twice.
 * @throws {MediumError} when Discord does not do it
 */
async function registerNow(options: RegisterOptions): Promise<'registered' | 'unchanged'> {
  const { client, settings, applicationId, guildId, follow } = options;
  const route = routeOf(applicationId, guildId);
  const body = definitions(follow);
  const before = readRegistered(settings);
  const sent = hash(body);
  if (before?.route === route && before.sent === sent) {
    const there = madeOf(await client.request('GET', route));
    if (there === before.made) return 'unchanged';
  }
  if (before && before.route !== route && before.route.startsWith(`/applications/${applicationId}/`))
    await client.request('PUT', before.route as `/${string}`, { body: [] });
  const made = madeOf(await client.request('PUT', route, { body }));
  settings.set(KEY, { route, sent, made } satisfies Registered);
  return 'registered';
}

function remedyFor(code: number | null): string {
  if (code === DAILY_LIMIT)
    return 'Discord takes no more of them today; the former ones stay, and the next start tries again';
  if (code === MISSING_ACCESS)
    return 'the bot is not on that server, or was invited without commands: `standoff discord invite` prints the address';
  return 'the former ones stay, and the next start tries again';
}

/** Registers the commands and says what came of it; the bot goes on whatever it is. */
export async function register(options: RegisterOptions): Promise<void> {
  const { log, guildId } = options;
  const where = guildId === undefined ? 'on every server of the bot' : `on server ${guildId}`;
  try {
    if ((await registerNow(options)) === 'registered') log('info', `slash commands registered ${where}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const remedy = remedyFor(error instanceof MediumError ? error.code : null);
    log('warn', `slash commands could not be registered ${where}: ${reason}; ${remedy}`);
  }
}

/** Takes the commands away from where they were registered, if they were. @throws {MediumError} */
export async function unregister(client: DiscordClient, settings: Settings): Promise<boolean> {
  const before = readRegistered(settings);
  if (before === null) return false;
  await client.request('PUT', before.route as `/${string}`, { body: [] });
  settings.remove(KEY);
  return true;
}
