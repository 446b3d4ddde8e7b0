import colors from 'picocolors';
import { terminalLink } from '../publish/terminal/link.ts';
import { chunks, displayWidth } from '../publish/terminal/width.ts';
import { asJson } from '../query/export/harmless.ts';
import { knowsLinks } from './terminal.ts';

export type Colors = ReturnType<typeof colors.createColors>;

/** What results are written to. */
export interface Paper {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
  rows?: number;
}

/** Where a command prints. Results go to `out`, progress and remarks to `err`, so that pipes stay clean. */
export interface Output {
  out: Paper;
  err: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  color: Colors;
  /** Columns of the terminal; 100 where there is none. */
  width: number;
  /** Whether the terminal shows links (OSC 8). */
  links: boolean;
}

/** The process's own streams; colours and links only on a terminal, NO_COLOR and --no-color respected. */
export function terminalOutput(options: { color: boolean }): Output {
  const { stdout: out, stderr: err } = process;
  const wanted = options.color && out.isTTY === true && !process.env.NO_COLOR;
  return {
    out,
    err,
    color: colors.createColors(wanted),
    width: out.columns || 100,
    links: knowsLinks(process.env, out.isTTY === true),
  };
}

/** Prints a line of the result. */
export function line(output: Output, text = ''): void {
  output.out.write(`${text}\n`);
}

/** A title, in lines of the terminal's width where there is one. */
export function heading(output: Output, title: string): void {
  const room = output.out.isTTY ? output.width : Number.POSITIVE_INFINITY;
  for (const part of wrap(title, room).split('\n')) line(output, output.color.bold(part));
}

/** Text of ours that leads to an address, where the terminal shows links. */
export function link({ links }: Output, url: string | null, text: string): string {
  return links && url !== null ? terminalLink(url, text) : text;
}

/** Prints a result for machines. */
export function json(output: Output, value: unknown): void {
  line(output, asJson(value, 2));
}

/** Text with a colour of ours. */
export interface Painted {
  text: string;
  paint: (text: string) => string;
}
/** Text that leads to an address, where the terminal shows links. */
export interface Linked {
  text: string;
  url: string | null;
}
export type Cell = string | number | null | Painted | Linked;

/** Columns that a table's column keeps, and that the flexible one keeps as long as another is wider. */
const NARROWEST = 16;
const READABLE = 28;
const GAP = '  ';

/** A cell's text in one line, and what is done to it once its place is known. */
interface Drawn {
  text: string;
  style: (text: string) => string;
}

function drawn(output: Output, cell: Cell): Drawn {
  const same = (text: string) => text;
  if (cell === null) return { text: '–', style: same };
  if (typeof cell !== 'object') return { text: plain(String(cell)), style: same };
  if ('paint' in cell) return { text: plain(cell.text), style: cell.paint };
  return { text: plain(cell.text), style: (text) => link(output, cell.url, text) };
}

/** Rows one below the other, each cell beside its name: for terminals too narrow for columns. */
function cards(output: Output, head: readonly string[], rows: readonly Drawn[][]): void {
  const most = Math.max(...head.map((title) => title.length));
  const room = Math.max(NARROWEST, output.width - most - 1);
  rows.forEach((row, at) => {
    if (at > 0) line(output);
    row.forEach(({ text, style }, i) => {
      const [first = '', ...more] = wrap(text, room).split('\n');
      line(output, `${output.color.dim((head[i] ?? '').padEnd(most))} ${style(first)}`);
      for (const part of more) line(output, `${' '.repeat(most)} ${style(part)}`);
    });
  });
}

/** A cell in so many columns; what is too long ends with an ellipsis. */
function fitted({ text, style }: Drawn, width: number): string {
  const columns = displayWidth(text);
  if (columns <= width) return style(text) + ' '.repeat(width - columns);
  // Longer than any text of that width, whatever its characters.
  const [begin = ''] = chunks(text.slice(0, 40 * width), width - 1);
  return `${style(`${begin.trimEnd()}…`)}${' '.repeat(Math.max(0, width - 1 - displayWidth(begin.trimEnd())))}`;
}

const sumOf = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));

/** Column widths that fit into the terminal, the widest made narrower; null where there are too many columns for it. */
function squeezed(widths: readonly number[], room: number): number[] | null {
  const narrow = [...widths];
  while (sumOf(narrow) > room) {
    const widest = narrow.indexOf(Math.max(...narrow));
    const width = narrow[widest] ?? 0;
    if (width <= NARROWEST) return null;
    narrow[widest] = width - 1;
  }
  return narrow;
}

/**
 * Rows in aligned columns; the column at `flexible` gives way when there is little room, on a terminal then the other wide
 * ones. Where even that does not fit a terminal, each row is printed as a few lines. In a pipe a flexible column at the end is
 * printed whole: what follows may look for its words.
 */
export function table(output: Output, head: string[], rows: Cell[][], flexible: number): void {
  const cells = rows.map((row) => row.map((cell) => drawn(output, cell)));
  const widths = head.map((title, i) =>
    cells.reduce((most, row) => Math.max(most, displayWidth(row[i]?.text ?? '')), title.length),
  );
  const wanted = widths[flexible] ?? 0;
  const squeezing = output.out.isTTY === true && rows.length > 0;
  const least = squeezing ? Math.min(wanted, READABLE) : NARROWEST;
  widths[flexible] = Math.max(least, Math.min(wanted, output.width - sumOf(widths) + wanted));
  const fitting = squeezing ? squeezed(widths, output.width) : widths;
  if (fitting === null) {
    cards(output, head, cells);
    return;
  }
  const titles = head.map((text): Drawn => ({ text, style: output.color.dim }));
  const whole = !output.out.isTTY && flexible === head.length - 1;
  for (const row of [titles, ...cells]) {
    const parts = row.map((cell, i) =>
      whole && i === flexible ? cell.style(cell.text) : fitted(cell, fitting[i] ?? 0),
    );
    line(output, parts.join(GAP).trimEnd());
  }
}

/** Text from the web in one line, without anything that could command the terminal or turn the line around. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** `2025-05-27 10:00`, in the reader's own zone. */
export function when(instant: string | null): string {
  if (instant === null) return '–';
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Breaks text at spaces to the given width. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let current = '';
  for (const word of plain(text).split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width - indent.length) {
      lines.push(indent + current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  lines.push(indent + current);
  return lines.join('\n');
}
