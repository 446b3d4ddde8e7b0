import { type APIComponentInContainer, type APIContainerComponent, ComponentType } from 'discord.js';
import type { Message, Picture } from '../message.ts';
import { LIMITS } from './limits.ts';
import { escapeMarkdown, fitLines, inertText, safeUrl } from './markdown.ts';
import { attachment, COLOURS, DESCRIPTION, fields, footer, heading } from './render.ts';

const IS_COMPONENTS_V2 = 1 << 15;

/** A message laid out by Components V2; such a message can have neither content nor embeds. */
export interface ComponentsBody {
  flags: number;
  components: (ReturnType<typeof text> | APIContainerComponent)[];
  allowed_mentions: { parse: [] };
  attachments?: ReturnType<typeof attachment>[];
}

const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });

const gallery = (picture: Picture) => {
  const { filename, description } = attachment(picture);
  return {
    type: ComponentType.MediaGallery as const,
    items: [{ media: { url: `attachment://${filename}` }, description }],
  };
};

/** What tells the roles, as it stands in a message. */
export const roleMentions = (roles: readonly string[]): string =>
  roles.map((role) => `<@&${role}>`).join(' ');

/** The headline, linked where it has an address. */
function title(message: Message): string {
  const words = inertText(message.title, LIMITS.title) || inertText(message.footer, LIMITS.title);
  const url = safeUrl(message.url, LONGEST_URL);
  return `### ${url === null ? words : `[${words}](${url})`}`;
}

/** A longer address takes the room of what it is about. */
const LONGEST_URL = 1_000;

/** Seconds since 1970, as Discord shows a moment to each reader in their own zone. */
const moment = (instant: string): string => `<t:${Math.floor(Date.parse(instant) / 1000)}:f>`;

/**
 * A message laid out by Components V2, with the words of its embed: at most 40 components and 4,000 units of text.
 * @param ref the delivery's id; it ends the last text, so that the message is found again
 * @param roles named above the rest; they are told only where the request allows it
 */
export function componentsBody(message: Message, ref: string, roles: readonly string[] = []): ComponentsBody {
  const { picture } = message;
  const mention = roleMentions(roles);
  const kicker = heading(message);
  const head = [...(kicker ? [`-# ${escapeMarkdown(kicker)}`] : []), title(message)].join('\n');
  const foot = `-# ${escapeMarkdown(footer(message, FOOTER))} · ${moment(message.at)} · ${ref}`;
  const fixed = mention.length + head.length + foot.length;
  const body = fitLines(message.body, Math.min(DESCRIPTION[message.tone], LIMITS.componentText - fixed)).text;
  // Each field's name is bold, and a break stands behind it.
  const rest = LIMITS.componentText - fixed - body.length;
  const parts = fields(message.fields, rest, { marks: FIELD_MARKS, value: LONGEST_FIELD });
  const inside: APIComponentInContainer[] = [
    text(head),
    ...(body ? [text(body)] : []),
    ...(parts.length > 0 ? [{ type: ComponentType.Separator as const }] : []),
    ...(picture ? [gallery(picture)] : []),
    ...parts.map(({ name, value }) => text(`**${name}**\n${value}`)),
    text(foot),
  ];
  return {
    flags: IS_COMPONENTS_V2,
    components: [
      ...(mention ? [text(mention)] : []),
      { type: ComponentType.Container, accent_color: COLOURS[message.tone], components: inside },
    ],
    allowed_mentions: { parse: [] },
    ...(picture && { attachments: [attachment(picture)] }),
  };
}

const FOOTER = 500;
const FIELD_MARKS = '****\n'.length;
const LONGEST_FIELD = 2_000;
