import { type APIComponentInContainer, ComponentType } from 'discord.js';
import type { ComponentsBody } from '../discord/components.ts';
import { markdownHtml } from './markdown.ts';
import { block, image, type PageOptions } from './parts.ts';

/** A line of a text: headings and small print stand at its beginning. */
function lineHtml(line: string, { language, timezone }: PageOptions): string {
  if (line.startsWith('### ')) return block('title', markdownHtml(line.slice(4), language, timezone));
  if (line.startsWith('-# ')) return block('foot', markdownHtml(line.slice(3), language, timezone));
  return block('text', markdownHtml(line, language, timezone));
}

function partHtml(part: APIComponentInContainer, body: ComponentsBody, options: PageOptions): string {
  if (part.type === ComponentType.TextDisplay) {
    const lines = part.content.split('\n').map((line) => lineHtml(line, options));
    return block('part', lines.join('\n'));
  }
  if (part.type === ComponentType.Separator) return '<hr>';
  if (part.type !== ComponentType.MediaGallery) return '';
  return block('image', part.items.map(({ media }) => image(media.url, body, options)).join(''));
}

/** A message laid out by Components V2 as Discord shows it. */
export function componentsHtml(body: ComponentsBody, options: PageOptions): string {
  return body.components
    .map((component, index) => {
      if (component.type === ComponentType.TextDisplay)
        return block('content', markdownHtml(component.content, options.language));
      const parts = component.components.map((part) => partHtml(part, body, options));
      return `<article class="embed layout bar-${index}">\n${parts.filter(Boolean).join('\n')}\n</article>`;
    })
    .join('\n');
}

/** The colours of its containers. */
export const componentBars = (body: ComponentsBody): string =>
  body.components
    .map((component, index) =>
      component.type === ComponentType.Container
        ? `.bar-${index} { border-left-color: #${(component.accent_color ?? 0).toString(16).padStart(6, '0')}; }\n`
        : '',
    )
    .join('');

/** Its headline, for the page's title. */
export function headlineOf({ components }: ComponentsBody): string {
  const inside = components.flatMap((item) => (item.type === ComponentType.Container ? item.components : []));
  const lines = inside.flatMap((part) =>
    part.type === ComponentType.TextDisplay ? part.content.split('\n') : [],
  );
  const heading = lines.find((line) => line.startsWith('### '))?.slice(4) ?? '';
  return /^\[(.*)\]\(\S+\)$/.exec(heading)?.[1] ?? heading;
}
