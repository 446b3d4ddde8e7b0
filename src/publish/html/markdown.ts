import { anchor, escapeHtml } from './escape.ts';

/** Escape, link, bold, italics (two forms), timestamp. Each alternative ends at the next sign of its kind, so that a scan
 * of hostile text stays linear; twelve digits are less than the last day that a Date can hold. */
const MARKUP =
  /\\(?<sign>[!-/:-@[-`{-~])|\[(?<label>(?:\\.|[^\\[\]])+)\]\((?<url>https?:\/\/[^\s()<>]+)\)|\*\*(?<bold>(?:\\.|(?!\*\*)[^\\])+)\*\*|\*(?=\S)(?<star>(?:\\.|[^\\*])+)\*|_(?<line>(?:\\.|[^\\_])+)_(?!\w)|<t:(?<seconds>-?\d{1,12}):D>/g;

/** As Discord shows `<t:…:D>`: `27. Mai 2025`. */
function dayName(seconds: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(seconds * 1000));
}

const plainHtml = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

type Groups = Partial<Record<'sign' | 'label' | 'url' | 'bold' | 'star' | 'line' | 'seconds', string>>;

function render({ sign, label, url, bold, star, line, seconds }: Groups, language: string): string {
  if (sign !== undefined) return escapeHtml(sign);
  if (label !== undefined && url !== undefined) return anchor(url, markdownHtml(label, language));
  if (bold !== undefined) return `<strong>${markdownHtml(bold, language)}</strong>`;
  if (seconds !== undefined) return `<time>${escapeHtml(dayName(Number(seconds), language))}</time>`;
  return `<em>${markdownHtml(star ?? line ?? '', language)}</em>`;
}

/**
 * Discord's markdown as HTML, as far as messages use it: escapes, links, bold, italics, days and line breaks. Everything
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
