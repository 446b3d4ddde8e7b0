import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { packageRoot } from '../config/root.ts';
import type { SqlTable } from '../query/sql.ts';
import { createContext } from './context.ts';
import { CommandError } from './error.ts';
import { count, type Formats, printList, withFormats } from './list.ts';
import { json, line, table } from './output.ts';

interface SqlOptions extends Formats {
  limit: number;
  timeout: number;
  datasetteMetadata?: boolean;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value >= 0.1 && value <= 3600)) throw new InvalidArgumentError('Write seconds, from 0.1 to 3600.');
  return value;
}

/** `standoff sql`: a read-only question in SQL. */
export function register(program: Command): void {
  withFormats(program.command('sql'))
    .description('ask the database in SQL, read-only (views and questions: docs/database.md)')
    .argument('[query]', 'one SELECT')
    .option('--limit <n>', 'rows at most', count, 1000)
    .option('--timeout <seconds>', 'time it may take', seconds, 10)
    .option(
      '--datasette-metadata',
      'print a metadata file for Datasette: titles, descriptions, saved queries',
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ standoff sql "SELECT outlet, count(*) FROM articles WHERE grade = \'core\' GROUP BY outlet" --csv',
    )
    .action(async (query: string | undefined, options: SqlOptions, command: Command) => {
      const context = createContext(command);
      if (options.datasetteMetadata) {
        const { datasetteMetadata } = await import('../query/export/datasette.ts');
        const doc = readFileSync(join(packageRoot(), 'docs/database.md'), 'utf8');
        const path = context.databasePath();
        return json(context.output, datasetteMetadata(doc, basename(path, extname(path))));
      }
      if (query === undefined) return command.help({ error: true });
      const { ask, SqlError } = await import('../query/sql.ts');
      const path = context.existingDatabase();
      const found = await ask({ path, sql: query, limit: options.limit }, options.timeout * 1000).catch(
        (error: unknown) => {
          throw error instanceof SqlError ? new CommandError(error.message) : error;
        },
      );
      printList(context, options, {
        rows: objects(found),
        columns: found.columns,
        human: (paper) => print(paper, found),
      });
      if (found.more) context.output.err.write(`Only the first ${options.limit} rows; --limit gives more.\n`);
    });
}

/** Rows by column name. */
function objects({ columns, rows }: SqlTable): Record<string, string | number | null>[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));
}

function print(output: Parameters<typeof table>[0], { columns, rows }: SqlTable): void {
  if (rows.length === 0) {
    line(output, 'No row.');
    return;
  }
  const width = (i: number) => rows.reduce((most, row) => Math.max(most, String(row[i] ?? '').length), 0);
  const widest = columns.map((_, i) => i).sort((a, b) => width(b) - width(a))[0] ?? 0;
  table(output, columns, rows, widest);
}
