import type { Command } from 'commander';
import { type AgedRule, agedRules } from '../query/aged-rules.ts';
import {
  type Health,
  type ParkedChannel,
  type SourceStatus,
  type Status,
  sourceReport,
  status,
} from '../query/status.ts';
import { type Context, createContext } from './context.ts';
import { CommandError } from './error.ts';
import { count, type Formats, type Paging, pageOf, printList, withPages } from './list.ts';
import { json, line, type Output, type Painted, plain, table, when } from './output.ts';
import { paged } from './pager.ts';
import { printSource, span } from './source-report.ts';

/** Publishers' rules are judged by the pages of the last week. */
const RULES_SEEN_MS = 7 * 86_400_000;

interface Options extends Formats, Paging {
  polls: number;
}

/** `standoff status`: how the bot and its sources are doing; with an id, how one is, with the ledger of its polls. */
export function register(program: Command): void {
  withPages(program.command('status'))
    .description('how each source is doing, and what is stored and owed; or one source with its last polls')
    .argument('[source]', 'id of a source')
    .option('--polls <n>', 'how many polls of the source to list', count, 20)
    .addHelpText(
      'after',
      '\nExamples:\n  $ standoff status tagesschau --polls 50\n  $ standoff status --json | jq \'.sources[] | select(.health != "ok")\'',
    )
    .action((id: string | undefined, options: Options, command: Command) => {
      const context = createContext(command);
      if (id === undefined) return printStatus(context, options);
      const { output, json: machine, reading } = context;
      const report = reading((db) => sourceReport(db, id, options.polls));
      if (report === undefined)
        throw new CommandError(
          `no source "${id}" was ever polled; \`standoff sources\` lists those configured`,
        );
      if (machine) json(output, report);
      else paged(context, (paper) => printSource(paper, report, marks(paper)[report.health]));
    });
}

const COLUMNS = [
  ...([
    'id',
    'outlet',
    'health',
    'lastSuccessAt',
    'newestAt',
    'usualMs',
    'nextPollAt',
    'nextPollReason',
  ] as const),
  ...(['feeds', 'entries', 'articles', 'relevant', 'error'] as const),
];

function printStatus(context: Context, options: Options): void {
  const { reading, config } = context;
  const all = reading(status);
  const configured = new Set(config().settings.channels.map(({ id }) => id));
  const now = { ...all, parked: all.parked.filter(({ id }) => configured.has(id)) };
  const since = new Date(Date.now() - RULES_SEEN_MS).toISOString();
  const aged = reading((db) => agedRules(db, config().publishers ?? [], since));
  const rows = pageOf(now.sources, options);
  printList(context, options, {
    ...{ rows, columns: COLUMNS, limit: options.limit },
    json: { ...now, sources: rows, agedRules: aged },
    human: (paper) => print(paper, { ...now, sources: rows }, aged),
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
function remark({
  health,
  error,
  newestAt,
  quietSince,
  silentAfterMs,
  nextPollReason,
}: SourceStatus): string {
  const nothing = newestAt === null ? 'no entry ever seen' : 'nothing new';
  if (health === 'silent') return `${nothing} since ${when(quietSince)}, over ${span(silentAfterMs)}`;
  return error ?? (health === 'ended' ? '' : (nextPollReason ?? ''));
}

/** Why nothing is sent to a channel, and until when. */
function waiting({ since, owed, reason, triedAgainAt }: ParkedChannel): string {
  const until =
    triedAgainAt === null
      ? 'when its settings change'
      : `at ${when(triedAgainAt)}, or when its settings change`;
  return `since ${when(since)}, ${owed} owed: ${plain(reason)}\n  tried again ${until}; \`standoff discord check\` says what to click`;
}

/** Whether members are answered. */
function answering({ state, reason, at }: NonNullable<Status['commands']>): string {
  const since = `since ${when(at)}`;
  if (state === 'ready') return `answered ${since}`;
  if (state === 'off') return `not answered ${since}: \`standoff run\` answers while it runs`;
  return `not answered ${since}${reason === null ? '' : `: ${plain(reason)}`}`;
}

function print(
  output: Output,
  { sources, totals, deliveries, parked, lastPollAt, commands }: Status,
  aged: readonly AgedRule[],
): void {
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
  for (const channel of parked)
    line(output, `${output.color.red('parked')} channel ${plain(channel.id)} ${waiting(channel)}`);
  line(output, `last poll: ${when(lastPollAt)}`);
  if (commands !== null) line(output, `slash commands: ${answering(commands)}`);
  for (const { publisher, version, pages, without, url } of aged)
    line(
      output,
      `publishers.yaml: the rule of ${publisher} (version ${version}) has aged: ${without} of the last ${pages} pages were read without it, such as ${url}`,
    );
}
