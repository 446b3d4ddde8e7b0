import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Context } from './context.ts';
import type { Output } from './output.ts';

/** As git sets them: colours, no pager for what fits on a screen, the text stays; UTF-8 whatever the locale. */
const LESS = { LESS: 'FRX', LESSCHARSET: 'utf-8', LV: '-c' };
/** The first version of less that lets links through. */
const LESS_WITH_LINKS = 566;
/** What a shell says of a command that it cannot run, or find. */
const NOT_RUN = [126, 127];

/** Screen rows that a text without links takes. */
function rowsOf(text: string, width: number): number {
  const lines = stripVTControlCharacters(text).replace(/\n$/, '').split('\n');
  return lines.reduce((sum, row) => sum + Math.max(1, Math.ceil(row.length / width)), 0);
}

function showsLinks(pager: string): boolean {
  if (basename(pager.split(/\s/, 1)[0] ?? '') !== 'less') return false;
  const { stdout } = spawnSync('less', ['--version'], { encoding: 'utf8' });
  return Number(/^less (\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= LESS_WITH_LINKS;
}

/** Runs the pager to its end; gives whether it could be run. Ctrl-C is the pager's business meanwhile, as in git. */
function show(pager: string, input: string): boolean {
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  try {
    const { error, status } = spawnSync(pager, {
      input,
      env: { ...LESS, ...process.env },
      // A command line of the user's own is read by the shell, as every program that knows PAGER does.
      shell: pager !== 'less',
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    // Who leaves before the end closes the pipe: no failure.
    const left = error !== undefined && 'code' in error && error.code === 'EPIPE';
    return (error === undefined || left) && !NOT_RUN.includes(status ?? 0);
  } finally {
    process.off('SIGINT', ignore);
  }
}

/**
 * Prints for people: on a terminal, what is longer than the screen through the pager. Without one that can be run it is
 * printed as it is.
 * @param print is called up to two times
 */
export function paged(
  { output, pager }: Pick<Context, 'output' | 'pager'>,
  print: (output: Output) => void,
): void {
  const { out, width, links } = output;
  if (pager === null || out.isTTY !== true || !out.rows) {
    print(output);
    return;
  }
  const printed = (withLinks: boolean): string => {
    let text = '';
    const write = (chunk: string) => {
      text += chunk;
    };
    print({ ...output, links: withLinks, out: { isTTY: true, columns: width, rows: out.rows ?? 0, write } });
    return text;
  };
  const bare = printed(false);
  const fits = rowsOf(bare, width) < out.rows;
  const text = links && (fits || showsLinks(pager)) ? printed(true) : bare;
  if (fits || !show(pager, text)) out.write(text);
}
