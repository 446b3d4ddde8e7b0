import type { Command } from 'commander';
import { type Health, type SourceStatus, type Status, sourceReport, status } from '../query/status.ts';
import { createContext } from './context.ts';
import { CommandError } from './error.ts';
import { count } from './filters.ts';
import { json, line, type Output, type Painted, table, when } from './output.ts';
import { printSource, span } from './source-report.ts';

/** `standoff status`: how the bot and its sources are doing; with an id, how one is, with the ledger of its polls. */
export function register(program: Command): void {
  program
    .command('status')
    .description('how each source is doing, and what is stored and owed; or one source with its last polls')
    .argument('[source]', 'id of a source')
    .option('--polls <n>', 'how many polls of the source to list', count, 20)
    .addHelpText(
      'after',
      '\nExample:\n  $ standoff status tagesschau --polls 50\n  $ standoff status --json | jq \'.sources[] | select(.health != "ok")\'',
    )
    .action((id: string | undefined, options: { polls: number }, command: Command) => {
      const { output, json: machine, reading } = createContext(command);
      if (id === undefined) {
        const now = reading(status);
        return machine ? json(output, now) : print(output, now);
      }
      const report = reading((db) => sourceReport(db, id, options.polls));
      if (report === undefined)
        throw new CommandError(
          `no source "${id}" was ever polled; \`standoff sources\` lists those configured`,
        );
      return machine ? json(output, report) : printSource(output, report, marks(output)[report.health]);
    });
}

function marks({ color }: Output): Record<Health, Painted> {
  return {
    ok: { text: 'ok', paint: color.green },
    never: { text: 'never polled', paint: color.dim },
    failing: { text: 'failing', paint: color.red },
    silent: { text: 'silent', paint: color.yellow },
    ended: { text: 'ended', paint: color.dim },
  };
}

/** What there is to say beyond the figures: what is wrong, else why it is polled when it is. */
function remark({ health, error, newestAt, silentAfterMs, nextPollReason }: SourceStatus): string {
  if (health === 'silent') return `nothing new since ${when(newestAt)}, over ${span(silentAfterMs)}`;
  return error ?? (health === 'ended' ? '' : (nextPollReason ?? ''));
}

function print(output: Output, { sources, totals, deliveries, lastPollAt }: Status): void {
  const mark = marks(output);
  table(
    output,
    ['source', 'health', 'last success', 'usually every', 'next poll', 'entries', 'relevant', 'remark'],
    sources.map((source) => [
      source.outlet,
      mark[source.health],
      when(source.lastSuccessAt),
      source.usualMs === null ? null : span(source.usualMs),
      when(source.nextPollAt),
      source.entries,
      source.relevant,
      remark(source),
    ]),
    7,
  );
  line(
    output,
    `\n${totals.articles} articles, ${totals.relevant} of them relevant, in ${totals.stories} stories; ${totals.waiting} pages waiting to be read`,
  );
  line(
    output,
    `deliveries: ${deliveries.map(({ state, count: number }) => `${number} ${state}`).join(', ') || 'none'}`,
  );
  line(output, `last poll: ${when(lastPollAt)}`);
}
