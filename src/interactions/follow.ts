import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  MessageFlags,
  Routes,
} from 'discord.js';
import { MediumError } from '../publish/medium.ts';
import { truncate } from '../publish/text.ts';
import { fitting } from './choices.ts';
import type { Desk, FollowRole } from './desk.ts';
import type { Choice } from './model.ts';
import { whisper, wordBody } from './reply.ts';
import { languageOf, type Words, wordsFor } from './words.ts';

const NAME = 100;
/** Discord's codes where the bot may not give a role: access, permission or the order of roles. */
const FORBIDDEN: ReadonlySet<number | null> = new Set([50001, 50013]);
const UNKNOWN_ROLE = 10011;

/** Whether the member has a role, as Discord says with the interaction itself. */
function has({ member }: ChatInputCommandInteraction | AutocompleteInteraction, role: string): boolean {
  if (member === null) return false;
  return Array.isArray(member.roles) ? member.roles.includes(role) : member.roles.cache.has(role);
}

/** The roles that fit what is typed; a member's own are marked. */
export function followChoices(interaction: AutocompleteInteraction, roles: readonly FollowRole[]): Choice[] {
  const language = languageOf(interaction.locale);
  const words = wordsFor(language);
  const typed = interaction.options.getFocused();
  return fitting(roles, typed, ({ name, ref }) => [name[language], ref]).map(({ role, name }) => ({
    name: truncate(has(interaction, role) ? words.follow.has(name[language]) : name[language], NAME),
    value: role,
  }));
}

/** The role that a member's text means: by the list's value, or by the name. */
function roleMeant(roles: readonly FollowRole[], text: string): FollowRole | undefined {
  const wanted = text.trim().toLowerCase();
  return roles.find(
    ({ role, ref, name }) =>
      role === wanted || [ref, name.de, name.en].some((one) => one.toLowerCase() === wanted),
  );
}

/** Why Discord did not give or take the role, for the member. */
function refusal(error: unknown, words: Words): string {
  const code = error instanceof MediumError ? error.code : null;
  if (FORBIDDEN.has(code)) return words.follow.forbidden;
  return code === UNKNOWN_ROLE ? words.follow.gone : words.follow.failed;
}

/** `/follow`: gives the member the role, or takes it back where the member has it. */
export async function follow(
  interaction: ChatInputCommandInteraction,
  { roles, client, log }: Desk,
): Promise<void> {
  const language = languageOf(interaction.locale);
  const words = wordsFor(language);
  const value = interaction.options.getString('role', true);
  const meant = roleMeant(roles, value);
  const { guildId } = interaction;
  if (meant === undefined || guildId === null) {
    await interaction.reply(whisper(words.follow.unknown(value)));
    return;
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const route = Routes.guildMemberRole(guildId, interaction.user.id, meant.role);
  const leaves = has(interaction, meant.role);
  try {
    await client.request(leaves ? 'DELETE' : 'PUT', route);
  } catch (error) {
    log('warn', `/follow: ${error instanceof Error ? error.message : String(error)}`, { role: meant.role });
    await interaction.editReply(wordBody(refusal(error, words)));
    return;
  }
  const done = leaves ? words.follow.leaves : words.follow.takes;
  const name = roleName(interaction, meant);
  await interaction.editReply(wordBody(done(name, meant.name[language])));
}

/** What the server calls the role; the bot may not know it. */
function roleName({ guild }: ChatInputCommandInteraction, { role, ref }: FollowRole): string {
  return guild?.roles.cache.get(role)?.name ?? ref;
}
