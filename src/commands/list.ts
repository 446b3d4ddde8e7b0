import { type Command, InvalidArgumentError } from 'commander';
import { csv } from '../query/export/csv.ts';
import { markdownTable } from '../query/export/markdown.ts';
import type { Context } from './context.ts';
import { UsageError } from './error.ts';
import { json, line, type Output } from './output.ts';
import { paged } from './pager.ts';

/** How a list is to be printed, apart from `--json`, which every command takes. */
export interface Formats {
  csv?: boolean;
  md?: boolean;
}

/** Which part of it. */
export interface Paging {
  limit?: number | undefined;
  page?: number | undefined;
}

/** A whole number above zero given by a user. */
export function count(text: string): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > 100_000) throw new InvalidArgumentError('Write a whole number from 1 to 100000.');
  return value;
}

/** A list with what machines and people see of it. */
export interface Listing<T extends object> {
  rows: readonly T[];
  /** Of CSV and Markdown, in order. */
  columns: readonly (keyof T & string)[];
  /** What `--json` prints, where that is more than the rows. */
  json?: unknown;
  /** So many rows are a whole page; there may be another. */
  limit?: number | undefined;
  /** Prints it for people. */
  human: (output: Output) => void;
}

/** Adds the formats of a list to a command. */
export function withFormats(command: Command): Command {
  return command
    .option('--csv', 'print as CSV (texts that look like formulas get an apostrophe)')
    .option('--md', 'print as a Markdown table');
}

/** Adds the formats of a list, and its pages. */
export function withPages(command: Command): Command {
  return withFormats(command)
    .option('--limit <n>', 'at most so many', count)
    .option('--page <n>', 'the n-th so many', count);
}

/** A page of rows that are all there; without a limit, all of them are one page. */
export function pageOf<T>(rows: readonly T[], { limit = rows.length, page = 1 }: Paging): T[] {
  return rows.slice((page - 1) * limit, page * limit);
}

/** Says that there may be more; only where people read along. */
function sayMore(
  output: Output,
  { rows, limit }: Pick<Listing<object>, 'rows' | 'limit'>,
  page: number,
): void {
  if (output.out.isTTY && rows.length === limit)
    line(output, output.color.dim(`There may be more: --page ${page + 1}`));
}

/**
 * Prints a list in the format asked for; for people through the pager where it is long. A page behind the last one is an
 * empty list for machines, with a remark on stderr.
 * @throws {UsageError} when more than one format is asked for
 */
export function printList<T extends object>(
  context: Context,
  { csv: asCsv, md, page = 1 }: Formats & Paging,
  list: Listing<T>,
): void {
  const { output } = context;
  if ([context.json, asCsv, md].filter(Boolean).length > 1)
    throw new UsageError('choose one of --json, --csv and --md');
  if (page > 1 && list.rows.length === 0)
    output.err.write(`There is no page ${page}: the list ends before it.\n`);
  if (context.json) json(output, list.json ?? list.rows);
  else if (asCsv) output.out.write(csv(list.columns, list.rows));
  else if (md) output.out.write(markdownTable(list.columns, list.rows));
  else if (page === 1 || list.rows.length > 0)
    paged(context, (paper) => {
      list.human(paper);
      sayMore(paper, list, page);
    });
}
