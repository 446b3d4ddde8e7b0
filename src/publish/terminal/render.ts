import colors from 'picocolors';
import type { Line, Message, MessageField, Run } from '../message.ts';
import { plain, truncate } from '../text.ts';
import { terminalLink } from './link.ts';
import { chunks, displayWidth } from './width.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  width: number;
  color: boolean;
  /** Titles and outlets as OSC 8 hyperlinks; without, the lead article's address stands under the title. */
  links: boolean;
}

const NARROWEST = 40;
const WIDEST = 88;
const LONGEST_TEXT = 2_000;

type Style = (text: string) => string;

/** A word with what is done to it once its place is known. */
interface Piece {
  text: string;
  style: Style;
}

type Palette = ReturnType<typeof colors.createColors>;

interface Pen {
  palette: Palette;
  links: boolean;
  language: string;
}

const same: Style = (text) => text;

function hyperlink(pen: Pen, url: string, style: Style): Style {
  return pen.links ? (text) => terminalLink(url, style(text)) : style;
}

function dayName(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T12:00:00Z`));
}

function styled(run: Run, pen: Pen): { text: string; style: Style } {
  const { palette } = pen;
  switch (run.kind) {
    case 'text':
      return { text: run.text, style: run.strong ? palette.bold : same };
    case 'link':
      return { text: run.text, style: hyperlink(pen, run.url, palette.cyan) };
    case 'dim':
      return { text: run.text, style: palette.dim };
    case 'day':
      return { text: dayName(run.day, pen.language), style: same };
  }
}

/** Words of a line; blanks stand as pieces of their own. */
function pieces(line: Line, pen: Pen): Piece[] {
  return line.flatMap((run) => {
    const { text, style } = styled(run, pen);
    const edges = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
    const clean = truncate(plain(text), LONGEST_TEXT);
    return `${edges[0]}${clean}${edges[1]}`
      .split(/( )/)
      .filter(Boolean)
      .map((word) => ({ text: word, style: word === ' ' ? same : style }));
  });
}

/** Styled rows of at most `width` columns, each with the columns it takes. */
type Row = { text: string; width: number };

const BLANK: Row[] = [{ text: '', width: 0 }];

function wrap(all: Piece[], width: number): Row[] {
  const rows: Row[] = [];
  let row: Row = { text: '', width: 0 };
  let blank = false;
  // A word may be several pieces (a link and the comma after it): they stay together.
  for (const [index, piece] of all.entries()) {
    if (piece.text === ' ') {
      blank = true;
      continue;
    }
    let together = 0;
    for (let at = index; at < all.length && all[at]?.text !== ' '; at += 1)
      together += displayWidth(all[at]?.text ?? '');
    const starts = index === 0 || all[index - 1]?.text === ' ';
    const gap = blank && row.width > 0 ? 1 : 0;
    if (starts && row.width > 0 && row.width + gap + together > width) {
      rows.push(row);
      row = { text: '', width: 0 };
    } else if (gap) row = { text: `${row.text} `, width: row.width + 1 };
    blank = false;
    for (const part of chunks(piece.text, width)) {
      const columns = displayWidth(part);
      if (row.width + columns > width) {
        rows.push(row);
        row = { text: '', width: 0 };
      }
      row = { text: row.text + piece.style(part), width: row.width + columns };
    }
  }
  return row.width > 0 ? [...rows, row] : rows;
}

const textRows = (text: string, style: Style, width: number): Row[] =>
  wrap(
    truncate(plain(text), LONGEST_TEXT)
      .split(/( )/)
      .filter(Boolean)
      .map((word) => ({ text: word, style })),
    width,
  );

const GAP = 3;

/** Fields side by side, as many as there are, each with its name above. */
function sideBySide(fields: MessageField[], pen: Pen, width: number): Row[] {
  const column = Math.floor((width - GAP * (fields.length - 1)) / fields.length);
  const blocks = fields.map((field) => fieldRows(field, pen, column));
  const height = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, index) => {
    let text = '';
    let used = 0;
    for (const [at, block] of blocks.entries()) {
      const start = at * (column + GAP);
      const cell = block[index] ?? { text: '', width: 0 };
      text += ' '.repeat(Math.max(0, start - used)) + cell.text;
      used = Math.max(used, start) + cell.width;
    }
    return { text, width: used };
  });
}

function fieldRows(field: MessageField, pen: Pen, width: number): Row[] {
  return [
    ...textRows(field.name, pen.palette.bold, width),
    ...field.lines.flatMap((line) => wrap(pieces(line, pen), width)),
  ];
}

/** Neighbouring inline fields share rows, two by two; the others take the whole width. */
function allFields(fields: readonly MessageField[], pen: Pen, width: number): Row[][] {
  const groups: MessageField[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (field.inline && last?.[0]?.inline && last.length < 2) last.push(field);
    else groups.push([field]);
  }
  return groups.map((group) => sideBySide(group, pen, width));
}

function heading(message: Message, pen: Pen, width: number): Row[] {
  const { palette } = pen;
  const languages = message.languages.map((language) => language.toUpperCase()).join(' ');
  const kicker = [message.kicker, languages].filter(Boolean).join(' · ');
  const title: Style = (text) => palette.bold(palette.blue(text));
  return [
    ...(kicker ? textRows(kicker, palette.dim, width) : []),
    ...textRows(
      message.title,
      message.url ? hyperlink(pen, message.url, title) : (text) => palette.bold(text),
      width,
    ),
    ...(message.url && !pen.links ? textRows(message.url, palette.dim, width) : []),
  ];
}

/** A message as a box that looks like a Discord embed, ending with a line break; no escape code where colour and
 * links are off, and none from the web ever. */
export function terminalBox(message: Message, options: TerminalOptions): string {
  const palette = colors.createColors(options.color);
  const pen = { palette, links: options.links, language: message.language };
  const outer = Math.min(WIDEST, Math.max(NARROWEST, options.width));
  const width = outer - 4;
  const at = new Intl.DateTimeFormat(message.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(message.at));
  const blocks = [
    heading(message, pen, width),
    message.body.flatMap((line) => (line.length > 0 ? wrap(pieces(line, pen), width) : BLANK)),
    (message.picture?.lines ?? []).flatMap((line) => wrap(pieces(line, pen), width)),
    ...allFields(message.fields, pen, width),
    textRows(`${message.footer} · ${at} UTC`, palette.dim, width),
  ].filter((block) => block.length > 0);
  const rows = blocks.flatMap((block, index) => (index === 0 ? block : [{ text: '', width: 0 }, ...block]));
  const bar = message.tone === 'story' ? palette.blue('┃') : palette.gray('┃');
  const edge = palette.dim('│');
  const rule = '─'.repeat(outer - 2);
  return [
    palette.dim(`╭${rule}╮`),
    ...rows.map((row) => `${bar} ${row.text}${' '.repeat(Math.max(0, width - row.width))} ${edge}`),
    palette.dim(`╰${rule}╯`),
    '',
  ].join('\n');
}
