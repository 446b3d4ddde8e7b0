import { Command, CommanderError, Option } from 'commander';
import { ConfigError } from '../config/errors.ts';
import { packageVersion } from '../config/root.ts';
import { QueryError } from '../query/search.ts';
import { StoreError } from '../store/db.ts';
import { troubleOf } from '../store/trouble.ts';
import * as backup from './backup.ts';
import * as completion from './completion.ts';
import * as config from './config.ts';
import * as coverage from './coverage.ts';
import * as dates from './dates.ts';
import * as demo from './demo.ts';
import * as digest from './digest.ts';
import * as discord from './discord.ts';
import * as dossier from './dossier.ts';
import { CommandError, EXIT, UsageError } from './error.ts';
import * as evidence from './evidence.ts';
import * as explain from './explain.ts';
import * as exportTo from './export.ts';
import * as mcp from './mcp.ts';
import * as open from './open.ts';
import * as poll from './poll.ts';
import * as preview from './preview.ts';
import * as reanalyse from './reanalyse.ts';
import * as run from './run.ts';
import * as search from './search.ts';
import * as serve from './serve.ts';
import * as show from './show.ts';
import * as sources from './sources.ts';
import * as sql from './sql.ts';
import * as statements from './statements.ts';
import * as stats from './stats.ts';
import * as status from './status.ts';
import * as stories from './stories.ts';
import * as story from './story.ts';
import * as tags from './tags.ts';
import * as timeline from './timeline.ts';
import * as tryOut from './try.ts';

const COMMANDS = [
  run,
  poll,
  demo,
  search,
  stories,
  story,
  show,
  preview,
  digest,
  coverage,
  timeline,
  statements,
  dates,
  tags,
  stats,
  serve,
  open,
  explain,
  sql,
  exportTo,
  evidence,
  mcp,
  backup,
  reanalyse,
  tryOut,
  dossier,
  status,
  discord,
  sources,
  config,
  completion,
];

/** After a mistake, where the way out is told. */
function pointToHelp(command: Command, name: string): void {
  command.showHelpAfterError(`(${name} --help tells more)`);
  for (const part of command.commands) pointToHelp(part, `${name} ${part.name()}`);
}

/** The command line with every command; `main` runs it. */
function createProgram(): Command {
  const program = new Command('standoff')
    .description('Follows one public dispute through the press: feeds in, stories out, questions answered.')
    .version(packageVersion())
    .option(
      '--config <folder>',
      'the configuration folder (default: ./config, else the one that came with standoff)',
    )
    .option('--json', 'print results as JSON')
    .option('--no-color', 'no colours')
    .option('--no-pager', 'no pager for output longer than the screen')
    .addOption(
      new Option('--language <code>', 'of names and labels (default: as the system)').choices(['de', 'en']),
    )
    // Descriptions are wrapped in narrow terminals, too; what every command takes is told by each.
    .configureHelp({ minWidthToWrap: 24, showGlobalOptions: true })
    .exitOverride();

  for (const command of COMMANDS) command.register(program);
  pointToHelp(program, 'standoff');
  return program;
}

/** A file that cannot be read or written is the machine's trouble; Node's message names what was tried, and where. */
function isFileTrouble(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

/** What an error means for the exit code; what a user can act on is said in one line. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  // Told by its name: loading the analysis for its class would slow every command down.
  const badDossier = error instanceof Error && error.name === 'DossierError';
  if (badDossier || error instanceof ConfigError || error instanceof QueryError) {
    console.error(error.message);
    return EXIT.usage;
  }
  if (error instanceof UsageError || error instanceof CommandError || error instanceof StoreError) {
    console.error(`standoff: ${error.message}`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
  const trouble = troubleOf(error);
  if (trouble !== null) console.error(`standoff: the database: ${trouble.message}`);
  else if (isFileTrouble(error)) console.error(`standoff: ${error.message}`);
  else throw error;
  return EXIT.failed;
}

/**
 * Runs one command line, without the program's name.
 * @returns the exit code: 0 all well, 1 something failed, 2 a mistake in the call or the configuration
 * @throws what is no user's fault
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? EXIT.ok);
  } catch (error) {
    return report(error);
  }
}
