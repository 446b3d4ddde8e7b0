import type { Command } from 'commander';
import type { Filters } from '../query/search.ts';
import { stories } from '../query/stories.ts';
import { createContext } from './context.ts';
import { filtersOf, withFilters } from './filters.ts';
import { json, line, table, when } from './output.ts';

/** `standoff stories`: the latest stories. */
export function register(program: Command): void {
  withFilters(program.command('stories'))
    .description('list stories, the latest first')
    .addHelpText('after', '\nExample:\n  $ standoff stories --topic injunction --since 2025-05-01')
    .action((options: Filters & { in?: string }, command: Command) => {
      const { output, json: machine, reading } = createContext(command);
      const rows = reading((db) => stories(db, filtersOf(options)));
      if (machine) return json(output, rows);
      if (rows.length === 0) return line(output, 'No story matches.');
      table(
        output,
        ['id', 'last seen', 'stage', 'articles', 'outlets', 'title'],
        rows.map((row) => [row.id, when(row.lastSeenAt), row.stage, row.articles, row.outlets, row.title]),
        5,
      );
    });
}
