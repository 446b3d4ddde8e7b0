import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { inertText } from '../publish/discord/markdown.ts';
import { encodePlace, isPage, type LongOptions } from './custom-id.ts';
import type { Page, Question } from './model.ts';
import { wordsFor } from './words.ts';

const CONTENT = 2_000;
/** Nothing in an answer pings anybody, whatever the press wrote. */
const NOBODY = { parse: [] } as const;

/** A page with its buttons, as an answer is made or changed to. */
export function pageBody({ embed, more }: Page, question: Question, long: LongOptions) {
  const words = wordsFor(question.language);
  const { page } = question;
  const button = (label: string, to: number, there: boolean): APIButtonComponent => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: encodePlace({ ...question, page: to }, long),
    disabled: !there || !isPage(to),
  });
  const row: APIActionRowComponent<APIButtonComponent> = {
    type: ComponentType.ActionRow,
    components: [button(words.previous, page - 1, page > 0), button(words.next, page + 1, more)],
  };
  return {
    content: '',
    embeds: [embed],
    components: page > 0 || more ? [row] : [],
    allowedMentions: NOBODY,
  };
}

/** A sentence for the member alone; what stands in it may be hostile. */
export const wordBody = (sentence: string) => ({
  content: inertText(sentence, CONTENT),
  embeds: [],
  components: [],
  allowedMentions: NOBODY,
});

/** The same as a message of its own. */
export const whisper = (sentence: string) => ({
  ...wordBody(sentence),
  flags: MessageFlags.Ephemeral as const,
});
