import { mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { openDatabase } from '../store/db.ts';
import { troubleOf } from '../store/trouble.ts';
import { type Context, createContext } from './context.ts';
import { CommandError } from './error.ts';
import { json, line, plain } from './output.ts';

interface Options {
  out?: string;
  force?: boolean;
}

/** `standoff backup`: one file that is the whole database, while the bot runs. */
export function register(program: Command): void {
  program
    .command('backup')
    .description('copy the database, whole and checked, into one file; the bot may run meanwhile')
    .option('-o, --out <file>', 'where to (default: standoff-2025-05-27.db, with the day)')
    .option('--force', 'replace the file if it is there')
    .addHelpText(
      'after',
      '\nExamples:\n  $ standoff backup\n  $ standoff backup --out /backup/standoff.db --force',
    )
    .action((options: Options, command: Command) => backup(createContext(command), options));
}

function backup(context: Context, { out, force = false }: Options): void {
  const file = resolve(out ?? `standoff-${new Date().toISOString().slice(0, 10)}.db`);
  if (!force && statSync(file, { throwIfNoEntry: false }))
    throw new CommandError(`${file} is there already; --force replaces it, --out names another file`);
  if (file === context.existingDatabase()) throw new CommandError(`${file} is the database itself`);
  const articles = writing(file, (target) => {
    context.reading((db) => db.prepare('VACUUM INTO ?').run(target));
    return checked(target);
  });
  const bytes = statSync(file).size;
  if (context.json) json(context.output, { file, bytes, articles });
  else line(context.output, plain(`${file}: ${articles} articles, ${bytes} bytes, checked`));
}

/** Writes beside the file and puts it into its place when it is whole: of an old copy nothing is lost before. */
function writing<T>(file: string, work: (target: string) => T): T {
  let beside: string | undefined;
  try {
    beside = mkdtempSync(join(dirname(file), '.standoff-'));
    const target = join(beside, basename(file));
    const result = work(target);
    renameSync(target, file);
    return result;
  } catch (error) {
    const reason = troubleOf(error)?.message ?? (error instanceof Error ? error.message : String(error));
    throw new CommandError(`cannot make the copy ${file}: ${reason}`);
  } finally {
    if (beside !== undefined) rmSync(beside, { recursive: true });
  }
}

/** How many articles a copy holds. @throws {CommandError} when it is damaged, as its original is then */
function checked(path: string): number {
  const db = openDatabase(path, { readonly: true });
  try {
    const found = db.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new CommandError(`it is damaged (${found}); keep older copies`);
    return db.prepare<[], number>('SELECT count(*) FROM article').pluck().get() ?? 0;
  } finally {
    db.close();
  }
}
