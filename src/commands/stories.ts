import type { Command } from 'commander';
import { type StoryRow, stories } from '../query/stories.ts';
import { createContext } from './context.ts';
import { filtersOf, type ListOptions, withFilters } from './filters.ts';
import { known } from './known.ts';
import { printList } from './list.ts';
import { line, type Output, table, when } from './output.ts';

const COLUMNS = [
  'id',
  'firstSeenAt',
  'lastSeenAt',
  'grade',
  'stage',
  'articles',
  'outlets',
  'language',
  'outlet',
  'title',
  'url',
] as const;

/** `standoff stories`: the latest stories. */
export function register(program: Command): void {
  withFilters(program.command('stories'))
    .description('list stories, the latest first')
    .addHelpText('after', '\nExample:\n  $ standoff stories --topic injunction --since 2025-05-01')
    .action((options: ListOptions, command: Command) => {
      const context = createContext(command);
      const filters = filtersOf(options);
      const rows = context.reading((db) => stories(db, known(db, filters)));
      printList(context, options, {
        rows,
        columns: COLUMNS,
        limit: filters.limit,
        human: (paper) => printStories(paper, rows),
      });
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
    rows.map((row) => [
      row.id,
      when(row.lastSeenAt),
      row.stage,
      row.articles,
      row.outlets,
      { text: row.title, url: row.url },
    ]),
    5,
  );
}
