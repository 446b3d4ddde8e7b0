import type { Line, Run } from '../message.ts';
import { plain, truncate } from '../text.ts';
import { LIMITS } from './limits.ts';

/** A link longer than this inside a text takes the room of what it is about. */
const LONGEST_INLINE_URL = 600;

const MARKUP = /[\\*_~`|<>#[\]]/g;

/**
 * Makes a plain text inert where Discord reads markdown: it is shown as it is, and nothing in it formats, links, mentions or
 * turns into an emoji or a timestamp. `allowed_mentions` must be set all the same: escaping alone is not enough.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(MARKUP, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/@/g, '@\u200b')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d{1,9})\.(?= )/, '$1\\.');
}

/** What a grapheme cluster takes once it is escaped; never less than it will. */
const escapedLength = (cluster: string): number =>
  cluster.length + (cluster.match(/[\\*_~`|<>#[\]:@+.-]/g)?.length ?? 0);

/** A hostile text, cleaned, cut to fit and escaped: at most `max` units. */
export function inertText(text: string, max: number): string {
  return escapeMarkdown(truncate(plain(text), max, escapedLength));
}

/** An http(s) address that Discord takes, null for any other. */
export function safeUrl(url: string | null, max: number = LIMITS.url): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  const href = parsed.href.replace(/[()[\]\\<>|`*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return href.length <= max ? href : null;
}

/** Noon in UTC, so that the day is the same wherever it is read. */
const discordDay = (day: string): string => `<t:${Math.floor(Date.parse(`${day}T12:00:00Z`) / 1000)}:D>`;

function renderRun(run: Run, max: number): string {
  switch (run.kind) {
    case 'day':
      return discordDay(run.day);
    case 'dim':
      return escapeMarkdown(run.text);
    case 'link': {
      const url = safeUrl(run.url, LONGEST_INLINE_URL);
      return url === null ? inertText(run.text, max) : `[${inertText(run.text, 100)}](${url})`;
    }
    case 'text': {
      if (!run.strong) return keepBlanks(run.text, inertText(run.text, max));
      const strong = inertText(run.text, max - 4);
      return keepBlanks(run.text, strong && `**${strong}**`);
    }
  }
}

/** `plain` trims; between two runs a blank matters. */
const keepBlanks = (original: string, rendered: string): string =>
  `${/^\s/.test(original) && rendered ? ' ' : ''}${rendered}${/\s$/.test(original) && rendered ? ' ' : ''}`;

/** One line as markdown of at most `max` units: its texts give way first, then the line is left out (''). */
function renderLine(line: Line, max: number): string {
  const fixed = line
    .filter(({ kind }) => kind !== 'text')
    .reduce((sum, run) => sum + renderRun(run, 100).length, 0);
  let room = max - fixed;
  if (room < 0) return '';
  let rendered = '';
  for (const run of line) {
    // Two units for the blanks around a text.
    const piece = renderRun(run, run.kind === 'text' ? room - 2 : 100);
    if (run.kind === 'text') room -= piece.length;
    rendered += piece;
  }
  return rendered.length <= max ? rendered : '';
}

/**
 * As many of the first lines as fit into `max` units of markdown, and how many those were. A first line that is too
 * long for that is cut.
 */
export function fitLines(lines: readonly Line[], max: number): { text: string; taken: number } {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const next = renderLine(line, index === 0 ? max : Number.POSITIVE_INFINITY);
    const longer = index === 0 ? next : `${text}\n${next}`;
    const lost = next === '' && line.length > 0;
    if (lost || longer.length > max) return { text: orNothing(text), taken: index };
    text = longer;
  }
  return { text: orNothing(text), taken: lines.length };
}

/** Discord takes blank lines alone for no text at all. */
const orNothing = (text: string): string => (text.trim() === '' ? '' : text);
