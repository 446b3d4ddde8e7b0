import type { TimelineItem } from '../timeline.ts';
import { asJson, harmless } from './harmless.ts';

/** Text that Markdown shows as it stands, in one line. */
export function escaped(text: string): string {
  return harmless(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/, '\\$1');
}

/**
 * An address that can neither end the link around it nor command a terminal, else as it is: CommonMark sees no emphasis in one.
 * Null for anything but http and https.
 */
export function target(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  return url.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069<>()[\]\\|`]/gu, (char) =>
    encodeURIComponent(char).replace('(', '%28').replace(')', '%29'),
  );
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return target(value) === null ? escaped(value) : `<${target(value)}>`;
  return escaped(typeof value === 'object' ? asJson(value) : String(value));
}

/** Rows as a table of GitHub-flavoured Markdown. */
export function markdownTable<T extends object>(
  columns: readonly (keyof T & string)[],
  rows: readonly T[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return (
    line(columns) +
    line(columns.map(() => '---')) +
    rows.map((row) => line(columns.map((name) => cell(row[name])))).join('')
  );
}

/** A chronology: a heading a month, a line an event or story, with where it can be read. */
export function markdownChronology(title: string, items: readonly TimelineItem[]): string {
  const lines = [`# ${escaped(title)}`];
  let month = '';
  for (const { day, kind, text, urls, articles } of items) {
    if (day.slice(0, 7) !== month) {
      month = day.slice(0, 7);
      lines.push('', `## ${month}`, '');
    }
    const sources = urls.flatMap((url, i) => {
      const address = target(url);
      return address === null ? [] : [`[${i + 1}](${address})`];
    });
    const facts = [
      ...(articles === null ? [] : [`${articles} ${articles === 1 ? 'article' : 'articles'}`]),
      ...sources,
    ];
    const words = kind === 'event' ? `**${escaped(text)}**` : escaped(text);
    lines.push(`* ${day}: ${words}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`);
  }
  return `${lines.join('\n')}\n`;
}
