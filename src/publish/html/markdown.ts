import { anchor, escapeHtml } from './escape.ts';

/** Escape, link, bold, italics (two forms), timestamp, role. Each alternative ends at the next sign of its kind, so that a scan
 * of hostile text stays linear; twelve digits are less than the last day that a Date can hold. */
const MARKUP =
  /\\(?<sign>[!-/:-@[-`{-~])|\[(?<label>(?:\\.|[^\\[\]])+)\]\((?<url>https?:\/\/[^\s()<>]+)\)|\*\*(?<bold>(?:\\.|(?!\*\*)[^\\])+)\*\*|\*(?=\S)(?<star>(?:\\.|[^\\*])+)\*|_(?<line>(?:\\.|[^\\_])+)_(?!\w)|<t:(?<seconds>-?\d{1,12}):(?<style>[Df])>|<@&(?<role>\d{1,20})>/g;

/** As Discord shows `<t:…:D>`, `27. Mai 2025`, and `<t:…:f>`, with the time of day. */
function dayName(seconds: number, language: string, style: string | undefined): string {
  const time = style === 'f' && ({ timeStyle: 'short' } as const);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...time, timeZone: 'UTC' });
  return format.format(new Date(seconds * 1000));
}

const plainHtml = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

type Groups = Partial<
  Record<'sign' | 'label' | 'url' | 'bold' | 'star' | 'line' | 'seconds' | 'style' | 'role', string>
>;

function render(groups: Groups, language: string): string {
  const { sign, label, url, bold, star, line, seconds, style, role } = groups;
  if (sign !== undefined) return escapeHtml(sign);
  if (label !== undefined && url !== undefined) return anchor(url, markdownHtml(label, language));
  if (bold !== undefined) return `<strong>${markdownHtml(bold, language)}</strong>`;
  if (seconds !== undefined) return `<time>${escapeHtml(dayName(Number(seconds), language, style))}</time>`;
  if (role !== undefined) return `<span class="mention">@${role}</span>`;
  return `<em>${markdownHtml(star ?? line ?? '', language)}</em>`;
}

/**
 * Discord's markdown as HTML, as far as messages use it: escapes, links, bold, italics, moments, roles and line breaks. Everything
 * else is shown as it stands.
 * @param language of the names of months
 */
export function markdownHtml(markdown: string, language: string): string {
  let html = '';
  let shown = 0;
  for (const match of markdown.matchAll(MARKUP)) {
    html += plainHtml(markdown.slice(shown, match.index)) + render(match.groups ?? {}, language);
    shown = match.index + match[0].length;
  }
  return html + plainHtml(markdown.slice(shown));
}

/** Markdown without its escapes, for where only plain text can stand. */
export function withoutEscapes(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
