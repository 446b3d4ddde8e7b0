import type { FollowRole, Log } from '../interactions/desk.ts';
import { canonicalUrl } from '../link/identity.ts';
import type { Dossier } from '../model/index.ts';
import type { Worker } from '../worker/index.ts';
import { conceptsOf } from './concepts.ts';
import type { Context } from './context.ts';
import { CommandError } from './error.ts';

/** The roles of standoff.yaml with what they stand for. */
export function followRoles(
  follow: ReturnType<Context['settings']>['discord']['follow'],
  { parties, topics }: Dossier,
): FollowRole[] {
  return follow.flatMap(({ role, party, topic }) => {
    const named =
      parties.parties.find(({ id }) => id === party) ?? topics.topics.find(({ id }) => id === topic);
    return named ? [{ role, ref: named.id, name: named.display }] : [];
  });
}

/** The server that has the commands; undefined: all of the bot's. */
export function guildOf({ env, settings }: Pick<Context, 'env' | 'settings'>): string | undefined {
  const guildId = settings().discord.guildId ?? env.DISCORD_GUILD_ID;
  if (guildId !== undefined && !/^\d{17,20}$/.test(guildId))
    throw new CommandError(
      'DISCORD_GUILD_ID is no server id (17 to 20 digits); copy it from the server’s menu',
    );
  return guildId;
}

/** Answers members' slash commands where there is a bot and standoff.yaml does not say otherwise. */
export async function answerMembers(
  context: Context,
  { store }: Worker,
  log: Log,
): Promise<{ close(): Promise<void> } | undefined> {
  const { DISCORD_TOKEN: token, DISCORD_API: api } = context.env;
  if (token === undefined) return undefined;
  const { settings, dossier } = context.config();
  const guildId = guildOf(context);
  const { createReader, openCommands, withdrawCommands } = await import('../interactions/index.ts');
  if (settings.discord.commands)
    return openCommands({
      ...{ token, api, guildId, store, log, canonical: canonicalUrl },
      roles: followRoles(settings.discord.follow, dossier),
      reader: createReader(context.databasePath(), conceptsOf(dossier)),
    });
  await withdrawCommands({ token, api, store, log }).catch((error: unknown) =>
    log('warn', `slash commands could not be taken away: ${error instanceof Error ? error.message : error}`),
  );
  return undefined;
}
