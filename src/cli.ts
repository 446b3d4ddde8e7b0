#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import * as completion from './commands/completion.ts';
import * as config from './commands/config.ts';
import * as coverage from './commands/coverage.ts';
import * as dates from './commands/dates.ts';
import * as demo from './commands/demo.ts';
import * as dossier from './commands/dossier.ts';
import { CommandError, EXIT } from './commands/error.ts';
import * as explain from './commands/explain.ts';
import * as exportTo from './commands/export.ts';
import * as open from './commands/open.ts';
import * as poll from './commands/poll.ts';
import * as preview from './commands/preview.ts';
import * as reanalyse from './commands/reanalyse.ts';
import * as run from './commands/run.ts';
import * as search from './commands/search.ts';
import * as show from './commands/show.ts';
import * as sources from './commands/sources.ts';
import * as sql from './commands/sql.ts';
import * as statements from './commands/statements.ts';
import * as stats from './commands/stats.ts';
import * as status from './commands/status.ts';
import * as stories from './commands/stories.ts';
import * as story from './commands/story.ts';
import * as tags from './commands/tags.ts';
import * as timeline from './commands/timeline.ts';
import * as tryOut from './commands/try.ts';
import { ConfigError } from './config/errors.ts';
import { packageVersion } from './config/root.ts';
import { QueryError } from './query/search.ts';
import { StoreError } from './store/db.ts';

const program = new Command('standoff')
  .description('Follows one public dispute through the press: feeds in, stories out, questions answered.')
  .version(packageVersion())
  .option(
    '--config <folder>',
    'the configuration folder (default: ./config, else the one that came with standoff)',
  )
  .option('--json', 'print results as JSON')
  .option('--no-color', 'no colours')
  .addOption(
    new Option('--language <code>', 'of names and labels (default: as the system)').choices(['de', 'en']),
  )
  .showHelpAfterError('(standoff --help lists the commands)')
  .exitOverride();

for (const command of [
  run,
  poll,
  demo,
  search,
  stories,
  story,
  show,
  preview,
  coverage,
  timeline,
  statements,
  dates,
  tags,
  stats,
  open,
  explain,
  sql,
  exportTo,
  reanalyse,
  tryOut,
  dossier,
  status,
  sources,
  config,
  completion,
])
  command.register(program);

/** A closed pipe (`standoff search x | head`) is a reader who has had enough, not a failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  // Told by its name: loading the analysis for its class would slow every command down.
  const badDossier = error instanceof Error && error.name === 'DossierError';
  if (badDossier || error instanceof ConfigError || error instanceof QueryError) {
    console.error(error.message);
    return EXIT.usage;
  }
  if (error instanceof CommandError || error instanceof StoreError) {
    console.error(`standoff: ${error.message}`);
    return EXIT.failed;
  }
  throw error;
}
