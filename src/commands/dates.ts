import type { Command } from 'commander';
import { dates } from '../query/lists.ts';
import { createContext } from './context.ts';
import { filtersOf, type ListOptions, withFilters } from './filters.ts';
import { known } from './known.ts';
import { printList } from './list.ts';
import { line, table } from './output.ts';

const COLUMNS = ['day', 'type', 'outlets', 'articles', 'matched', 'url', 'storyId'] as const;

const LENGTH = 50;

/** `standoff dates`: hearings, rulings and deadlines that articles name. */
export function register(program: Command): void {
  withFilters(program.command('dates'), LENGTH)
    .description('days that articles name for a hearing, a ruling, a deadline')
    .option('--upcoming', 'only today and later')
    .addHelpText('after', '\nExample:\n  $ standoff dates --upcoming')
    .action((options: ListOptions & { upcoming?: boolean }, command: Command) => {
      const context = createContext(command);
      const { upcoming, ...filters } = options;
      const today = new Date().toISOString().slice(0, 10);
      const narrowed = filtersOf(filters, LENGTH);
      const rows = context.reading((db) => dates(db, known(db, narrowed), upcoming ? today : null));
      printList(context, options, {
        rows,
        columns: COLUMNS,
        limit: narrowed.limit,
        human: (paper) => {
          if (rows.length === 0) return line(paper, 'No day is named.');
          table(
            paper,
            ['day', 'type', 'outlets', 'story', 'words'],
            rows.map((row) => [
              row.day,
              row.type,
              row.outlets,
              row.storyId,
              { text: row.matched, url: row.url },
            ]),
            4,
          );
        },
      });
    });
}
