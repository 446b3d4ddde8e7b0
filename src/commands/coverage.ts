import type { Command } from 'commander';
import { type Coverage, coverage } from '../query/coverage.ts';
import { type StoryCoverage, storyCoverage } from '../query/story-coverage.ts';
import { type Context, createContext } from './context.ts';
import { CommandError } from './error.ts';
import { day } from './filters.ts';
import { known } from './known.ts';
import { type Formats, type Paging, pageOf, printList, withPages } from './list.ts';
import { heading, line, type Output, table, when, wrap } from './output.ts';
import { storyId } from './show.ts';

interface Options extends Formats, Paging {
  since?: string;
  until?: string;
}

/** `standoff coverage`: who reports on the dispute and when; of one story, who carried what. */
export function register(program: Command): void {
  withPages(program.command('coverage'))
    .description('who reported when; of one story: who carried it, who did not, and whose statements')
    .argument('[story]', 'its number', storyId)
    .option('--since <day>', 'from this day on (UTC)', day)
    .option('--until <day>', 'up to this day (UTC)', day)
    .addHelpText('after', '\nExamples:\n  $ standoff coverage --since 2025-05-01\n  $ standoff coverage 12')
    .action((id: number | undefined, options: Options, command: Command) => {
      const context = createContext(command);
      const { reading, language } = context;
      if (id === undefined) return listCoverage(context, options);
      const found = reading((db) => storyCoverage(db, id, language));
      if (found === undefined)
        throw new CommandError(`there is no story ${id}; \`standoff stories\` lists them`);
      const carried = pageOf(found.carried, options);
      printList(context, options, {
        ...{ rows: carried, columns: STORY_COLUMNS, limit: options.limit },
        json: { ...found, carried },
        human: (paper) => printStory(paper, { ...found, carried }),
      });
    });
}

const STORY_COLUMNS = [
  ...(['sourceId', 'outlet', 'country', 'languages', 'own', 'copied', 'releases', 'firstAt'] as const),
];

/** In a spreadsheet each day is a column. */
function listCoverage(context: Context, options: Options): void {
  const found = context.reading((db) => {
    known(db, options);
    return coverage(db, options);
  });
  const sources = pageOf(found.sources, options);
  const { days } = found;
  const rows = sources.map(
    ({ counts, ...source }): Record<string, string | number> => ({
      ...source,
      ...Object.fromEntries(days.map((name, i) => [name, counts[i] ?? 0])),
    }),
  );
  printList(context, options, {
    ...{ rows, columns: ['sourceId', 'outlet', 'country', 'total', ...days], limit: options.limit },
    json: { ...found, sources },
    human: (paper) => printCoverage(paper, { ...found, sources }),
  });
}

const BARS = '▁▂▃▄▅▆▇█';

/** One character a step, the highest bar for `most`; nothing is a dot. Long periods are drawn in fewer steps. */
export function sparkline(counts: readonly number[], most: number, width: number): string {
  const per = Math.max(1, Math.ceil(counts.length / width));
  let drawn = '';
  for (let i = 0; i < counts.length; i += per) {
    const sum = counts.slice(i, i + per).reduce((total, count) => total + count, 0);
    const level = Math.min(BARS.length, Math.ceil((sum / Math.max(1, most * per)) * BARS.length));
    drawn += sum === 0 ? '·' : BARS[level - 1];
  }
  return drawn;
}

/** For people: a line a source. */
function printCoverage(output: Output, { days, sources, totals }: Coverage): void {
  const [first] = days;
  if (first === undefined || sources.length === 0)
    return void line(output, 'Nothing on the dispute in that time.');
  const most = Math.max(...sources.flatMap(({ counts }) => counts));
  const width = Math.max(20, output.width - 50);
  table(
    output,
    ['outlet', 'country', `${first} – ${days.at(-1)}`, 'articles'],
    [
      ...sources.map(({ outlet, country, counts, total }) => [
        outlet,
        country,
        sparkline(counts, most, width),
        total,
      ]),
      [
        'all',
        '',
        sparkline(totals, Math.max(...totals), width),
        totals.reduce((sum, count) => sum + count, 0),
      ],
    ],
    0,
  );
}

function printStory(output: Output, found: StoryCoverage): void {
  const { color, width } = output;
  const section = (text: string) => line(output, `\n${color.bold(text)}`);
  const names = (label: string, list: readonly { outlet: string }[]) => {
    if (list.length > 0)
      line(output, wrap(`${label}: ${list.map(({ outlet }) => outlet).join(', ')}`, width));
  };
  heading(output, found.title);
  table(
    output,
    ['outlet', 'country', 'languages', 'own', 'copied', 'releases', 'first'],
    found.carried.map((row) => [
      row.outlet,
      row.country,
      row.languages.join(' '),
      row.own,
      row.copied,
      row.releases,
      when(row.firstAt),
    ]),
    0,
  );
  line(output);
  const counted = (label: string, rows: string[]) => line(output, `${label}: ${rows.join(', ')}`);
  counted(
    'Countries',
    found.countries.map(({ country, outlets }) => `${country} ${outlets}`),
  );
  counted(
    'Languages',
    found.languages.map(({ language, outlets }) => `${language} ${outlets}`),
  );
  names('Polled, nothing on it', found.silent);
  names('Could not be polled', found.unseen);
  if (found.statements.length > 0) section('Statements');
  for (const { partyName, speaker, form, quote, carriedBy, leftOutBy, unknown } of found.statements) {
    const words = form === 'direct' ? `“${quote}”` : `${quote} (reported)`;
    line(output, wrap(`${speaker === null ? partyName : `${speaker}, ${partyName}`}: ${words}`, width, '  '));
    const list = (mark: string, outlets: string[]) => {
      if (outlets.length > 0) line(output, wrap(`${mark} ${outlets.join(', ')}`, width, '    '));
    };
    list('carried by', carriedBy);
    list('left out by', leftOutBy);
    list('cannot be told of', unknown);
  }
}
