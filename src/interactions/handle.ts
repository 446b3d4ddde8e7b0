import { randomBytes } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { optionsOf } from './asked.ts';
import { decodePlace, type Place } from './custom-id.ts';
import type { Desk } from './desk.ts';
import { follow, followChoices } from './follow.ts';
import { type Choice, FIELDS, isProblem, QUESTIONS, type Question } from './model.ts';
import { ReaderError } from './reader.ts';
import { pageBody, whisper } from './reply.ts';
import { languageOf, wordsFor } from './words.ts';

/** Discord waits 3 s for choices; what comes later was typed over anyway. */
const CHOICES_MS = 2_000;
/** Once deferred, Discord waits 15 min; a member does not. */
const ANSWER_MS = 15_000;
/** Discord's codes for an answer that came too late or twice. */
const TOO_LATE: ReadonlySet<number | string> = new Set([10062, 40060]);

const ephemeral = { flags: MessageFlags.Ephemeral } as const;

/** Serves one interaction; never throws. */
export async function handle(interaction: Interaction, desk: Desk): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await complete(interaction, desk);
    else if (interaction.isButton()) await turn(interaction, desk);
    else if (interaction.isChatInputCommand())
      await (interaction.commandName === 'follow' ? follow(interaction, desk) : ask(interaction, desk));
  } catch (error) {
    await apologise(interaction, desk, error);
  }
}

async function complete(interaction: AutocompleteInteraction, desk: Desk): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const field = FIELDS.find((one) => one === name);
  const language = languageOf(interaction.locale);
  let choices: Choice[] = [];
  if (interaction.commandName === 'follow') choices = followChoices(interaction, desk.roles);
  else if (field)
    choices = await desk.reader.ask({ kind: 'choices', field, typed: value, language }, CHOICES_MS);
  await interaction.respond(choices);
}

async function ask(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const name = QUESTIONS.find((one) => one === interaction.commandName);
  const language = languageOf(interaction.locale);
  if (name === undefined) throw new Error(`Discord asks for a command /${interaction.commandName}`);
  const given = (field: string) => {
    const value = interaction.options.get(field)?.value;
    return typeof value === 'string' || typeof value === 'boolean' ? value : null;
  };
  const options = optionsOf(name, given, desk.canonical);
  if ('problem' in options) {
    await interaction.reply(whisper(wordsFor(language).problems[options.problem](options.value)));
    return;
  }
  // At once: how long a question takes is known when it is answered.
  await interaction.deferReply(given('public') === true ? {} : ephemeral);
  await show(interaction, { name, options, page: 0 }, desk);
}

/** Whether a message is seen, or was asked for, by this member alone. */
function isOwn({ message, user }: ButtonInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral) || message.interactionMetadata?.user.id === user.id;
}

async function turn(interaction: ButtonInteraction, desk: Desk): Promise<void> {
  const place = decodePlace(interaction.customId, desk.long);
  if (place === null) {
    await interaction.reply(whisper(wordsFor(languageOf(interaction.locale)).expired));
    return;
  }
  // Nobody turns another's pages: who asks for one of them gets it alone.
  if (isOwn(interaction)) await interaction.deferUpdate();
  else await interaction.deferReply(ephemeral);
  await show(interaction, place, desk);
}

/** Answers a deferred interaction with a page. */
async function show(
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  place: Place,
  { reader, long }: Desk,
): Promise<void> {
  const language = languageOf(interaction.locale);
  const question: Question = { kind: 'answer', language, ...place };
  const answer = await reader.ask(question, ANSWER_MS);
  if (isProblem(answer)) await tell(interaction, wordsFor(language).problems[answer.problem](answer.value));
  else await interaction.editReply(pageBody(answer, question, long));
}

/** Says something to the member alone, whatever the interaction's state. */
async function tell(
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  sentence: string,
): Promise<void> {
  if (!interaction.deferred && !interaction.replied) {
    await interaction.reply(whisper(sentence));
    return;
  }
  // A message of its own would take the place of “… is thinking”, and be seen by everyone where that is.
  if (!(interaction.isButton() && isOwn(interaction))) await interaction.deleteReply();
  await interaction.followUp(whisper(sentence));
}

/** A failure is logged with a reference, which is all that the member is told of it. */
async function apologise(interaction: Interaction, { log }: Desk, error: unknown): Promise<void> {
  const command = 'commandName' in interaction ? `/${interaction.commandName}` : 'a button';
  if (error instanceof DiscordAPIError && TOO_LATE.has(error.code)) {
    log('warn', `${command}: answered too late (${error.code}); Discord waits 3 s`);
    return;
  }
  const words = wordsFor(languageOf(interaction.locale));
  const reference = randomBytes(3).toString('hex');
  const reason = error instanceof ReaderError ? error.reason : 'failed';
  const detail = error instanceof Error ? error.message : String(error);
  log(reason === 'failed' ? 'error' : 'warn', `${command} (${reference}): ${detail}`, { reference });
  const sentence = { slow: words.tooSlow, busy: words.busy, failed: words.failed(reference) }[reason];
  try {
    if (interaction.isAutocomplete()) await interaction.respond([]);
    else if (interaction.isChatInputCommand() || interaction.isButton()) await tell(interaction, sentence);
  } catch (second) {
    log('warn', `${command} (${reference}): ${second instanceof Error ? second.message : String(second)}`);
  }
}
