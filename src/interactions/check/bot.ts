import { Routes } from 'discord.js';
import type { DiscordClient } from '../../publish/discord/rest.ts';
import { type CheckLine, failed, isObject, note, ok, textOf, tried } from './model.ts';

/** Connecting and connecting again takes a few sessions; fewer left than this is a bot that keeps starting. */
const FEW_SESSIONS = 10;

export interface BotCheck {
  lines: CheckLine[];
  /** Null where the token is not accepted: nothing else can be asked then. */
  botId: string | null;
  applicationId: string | null;
}

/** Whether Discord accepts the token, and whether slash commands can be heard. */
export async function checkBot(client: DiscordClient, commands: boolean): Promise<BotCheck> {
  const me = await tried(client.request('GET', Routes.user()));
  if ('error' in me) {
    const remedy =
      me.error.kind === 'closed'
        ? 'discord.com/developers/applications → your application → Bot → Reset Token; put it into .env as DISCORD_TOKEN'
        : 'look at this machine’s connection and https://discordstatus.com, then try again';
    return { lines: [failed('bot', me.error.message, remedy)], botId: null, applicationId: null };
  }
  const lines = [ok('bot', `Discord accepts the token of ${textOf(me.answer, 'username')}`)];
  const botId = textOf(me.answer, 'id');
  if (!commands) return { lines, botId, applicationId: null };
  lines.push(ok('intents', 'Guilds alone, which needs no permission of Discord’s'));
  const application = await tried(client.request('GET', Routes.currentApplication()));
  const gateway = await tried(client.request('GET', Routes.gatewayBot()));
  lines.push('error' in gateway ? unreachable(gateway.error.message) : sessions(gateway.answer));
  return { lines, botId, applicationId: 'error' in application ? null : textOf(application.answer, 'id') };
}

const unreachable = (why: string): CheckLine =>
  failed('gateway', why, 'posting does not need it; try again later for slash commands');

function sessions(answer: unknown): CheckLine {
  const limit = isObject(answer) ? answer.session_start_limit : undefined;
  const { remaining, total } = isObject(limit) ? limit : {};
  if (typeof remaining !== 'number' || typeof total !== 'number')
    return note('gateway', 'Discord does not say how many sessions are left');
  const left = `${remaining} of ${total} sessions are left today`;
  return remaining >= FEW_SESSIONS
    ? ok('gateway', left)
    : failed('gateway', left, 'something starts the bot again and again: look at its log, and wait a day');
}

/** Whether the server lets the bot have commands, and how many it has. */
export async function checkCommands(
  client: DiscordClient,
  applicationId: string,
  guildId: string | undefined,
): Promise<CheckLine> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const listed = await tried(client.request('GET', route));
  const where = guildId === undefined ? '' : ` on server ${guildId}`;
  if ('error' in listed)
    return failed(
      'slash commands',
      `Discord does not let the bot have them${where}: ${listed.error.message}`,
      'open the address that `standoff discord invite` prints, and choose the server',
    );
  const count = Array.isArray(listed.answer) ? listed.answer.length : 0;
  return count > 0
    ? ok('slash commands', `${count} are registered${where}`)
    : note('slash commands', `none are registered yet${where}: \`standoff run\` does that`);
}
