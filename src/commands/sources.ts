import type { Command } from 'commander';
import { type Context, createContext } from './context.ts';
import { CommandError, EXIT } from './error.ts';
import type { Trial } from './feed-trial.ts';
import { json, line, table, when } from './output.ts';
import { registerEdits } from './sources-edit.ts';

/** `standoff sources`: list the catalogue, try its feeds. */
export function register(program: Command): void {
  const sources = program.command('sources').description('list the sources, try their feeds, add more');
  sources
    .command('list', { isDefault: true })
    .description('the catalogue')
    .addHelpText('after', '\nExample:\n  $ standoff sources list')
    .action((_options: object, command: Command) => {
      const context = createContext(command);
      const { sources: all } = context.config();
      if (context.json) return json(context.output, all);
      table(
        context.output,
        ['id', 'kind', 'languages', 'country', 'feeds', 'name'],
        all.map(({ id, kind, languages, country, feeds, name }) => [
          id,
          kind,
          languages.join(', '),
          country,
          feeds.length,
          name,
        ]),
        5,
      );
    });
  sources
    .command('test')
    .description('ask each feed once and say what came; exit code 1 when one failed')
    .argument('[id]', 'only this source')
    .addHelpText('after', '\nExample:\n  $ standoff sources test ntv')
    .action(async (id: string | undefined, _options: object, command: Command) => {
      const context = createContext(command);
      const chosen = context.config().sources.filter((source) => id === undefined || source.id === id);
      if (chosen.length === 0)
        throw new CommandError(`there is no source "${id}"; \`standoff sources\` lists them`);
      const { tryFeeds } = await import('./feed-trial.ts');
      const trials = await tryFeeds(context, chosen);
      if (context.json) json(context.output, trials);
      else print(context, trials);
      process.exitCode = trials.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed;
    });
  registerEdits(sources);
}

function print({ output }: Context, trials: readonly Trial[]): void {
  table(
    output,
    ['source', 'result', 'entries', 'newest', 'ms', 'feed', 'remark'],
    trials.map(({ source, ok, status, entries, newest, ms, url, remark }) => [
      source,
      { text: String(status ?? 'failed'), paint: ok ? output.color.green : output.color.red },
      entries,
      when(newest),
      ms,
      url,
      remark,
    ]),
    6,
  );
  const failed = trials.filter(({ ok }) => !ok).length;
  line(output, `\n${trials.length - failed} of ${trials.length} feeds answered`);
}
