import type { Command } from 'commander';
import { type Health, type Status, status } from '../query/status.ts';
import { createContext } from './context.ts';
import { json, line, type Output, type Painted, table, when } from './output.ts';

/** `standoff status`: how the bot and its sources are doing. */
export function register(program: Command): void {
  program
    .command('status')
    .description('how each source is doing, and what is stored and owed')
    .addHelpText(
      'after',
      '\nExample:\n  $ standoff status --json | jq \'.sources[] | select(.health != "ok")\'',
    )
    .action((_options: object, command: Command) => {
      const { output, json: machine, reading } = createContext(command);
      const now = reading((db) => status(db, new Date()));
      if (machine) json(output, now);
      else print(output, now);
    });
}

function print(output: Output, { sources, totals, deliveries, lastPollAt }: Status): void {
  const { color } = output;
  const mark: Record<Health, Painted> = {
    ok: { text: 'ok', paint: color.green },
    never: { text: 'never polled', paint: color.dim },
    failing: { text: 'failing', paint: color.red },
    silent: { text: 'silent', paint: color.yellow },
    ended: { text: 'ended', paint: color.dim },
  };
  table(
    output,
    ['source', 'health', 'last success', 'next poll', 'entries', 'articles', 'relevant', 'error'],
    sources.map((source) => [
      source.outlet,
      mark[source.health],
      when(source.lastSuccessAt),
      when(source.nextPollAt),
      source.entries,
      source.articles,
      source.relevant,
      source.error ?? '',
    ]),
    7,
  );
  line(
    output,
    `\n${totals.articles} articles, ${totals.relevant} of them relevant, in ${totals.stories} stories; ${totals.waiting} pages waiting to be read`,
  );
  line(
    output,
    `deliveries: ${deliveries.map(({ state, count }) => `${count} ${state}`).join(', ') || 'none'}`,
  );
  line(output, `last poll: ${when(lastPollAt)}`);
}
