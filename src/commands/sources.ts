import type { Command } from 'commander';
import type { Source } from '../model/index.ts';
import { type Context, createContext } from './context.ts';
import { CommandError, EXIT } from './error.ts';
import type { Trial } from './feed-trial.ts';
import { type Formats, type Paging, pageOf, printList, withPages } from './list.ts';
import { json, line, type Output, table, when } from './output.ts';
import { registerEdits } from './sources-edit.ts';

const COLUMNS = [
  'id',
  'name',
  'kind',
  'languages',
  'country',
  'fetch',
  'timezone',
  'party',
  'feeds',
] as const;

/** `standoff sources`: list the catalogue, try its feeds. */
export function register(program: Command): void {
  const sources = program.command('sources').description('list the sources, try their feeds, add more');
  withPages(sources.command('list', { isDefault: true }))
    .description('the catalogue')
    .addHelpText('after', '\nExample:\n  $ standoff sources list')
    .action((options: Formats & Paging, command: Command) => {
      const context = createContext(command);
      const rows = pageOf(context.config().sources, options);
      printList(context, options, {
        ...{ rows, columns: COLUMNS, limit: options.limit },
        human: (paper) => printSources(paper, rows),
      });
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

function printSources(output: Output, sources: readonly Source[]): void {
  table(
    output,
    ['id', 'kind', 'languages', 'country', 'feeds', 'name'],
    sources.map(({ id, kind, languages, country, feeds, name }) => [
      id,
      kind,
      languages.join(', '),
      country,
      feeds.length,
      name,
    ]),
    5,
  );
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
