import type { Command } from 'commander';
import type { ArticleDifference, ReanalyseReport } from '../worker/reanalyse.ts';
import { type Context, createContext } from './context.ts';
import { EXIT } from './error.ts';
import { day } from './filters.ts';
import { nameOf } from './names.ts';
import { json, line, plain, table, wrap } from './output.ts';
import { progress } from './progress.ts';
import { untilInterrupted } from './signals.ts';

interface Options {
  since?: string;
  all?: boolean;
  dryRun?: boolean;
  verbose?: boolean;
}

/** `standoff reanalyse`: after a change of the dossier, findings of stored articles are computed again. */
export function register(program: Command): void {
  program
    .command('reanalyse')
    .description('compute findings again from the stored texts, after a change of the dossier; posts nothing')
    .option('--since <day>', 'only articles from this day on (UTC)', day)
    .option('--all', 'those too that this dossier has analysed already (after an update of standoff)')
    .option('--dry-run', 'say what would change, write nothing')
    .option('--verbose', 'say of each article what changed and why')
    .addHelpText(
      'after',
      `
Articles that this dossier has analysed are passed over, so after Ctrl-C the same command goes on where it ended.
Messages that were posted are edited at the next poll where their story is another now. An article that begins to
matter joins its story silently; one that matters no more leaves it, unless a person put it there.

Example:
  $ standoff reanalyse --since 2025-05-01 --dry-run --verbose`,
    )
    .action(async (options: Options, command: Command) => {
      const context = createContext(command);
      const { output } = context;
      const databasePath = context.existingDatabase();
      const config = context.config();
      const { reanalyse } = await import('../worker/reanalyse.ts');
      const interrupted = untilInterrupted(() => output.err.write('ending after what is under way …\n'));
      const articles: ArticleDifference[] = [];
      try {
        const report = await reanalyse({
          config,
          databasePath,
          since: options.since,
          all: options.all,
          dryRun: options.dryRun,
          signal: interrupted.signal,
          // A bar between printed lines would be torn.
          onEvent: options.verbose ? undefined : progress(output),
          onChange: (change) => {
            if (!options.verbose) return;
            if (context.json) articles.push(change);
            else printChange(context, change);
          },
        });
        if (context.json) json(output, { ...report, ...(options.verbose ? { articles } : {}) });
        else printReport(context, report);
        process.exitCode = report.failed > 0 ? EXIT.failed : EXIT.ok;
      } finally {
        interrupted.done();
      }
    });
}

function printChange(context: Context, change: ArticleDifference): void {
  const { output } = context;
  const { color } = output;
  const { grade, tags, title, outlet, url, reasons } = change;
  const moved = grade ? `  ${color.yellow(`${grade.before} → ${grade.after}`)}` : '';
  line(output, `${color.bold(plain(title))} ${color.dim(`(${outlet})`)}${moved}`);
  line(output, `  ${color.cyan(plain(url))}`);
  for (const tag of tags) {
    const mark = tag.change === 'gained' ? color.green('+') : color.red('−');
    const words = `“${plain(tag.matched).slice(0, 80)}”`;
    line(
      output,
      `  ${mark} ${tag.kind} ${plain(nameOf(context.config().dossier, tag, context.language))} ${words} ${color.dim(tag.rule)}`,
    );
  }
  if (grade && reasons.length > 0) line(output, color.dim(wrap(reasons.join('; '), output.width, '  ')));
  line(output);
}

/** Tags listed to people, the most frequent changes first. */
const MOST_TAGS = 60;

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

function printTallies(context: Context, { grades, tags }: ReanalyseReport): void {
  const { output } = context;
  const { color } = output;
  if (grades.length > 0) {
    table(
      output,
      ['grade', 'articles'],
      grades.map(({ before, after, articles }) => [`${before} → ${after}`, articles]),
      0,
    );
    line(output);
  }
  if (tags.length > 0) {
    const shown = tags.slice(0, MOST_TAGS);
    table(
      output,
      ['kind', 'gained', 'lost', 'tag'],
      shown.map((tag) => [
        tag.kind,
        tag.gained === 0 ? '' : { text: `+${tag.gained}`, paint: color.green },
        tag.lost === 0 ? '' : { text: `−${tag.lost}`, paint: color.red },
        nameOf(context.config().dossier, tag, context.language),
      ]),
      3,
    );
    if (tags.length > shown.length)
      line(output, color.dim(`and ${tags.length - shown.length} more; --json has all`));
    line(output);
  }
}

function printReport(context: Context, report: ReanalyseReport): void {
  const { output } = context;
  const { stories, due, analysed, changed, failed, dossierVersion } = report;
  if (due === 0) {
    line(output, `Nothing to do: dossier ${dossierVersion} has analysed everything (--all does it anyway).`);
    return;
  }
  printTallies(context, report);
  const would = stories === null ? 'would change' : 'changed';
  line(
    output,
    `${analysed} of ${counted(due, 'article', 'articles')} analysed with dossier ${dossierVersion}, ${changed} ${would}`,
  );
  if (stories && stories.restated > 0)
    line(
      output,
      `${counted(stories.restated, 'story', 'stories')} told otherwise; articles that began one: ${stories.begun}, joined one: ${stories.joined}, left one: ${stories.left}`,
    );
  if (failed > 0)
    line(
      output,
      output.color.red(`${counted(failed, 'article', 'articles')} took too long and stayed as before`),
    );
  if (analysed + failed < due) line(output, 'interrupted; the same command goes on from here');
}
