import type { APIEmbed, APIEmbedField, RawFile } from 'discord.js';
import type { Message, MessageField, Picture } from '../message.ts';
import { plain, truncate } from '../text.ts';
import { LIMITS } from './limits.ts';
import { fitLines, inertText, safeUrl } from './markdown.ts';

/** What is sent to Discord for one message, whether by a bot or a webhook. */
export interface DiscordBody {
  embeds: APIEmbed[];
  /** Nothing in a message pings anybody. */
  allowed_mentions: { parse: [] };
  /** Of the files that go with it, each by its place among them. */
  attachments?: ReturnType<typeof attachment>[];
}

export const COLOURS: Readonly<Record<Message['tone'], number>> = { story: 0x2f6fed, overview: 0x6b7280 };

/** Flags stand for languages as readers expect them to; others are named by their code. */
const FLAGS: Readonly<Record<string, string>> = {
  de: '🇩🇪',
  en: '🇬🇧',
  fr: '🇫🇷',
  nl: '🇳🇱',
  it: '🇮🇹',
  es: '🇪🇸',
  pt: '🇵🇹',
  pl: '🇵🇱',
  da: '🇩🇰',
  sv: '🇸🇪',
  nb: '🇳🇴',
  no: '🇳🇴',
  fi: '🇫🇮',
  cs: '🇨🇿',
  el: '🇬🇷',
};

/** Of a story, long enough for three sentences; a wall of text is scrolled past. */
export const DESCRIPTION: Readonly<Record<Message['tone'], number>> = {
  story: 2_000,
  overview: LIMITS.description,
};

/** Stage and languages. */
export function heading(message: Message): string {
  const languages = message.languages.map((language) => FLAGS[language] ?? language.toUpperCase()).join(' ');
  const kicker = message.kicker && plain(message.kicker);
  return truncate([kicker, languages].filter(Boolean).join(' · '), LIMITS.author);
}

export const footer = (message: Message, max: number): string => truncate(plain(message.footer), max);

/** What a layout makes of fields. */
interface FieldLimits {
  /** Units that each takes besides its name and value. */
  marks: number;
  /** Units of a value. */
  value: number;
}

/** A field's lines may need several of Discord's fields. */
const PARTS = 3;

/** One field, continued where its lines need more than one of Discord's; `+5` stands for lines that found no room. */
function field(
  { name: label, lines, inline }: MessageField,
  room: number,
  { marks, value }: FieldLimits,
): APIEmbedField[] {
  const parts: APIEmbedField[] = [];
  let rest = lines;
  let left = room;
  while (rest.length > 0 && parts.length < PARTS) {
    const name = inertText(parts.length === 0 ? label : `${label} (${parts.length + 1})`, LIMITS.fieldName);
    // Room for the number of lines left out.
    const { text, taken } = fitLines(rest, Math.min(value, left - name.length - marks) - 5);
    if (!name || !text) break;
    parts.push({ name, value: text, inline });
    left -= name.length + text.length + marks;
    rest = rest.slice(taken);
  }
  const last = parts.at(-1);
  if (last && rest.length > 0) last.value += `\n+${rest.length}`;
  return parts;
}

/**
 * Fields in order of importance as far as the room reaches.
 */
export function fields(
  all: readonly MessageField[],
  room: number,
  limits: FieldLimits = { marks: 0, value: LIMITS.fieldValue },
): APIEmbedField[] {
  const rendered: APIEmbedField[] = [];
  let left = room;
  for (const item of all) {
    const parts = field(item, left, limits);
    if (rendered.length + parts.length > LIMITS.fields) break;
    rendered.push(...parts);
    for (const { name, value } of parts) left -= name.length + value.length + limits.marks;
  }
  return rendered;
}

/**
 * A message as one embed within all of Discord's limits, the 6,000 units of all its texts together included.
 * @param ref the delivery's id; it ends the footer, so that the message is found again
 */
export function discordBody(message: Message, ref: string): DiscordBody {
  const title = inertText(message.title, LIMITS.title) || plain(message.footer);
  const url = safeUrl(message.url);
  const kicker = heading(message);
  // The message is known by again in a channel's history by the id at its footer's end.
  const foot = `${footer(message, LIMITS.footer - LIMITS.nonce - 3)} · ${ref}`;
  const fixed = title.length + kicker.length + foot.length;
  const room = Math.min(DESCRIPTION[message.tone], LIMITS.total - fixed);
  const description = fitLines(message.body, room).text;
  const embed: APIEmbed = {
    title,
    color: COLOURS[message.tone],
    footer: { text: foot },
    timestamp: message.at,
    fields: fields(message.fields, LIMITS.total - fixed - description.length),
  };
  if (url) embed.url = url;
  if (kicker) embed.author = { name: kicker };
  if (description) embed.description = description;
  const body: DiscordBody = { embeds: [embed], allowed_mentions: { parse: [] } };
  const { picture } = message;
  if (!picture) return body;
  embed.image = { url: `attachment://${picture.name}` };
  return { ...body, attachments: [attachment(picture)] };
}

/** A message's only file, as its body speaks of it. */
export const attachment = ({ name, alt }: Picture) => ({
  id: 0,
  filename: name,
  description: truncate(plain(alt), LIMITS.alt),
});

/** The files that `discordBody` speaks of. */
export async function discordFiles({ picture }: Message): Promise<RawFile[]> {
  if (!picture) return [];
  return [{ name: picture.name, data: await picture.png(), contentType: 'image/png' }];
}
