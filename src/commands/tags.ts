import type { Command } from 'commander';
import { tags } from '../query/lists.ts';
import { createContext } from './context.ts';
import { filtersOf, type ListOptions, withFilters } from './filters.ts';
import { known } from './known.ts';
import { printList } from './list.ts';
import { table, when } from './output.ts';

const COLUMNS = ['id', 'name', 'articles', 'outlets', 'lastAt'] as const;

const LENGTH = 200;

/** `standoff parties` and `standoff topics`: the dossier's ids with how much was printed on each. */
export function register(program: Command): void {
  add(program, 'parties', 'party', 'parties with their ids, those named most first');
  add(program, 'topics', 'topic', 'topics with their ids, those written about most first');
}

function add(program: Command, name: string, kind: 'party' | 'topic', description: string): void {
  withFilters(program.command(name), LENGTH)
    .description(description)
    .addHelpText('after', `\nExample:\n  $ standoff ${name} --since 2025-05-01`)
    .action((options: ListOptions, command: Command) => {
      const context = createContext(command);
      const filters = filtersOf(options, LENGTH);
      const rows = context.reading((db) => tags(db, kind, context.language, known(db, filters)));
      printList(context, options, {
        rows,
        columns: COLUMNS,
        limit: filters.limit,
        human: (paper) =>
          table(
            paper,
            ['id', 'articles', 'outlets', 'latest', 'name'],
            rows.map((row) => [row.id, row.articles, row.outlets, when(row.lastAt), row.name]),
            4,
          ),
      });
    });
}
