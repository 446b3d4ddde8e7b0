import type { Command } from 'commander';
import { csv } from '../query/export/csv.ts';
import { markdownTable } from '../query/export/markdown.ts';
import type { Context } from './context.ts';
import { CommandError } from './error.ts';
import { json } from './output.ts';

/** How a list is to be printed, apart from `--json`, which every command takes. */
export interface Formats {
  csv?: boolean;
  md?: boolean;
}

/** A list with what machines and people see of it. */
export interface Listing<T extends object> {
  rows: readonly T[];
  /** Of CSV and Markdown, in order. */
  columns: readonly (keyof T & string)[];
  /** Prints it for people. */
  human: () => void;
}

/** Adds the formats of a list to a command. */
export function withFormats(command: Command): Command {
  return command
    .option('--csv', 'print as CSV (texts that look like formulas get an apostrophe)')
    .option('--md', 'print as a Markdown table');
}

/** Prints a list in the format asked for. @throws {CommandError} when more than one is */
export function printList<T extends object>(context: Context, formats: Formats, list: Listing<T>): void {
  const wanted = [context.json, formats.csv, formats.md].filter(Boolean).length;
  if (wanted > 1) throw new CommandError('choose one of --json, --csv and --md');
  if (context.json) json(context.output, list.rows);
  else if (formats.csv) context.output.out.write(csv(list.columns, list.rows));
  else if (formats.md) context.output.out.write(markdownTable(list.columns, list.rows));
  else list.human();
}
