import type { Command } from 'commander';
import type { Filters } from '../query/search.ts';
import { type StoryRow, stories } from '../query/stories.ts';
import { createContext } from './context.ts';
import { filtersOf, withFilters } from './filters.ts';
import { json, line, type Output, table, when } from './output.ts';

/** `standoff stories`: the latest stories. */
export function register(program: Command): void {
  withFilters(program.command('stories'))
    .description('list stories, the latest first')
    .addHelpText('after', '\nExample:\n  $ standoff stories --topic injunction --since 2025-05-01')
    .action((options: Filters & { in?: string }, command: Command) => {
      const { output, json: machine, reading } = createContext(command);
      const rows = reading((db) => stories(db, filtersOf(options)));
      if (machine) return json(output, rows);
      printStories(output, rows);
    });
}

/** For people: one line a story. */
export function printStories(output: Output, rows: readonly StoryRow[]): void {
  if (rows.length === 0) {
    line(output, 'No story matches.');
    return;
  }
  table(
    output,
    ['id', 'last seen', 'stage', 'articles', 'outlets', 'title'],
    rows.map((row) => [row.id, when(row.lastSeenAt), row.stage, row.articles, row.outlets, row.title]),
    5,
  );
}
