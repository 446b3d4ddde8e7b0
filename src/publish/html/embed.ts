import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { DiscordBody } from '../discord/render.ts';
import { anchor, escapeHtml } from './escape.ts';
import { markdownHtml } from './markdown.ts';
import { block, image, moment, type PageOptions } from './parts.ts';

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

/** One embed as Discord shows it. */
export function embedHtml(body: DiscordBody, embed: APIEmbed, index: number, options: PageOptions): string {
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

export const embedBar = ({ color = 0 }: APIEmbed, index: number): string =>
  `.bar-${index} { border-left-color: #${color.toString(16).padStart(6, '0')}; }\n`;
