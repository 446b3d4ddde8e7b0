import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { COMMAND_WORDS, FIELD_WORDS, type Named } from './definition-words.ts';
import type { Field, QuestionName } from './model.ts';

/** A field of a command; those that must be given stand first, as Discord wants it. */
interface FieldUse {
  field: Field;
  required?: true;
}

const narrowing: readonly FieldUse[] = [
  { field: 'party' },
  { field: 'topic' },
  { field: 'docket' },
  { field: 'since' },
  { field: 'until' },
];

const USES: Readonly<Record<QuestionName, readonly FieldUse[]>> = {
  stories: narrowing,
  story: [{ field: 'story', required: true }],
  search: [{ field: 'query', required: true }, ...narrowing, { field: 'translate' }],
  timeline: narrowing,
  party: [{ field: 'party', required: true }],
  statements: narrowing,
  dates: [{ field: 'party' }, { field: 'topic' }, { field: 'docket' }, { field: 'past' }],
  explain: [{ field: 'article', required: true }],
  status: [],
};

/** The fields that a command has. */
export const fieldsOf = (name: QuestionName): readonly Field[] => USES[name].map(({ field }) => field);

/** Fields that are completed while a member types. */
const COMPLETED: ReadonlySet<Field> = new Set(['story', 'party', 'topic', 'docket', 'article']);

/** Fields that are chosen or not. */
const SWITCHES: ReadonlySet<Field> = new Set(['past', 'translate']);

/** Longest text of a field; Discord counts it before it sends. */
const LONGEST: Partial<Record<Field, number>> = { query: 300, article: 2_000, since: 10, until: 10 };
const LONGEST_OTHER = 100;

/** Discord's locale for German; every other is answered in English. */
const texts = ({ en, de, describe }: Named) => ({
  name: en,
  name_localizations: { de },
  description: describe.en,
  description_localizations: { de: describe.de },
});

function optionOf({ field, required }: FieldUse): APIApplicationCommandBasicOption {
  const common = { ...texts(FIELD_WORDS[field]), required: required ?? false };
  if (SWITCHES.has(field)) return { ...common, type: ApplicationCommandOptionType.Boolean };
  return {
    ...common,
    type: ApplicationCommandOptionType.String,
    max_length: LONGEST[field] ?? LONGEST_OTHER,
    ...(COMPLETED.has(field) && { autocomplete: true }),
  };
}

const command = (
  name: QuestionName | 'follow',
  options: APIApplicationCommandBasicOption[],
): RESTPostAPIChatInputApplicationCommandsJSONBody => ({
  type: ApplicationCommandType.ChatInput,
  ...texts(COMMAND_WORDS[name]),
  options,
  // On servers only: roles and channels are there.
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
});

const PUBLIC: APIApplicationCommandBasicOption = {
  ...texts(FIELD_WORDS.public),
  type: ApplicationCommandOptionType.Boolean,
  required: false,
};

const ROLE: APIApplicationCommandBasicOption = {
  ...texts(FIELD_WORDS.role),
  type: ApplicationCommandOptionType.String,
  required: true,
  max_length: LONGEST_OTHER,
  autocomplete: true,
};

/** The commands as Discord is told of them. @param follow whether there are roles to follow */
export function definitions(follow: boolean): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  const questions = (Object.keys(USES) as QuestionName[]).map((name) =>
    command(name, [...USES[name].map(optionOf), PUBLIC]),
  );
  return follow ? [...questions, command('follow', [ROLE])] : questions;
}
