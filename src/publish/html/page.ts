import { createHash } from 'node:crypto';
import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { MessageLanguage } from '../channels.ts';
import type { DiscordBody } from '../discord/render.ts';
import { anchor, escapeHtml } from './escape.ts';
import { markdownHtml, withoutEscapes } from './markdown.ts';
import { STYLE } from './style.ts';

export interface PageOptions {
  /** Of dates; Discord writes them in the reader's language. */
  language: MessageLanguage;
  /** IANA name of the reader's zone. */
  timezone: string;
  /** PNGs that belong to the message, by their file names. */
  pictures?: ReadonlyMap<string, Uint8Array>;
}

/** Two sides that face each other. */
const AVATAR = `<svg class="avatar" viewBox="0 0 40 40" role="img" aria-label="standoff">
<circle cx="20" cy="20" r="20" fill="#2f6fed"/>
<path d="M9 12l8 8-8 8zM31 12l-8 8 8 8z" fill="#fff"/>
<path d="M20 9v22" stroke="#bcd2ff" stroke-width="2" stroke-linecap="round"/>
</svg>`;

/** `23.05.2025 16:10`, as Discord writes when a message came. */
function moment(instant: string, { language, timezone: timeZone }: PageOptions): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const at = new Date(instant);
  const day = at.toLocaleDateString(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone });
  const time = at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  return `${day} ${time}`;
}

/** How many stand side by side with each field: of neighbouring inline ones three share a row, as in Discord. */
function columns(fields: readonly APIEmbedField[]): number[] {
  const shares: number[] = [];
  for (let start = 0; start < fields.length; ) {
    let end = start;
    while (end - start < 3 && fields[end]?.inline) end += 1;
    const inRow = Math.max(1, end - start);
    shares.push(...Array<number>(inRow).fill(inRow));
    start += inRow;
  }
  return shares;
}

function fieldList(fields: readonly APIEmbedField[], language: string): string {
  if (fields.length === 0) return '';
  const shares = columns(fields);
  const items = fields.map(({ name, value }, index) => {
    const [term, detail] = [markdownHtml(name, language), markdownHtml(value, language)];
    return `<div class="field of-${shares[index]}"><dt>${term}</dt><dd>${detail}</dd></div>`;
  });
  return `<dl class="fields">\n${items.join('\n')}\n</dl>`;
}

const block = (name: string, html: string): string => (html ? `<div class="${name}">${html}</div>` : '');

/** A picture that belongs to the message; one from elsewhere would be a request to there. */
function image(
  url: string | undefined,
  { attachments = [] }: DiscordBody,
  { pictures }: PageOptions,
): string {
  const attachment = attachments.find(({ filename }) => url === `attachment://${filename}`);
  const png = attachment && pictures?.get(attachment.filename);
  if (!png) return '';
  const data = Buffer.from(png).toString('base64');
  return `<img src="data:image/png;base64,${data}" alt="${escapeHtml(attachment.description)}">`;
}

function embedHtml(body: DiscordBody, embed: APIEmbed, index: number, options: PageOptions): string {
  const { language } = options;
  const title = markdownHtml(embed.title ?? '', language);
  const foot = [
    escapeHtml(embed.footer?.text ?? ''),
    embed.timestamp ? escapeHtml(moment(embed.timestamp, options)) : '',
  ];
  const parts = [
    block('author', escapeHtml(embed.author?.name ?? '')),
    block('title', embed.url ? anchor(embed.url, title) : title),
    block('description', markdownHtml(embed.description ?? '', language)),
    fieldList(embed.fields ?? [], language),
    block('image', image(embed.image?.url, body, options)),
    block('foot', foot.filter(Boolean).join(' • ')),
  ];
  return `<article class="embed bar-${index}">\n${parts.filter(Boolean).join('\n')}\n</article>`;
}

const bar = ({ color = 0 }: APIEmbed, index: number): string =>
  `.bar-${index} { border-left-color: #${color.toString(16).padStart(6, '0')}; }\n`;

/** Only this style is allowed, and pictures within the page: no script, no request to anywhere. */
function policy(style: string, pictures: boolean): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; ${pictures ? 'img-src data:; ' : ''}base-uri 'none'; form-action 'none'`;
}

/** What is sent to Discord as a page of its own that looks as Discord would show it, in its dark theme. */
export function discordPage(body: DiscordBody, options: PageOptions): string {
  const { embeds } = body;
  const style = STYLE + embeds.map(bar).join('');
  const [first] = embeds;
  const sent = first?.timestamp ? escapeHtml(moment(first.timestamp, options)) : '';
  return `<!doctype html>
<html lang="${options.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, options.pictures !== undefined)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(withoutEscapes(first?.title ?? 'standoff'))}</title>
<style>${style}</style>
</head>
<body>
<main class="message">
${AVATAR}
<div>
<div class="head"><span class="name">standoff</span><span class="app">APP</span><span class="sent">${sent}</span></div>
${embeds.map((embed, index) => embedHtml(body, embed, index, options)).join('\n')}
</div>
</main>
</body>
</html>
`;
}
