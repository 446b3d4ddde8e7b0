import type { Command } from 'commander';
import type { Suggestion } from '../query/suggest.ts';
import { createContext } from './context.ts';
import { count } from './filters.ts';
import { json, line, type Output, plain, wrap } from './output.ts';

const DEFAULT_LIMIT = 20;

/** `standoff dossier`: help for the people who tend it. */
export function register(program: Command): void {
  const dossier = program
    .command('dossier')
    .description('help for tending the dossier')
    .addHelpText('after', '\nExample:\n  $ standoff dossier suggest --limit 10');
  dossier
    .command('suggest')
    .description('names and terms that relevant articles use and no alias covers, the most telling first')
    .option('--limit <n>', `at most so many (default: ${DEFAULT_LIMIT})`, count)
    .addHelpText(
      'after',
      `
A name counts where it stands in articles of at least two outlets; reprints are not counted. It ranks by how much
more often relevant articles have it than the others (log-likelihood; above 10.8 hardly chance).

Example:
  $ standoff dossier suggest --limit 10 --json | jq '.[].name'`,
    )
    .action(async ({ limit }: { limit?: number }, command: Command) => {
      const context = createContext(command);
      context.existingDatabase();
      const [{ coverage }, { suggest }] = await Promise.all([
        import('../analyse/coverage.ts'),
        import('../query/suggest.ts'),
      ]);
      const covers = coverage(context.config().dossier);
      const found = context.reading((db) => suggest(db, { limit: limit ?? DEFAULT_LIMIT, covers }));
      if (context.json) return json(context.output, found);
      print(context.output, found);
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
    line(output, `  ${color.cyan(plain(example.url))}\n`);
  }
  line(output, color.dim('A name belongs into config/parties.yaml, a term into config/topics.yaml;'));
  line(output, color.dim('then `standoff reanalyse --dry-run` says what it changes.'));
}
