import { writeFileSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import { FORMATS, type Format } from '../query/export/formats.ts';
import { createContext } from './context.ts';
import { CommandError } from './error.ts';
import { filtersOf, type ListOptions, withSelection } from './filters.ts';
import { known } from './known.ts';

/** `standoff export`: articles, chronology, dates or stories in formats of other programs. */
export function register(program: Command): void {
  withSelection(program.command('export'))
    .description(
      'write articles, chronology (md), key dates (ics) or stories (atom, jsonfeed) for other programs',
    )
    .addArgument(new Argument('<format>', 'which').choices(FORMATS))
    .option('-o, --out <file>', 'into this file (default: to stdout)')
    .addHelpText('after', '\nExample:\n  $ standoff export bibtex --topic injunction -o injunction.bib')
    .action(async (format: Format, options: ListOptions & { out?: string }, command: Command) => {
      const { out: file, ...selection } = options;
      const { exportAs } = await import('../query/export/index.ts');
      const { config, language, output, reading } = createContext(command);
      const title = config().dossier.dispute.title[language];
      const { limit: _page, ...filters } = filtersOf(selection);
      const text = reading((db) =>
        exportAs(
          format,
          db,
          { ...known(db, filters), limit: selection.limit },
          { title, language, now: new Date() },
        ),
      );
      if (file === undefined) output.out.write(text);
      else save(file, text);
    });
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CommandError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
