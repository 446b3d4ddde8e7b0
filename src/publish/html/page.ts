import { createHash } from 'node:crypto';
import type { ComponentsBody } from '../discord/components.ts';
import type { DiscordBody } from '../discord/render.ts';
import { componentBars, componentsHtml, headlineOf } from './components.ts';
import { embedBar, embedHtml } from './embed.ts';
import { escapeHtml } from './escape.ts';
import { markdownHtml, withoutEscapes } from './markdown.ts';
import { block, moment, type PageOptions } from './parts.ts';
import { STYLE } from './style.ts';

/** What is sent to Discord, with the roles that an embed's message tells. */
type Sent = (DiscordBody | ComponentsBody) & { content?: string };

/** Two sides that face each other. */
const AVATAR = `<svg class="avatar" viewBox="0 0 40 40" role="img" aria-label="standoff">
<circle cx="20" cy="20" r="20" fill="#2f6fed"/>
<path d="M9 12l8 8-8 8zM31 12l-8 8 8 8z" fill="#fff"/>
<path d="M20 9v22" stroke="#bcd2ff" stroke-width="2" stroke-linecap="round"/>
</svg>`;

/** Only this style is allowed, and pictures within the page: no script, no request to anywhere. */
function policy(style: string, pictures: boolean): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; ${pictures ? 'img-src data:; ' : ''}base-uri 'none'; form-action 'none'`;
}

/** What of a message the page is made of. */
function shown(
  body: Sent,
  options: PageOptions,
): { title: string; html: string; bars: string; at: string | undefined } {
  if ('components' in body)
    return {
      title: headlineOf(body),
      html: componentsHtml(body, options),
      bars: componentBars(body),
      at: options.at,
    };
  const [first] = body.embeds;
  const content = block('content', markdownHtml(body.content ?? '', options.language));
  const embeds = body.embeds.map((embed, index) => embedHtml(body, embed, index, options));
  return {
    title: first?.title ?? '',
    html: [content, ...embeds].filter(Boolean).join('\n'),
    bars: body.embeds.map(embedBar).join(''),
    at: options.at ?? first?.timestamp,
  };
}

/** What is sent to Discord as a page of its own that looks as Discord would show it, in its dark theme. */
export function discordPage(body: Sent, options: PageOptions): string {
  const { title, html, bars, at } = shown(body, options);
  const style = STYLE + bars;
  const sent = at ? escapeHtml(moment(at, options)) : '';
  const thread = options.thread === undefined ? '' : block('thread', escapeHtml(options.thread));
  return `<!doctype html>
<html lang="${options.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, options.pictures !== undefined)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(withoutEscapes(title || 'standoff'))}</title>
<style>${style}</style>
</head>
<body>
<main class="message">
${AVATAR}
<div>
<div class="head"><span class="name">standoff</span><span class="app">APP</span><span class="sent">${sent}</span></div>
${html}
${thread}
</div>
</main>
</body>
</html>
`;
}
