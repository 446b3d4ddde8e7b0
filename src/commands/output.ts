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
  return { out, err, color: colors.createColors(wanted), width: out.columns ?? 100 };
}

/** Prints a line of the result. */
export function line(output: Output, text = ''): void {
  output.out.write(`${text}\n`);
}

/** Prints a result for machines. */
export function json(output: Output, value: unknown): void {
  line(output, JSON.stringify(value, null, 2));
}

const INVISIBLE = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '',
  'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ',
};

/** Rows in aligned columns; the widest text column gives way when the terminal is narrow. */
export function table(output: Output, head: string[], rows: (string | number | null)[][], flexible: number): void {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '–' : clean(String(cell)))));
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => visible(row[i] ?? ''))));
  const others = widths.reduce((sum, width, i) => (i === flexible ? sum : sum + width + 2), 0);
  widths[flexible] = Math.max(16, Math.min(widths[flexible] ?? 16, output.width - others));
  const drawn = new Table({
    head: head.map((title) => output.color.dim(title)),
    chars: INVISIBLE,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths,
    wordWrap: false,
  });
  drawn.push(...cells);
  line(output, drawn.toString().replace(/[ \t]+$/gm, ''));
}

// biome's control-character rule is right to stop these elsewhere: here they are what is looked for.
const CONTROL = new RegExp('[\\u0000-\\u0008\\u000b-\\u001a\\u001c-\\u001f\\u007f-\\u009f]', 'g');
const ANSI = new RegExp('\\u001b\\[[0-9;]*m', 'g');

/** Text from the web without anything that could command the terminal. */
export function clean(text: string): string {
  return text.replace(CONTROL, '').replace(/\s+/g, ' ');
}

/** Text from the web that must not even carry colours. */
export function plain(text: string): string {
  return clean(text.split('\u001b').join(''));
}

function visible(text: string): number {
  return text.replace(ANSI, '').length;
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
