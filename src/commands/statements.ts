import type { Command } from 'commander';
import { type Names, namesOf } from '../interactions/names.ts';
import { type StatementRow, statements } from '../query/lists.ts';
import { createContext } from './context.ts';
import { filtersOf, type ListOptions, withFilters } from './filters.ts';
import { known } from './known.ts';
import { printList } from './list.ts';
import { line, link, type Output, plain, when, wrap } from './output.ts';

const COLUMNS = ['at', 'party', 'speaker', 'form', 'quote', 'outlet', 'url', 'storyId'] as const;

/** `standoff statements`: who said what. */
export function register(program: Command): void {
  withFilters(program.command('statements'))
    .description('who said what, the latest first; --party means the speaker’s')
    .addHelpText('after', '\nExample:\n  $ standoff statements --party vz_nrw --since 2025-05-01')
    .action((options: ListOptions, command: Command) => {
      const context = createContext(command);
      const filters = filtersOf(options);
      const { rows, names } = context.reading((db) => ({
        rows: statements(db, known(db, filters)),
        names: namesOf(db, context.language),
      }));
      printList(context, options, {
        ...{ rows, columns: COLUMNS, limit: filters.limit },
        human: (paper) => print(paper, rows, names.party),
      });
    });
}

function print(output: Output, rows: readonly StatementRow[], nameOf: Names['party']): void {
  const { color } = output;
  if (rows.length === 0) line(output, 'Nobody is quoted.');
  for (const { at, speaker, party, quote, outlet, form, url } of rows) {
    const name = nameOf(party);
    const who = [speaker, name === speaker ? null : name].filter((part) => part !== null).join(', ');
    const fits = plain(`${who} ${when(at)} · ${outlet}`).length <= output.width || !output.out.isTTY;
    const facts = color.dim(`${when(at)} · ${link(output, url, plain(outlet))}`);
    line(output, `${color.bold(plain(who))}${fits ? ' ' : '\n  '}${facts}`);
    line(output, `${wrap(form === 'direct' ? `“${quote}”` : `${quote} (reported)`, output.width, '  ')}\n`);
  }
}
