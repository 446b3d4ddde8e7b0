import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';
import colors from 'picocolors';

export type Colors = ReturnType<typeof colors.createColors>;

/** Where a command prints. Results go to `out`, progress and remarks to `err`, so that pipes stay clean. */
export interface Output {
  out: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  err: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  color: Colors;
  /** Columns of the terminal; 100 where there is none. */
  width: number;
}

/** The process's own streams; colours only on a terminal, NO_COLOR and --no-color respected. */
export function terminalOutput(options: { color: boolean }): Output {
  const { stdout: out, stderr: err } = process;
  const wanted = options.color && out.isTTY === true && !process.env.NO_COLOR;
  return { out, err, color: colors.createColors(wanted), width: out.columns || 100 };
}

/** Prints a line of the result. */
export function line(output: Output, text = ''): void {
  output.out.write(`${text}\n`);
}

/** Prints a result for machines. */
export function json(output: Output, value: unknown): void {
  line(output, JSON.stringify(value, null, 2));
}

function drawCell(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'object') return cell.paint(plain(cell.text));
  return plain(String(cell));
}

const INVISIBLE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Text with a colour of ours. */
export interface Painted {
  text: string;
  paint: (text: string) => string;
}
export type Cell = string | number | null | Painted;

const TABLE_ROWS = 100;

/** Rows in aligned columns; the column at `flexible` gives way when the terminal is narrow. */
export function table(output: Output, head: string[], rows: Cell[][], flexible: number): void {
  const cells = rows.map((row) => row.map(drawCell));
  const widths = head.map((title, i) =>
    cells.reduce((most, row) => Math.max(most, stripVTControlCharacters(row[i] ?? '').length), title.length),
  );
  const others = widths.reduce((sum, width, i) => (i === flexible ? sum : sum + width + 2), 0);
  widths[flexible] = Math.max(16, Math.min(widths[flexible] ?? 16, output.width - others));
  // cli-table3 lays out in time quadratic in the rows.
  for (let from = 0; from === 0 || from < cells.length; from += TABLE_ROWS) {
    const drawn = new Table({
      head: from === 0 ? head.map((title) => output.color.dim(title)) : [],
      chars: INVISIBLE,
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
      colWidths: widths,
      wordWrap: false,
    });
    drawn.push(...cells.slice(from, from + TABLE_ROWS));
    line(output, drawn.toString().replace(/[ \t]+$/gm, ''));
  }
}

/** Text from the web in one line, without anything that could command the terminal. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '');
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
