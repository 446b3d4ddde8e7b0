import { anchor, escapeHtml } from './escape.ts';

/** Escape, link, bold, italics (two forms), timestamp, role. Each alternative ends at the next sign of its kind, so that a scan
 * of hostile text stays linear; twelve digits are less than the last day that a Date can hold. */
const MARKUP =
  /\\(?<sign>[!-/:-@[-`{-~])|\[(?<label>(?:\\.|[^\\[\]])+)\]\((?<url>https?:\/\/[^\s()<>]+)\)|\*\*(?<bold>(?:\\.|(?!\*\*)[^\\])+)\*\*|\*(?=\S)(?<star>(?:\\.|[^\\*])+)\*|_(?<line>(?:\\.|[^\\_])+)_(?!\w)|<t:(?<seconds>-?\d{1,12}):(?<style>[Df])>|<@&(?<role>\d{1,20})>/g;

interface Reader {
  language: string;
  timezone: string;
}

/** As Discord shows `<t:…:D>`, `27. Mai 2025`, and `<t:…:f>`, with the time of day. */
function momentName(seconds: number, style: string | undefined, { language, timezone }: Reader): string {
  const withTime = style === 'f' && ({ timeStyle: 'short', timeZone: timezone } as const);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC', ...withTime });
  return format.format(new Date(seconds * 1000));
}

const plainHtml = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

type Groups = Partial<
  Record<'sign' | 'label' | 'url' | 'bold' | 'star' | 'line' | 'seconds' | 'style' | 'role', string>
>;

function render(groups: Groups, reader: Reader): string {
  const { sign, label, url, bold, star, line, seconds, style, role } = groups;
  if (sign !== undefined) return escapeHtml(sign);
  if (label !== undefined && url !== undefined)
    return anchor(url, markdownHtml(label, reader.language, reader.timezone));
  if (bold !== undefined) return `<strong>${markdownHtml(bold, reader.language, reader.timezone)}</strong>`;
  if (seconds !== undefined) return `<time>${escapeHtml(momentName(Number(seconds), style, reader))}</time>`;
  if (role !== undefined) return `<span class="mention">@${role}</span>`;
  return `<em>${markdownHtml(star ?? line ?? '', reader.language, reader.timezone)}</em>`;
}

/**
 * Discord's markdown as HTML, as far as messages use it: escapes, links, bold, italics, moments, roles and line breaks.
 * Everything else is shown as it stands.
 * @param language of the names of months
 * @param timezone of times of day
 */
export function markdownHtml(markdown: string, language: string, timezone = 'UTC'): string {
  const reader = { language, timezone };
  let rendered = '';
  let shown = 0;
  for (const match of markdown.matchAll(MARKUP)) {
    rendered += plainHtml(markdown.slice(shown, match.index)) + render(match.groups ?? {}, reader);
    shown = match.index + match[0].length;
  }
  return rendered + plainHtml(markdown.slice(shown));
}

/** Markdown without its escapes, for where only plain text can stand. */
export function withoutEscapes(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
