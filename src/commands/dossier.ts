import type { Command } from 'commander';
import type { Suggestion } from '../query/suggest.ts';
import { createContext } from './context.ts';
import { type Formats, type Paging, pageOf, printList, withPages } from './list.ts';
import { line, link, type Output, plain, wrap } from './output.ts';

const DEFAULT_LIMIT = 20;
const COLUMNS = ['name', 'articles', 'outlets', 'off', 'score', 'example'] as const;

/** `standoff dossier`: help for the people who tend it. */
export function register(program: Command): void {
  const dossier = program
    .command('dossier')
    .description('help for tending the dossier')
    .addHelpText('after', '\nExample:\n  $ standoff dossier suggest --limit 10');
  withPages(dossier.command('suggest'))
    .description('names and terms that relevant articles use and no alias covers, the most telling first')
    .addHelpText(
      'after',
      `
A name counts where it stands in articles of at least two outlets; reprints are not counted. It ranks by how much
more often relevant articles have it than the others (log-likelihood; above 10.8 hardly chance).

Example:
  $ standoff dossier suggest --limit 10 --json | jq '.[].name'`,
    )
    .action(async (options: Formats & Paging, command: Command) => {
      const context = createContext(command);
      context.existingDatabase();
      const [{ coverage }, { suggest }] = await Promise.all([
        import('../analyse/coverage.ts'),
        import('../query/suggest.ts'),
      ]);
      const covers = coverage(context.config().dossier);
      const { limit = DEFAULT_LIMIT, page = 1 } = options;
      const found = context.reading((db) => suggest(db, { limit: limit * page, covers }));
      const rows = pageOf(found, { limit, page });
      printList(context, options, { rows, columns: COLUMNS, limit, human: (paper) => print(paper, rows) });
    });
}

function print(output: Output, found: readonly Suggestion[]): void {
  const { color } = output;
  if (found.length === 0) {
    line(
      output,
      'Nothing to suggest: the dossier covers what relevant articles of two outlets have in common.',
    );
    return;
  }
  for (const { name, articles, outlets, off, score, example } of found) {
    const where = `${articles} relevant articles of ${outlets} outlets, ${off} others`;
    line(output, `${color.bold(plain(name))}  ${color.dim(`${where}, ${score.toFixed(1)}`)}`);
    const sentence = wrap(`${example.sentence} (${example.outlet})`, output.width, '  ');
    line(output, sentence.replaceAll(plain(name), color.yellow(plain(name))));
    line(output, `  ${link(output, example.url, color.cyan(plain(example.url)))}\n`);
  }
  line(output, color.dim('A name belongs into config/parties.yaml, a term into config/topics.yaml;'));
  line(output, color.dim('then `standoff reanalyse --dry-run` says what it changes.'));
}
