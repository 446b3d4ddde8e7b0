import type { Command } from 'commander';
import { type TimelineItem, timeline } from '../query/timeline.ts';
import { createContext } from './context.ts';
import { filtersOf, type ListOptions, withFilters } from './filters.ts';
import { known } from './known.ts';
import { printList } from './list.ts';
import { line, link, type Output, wrap } from './output.ts';

const COLUMNS = ['day', 'kind', 'text', 'storyId', 'articles', 'urls'] as const;

const LENGTH = 500;

/** `standoff timeline`: known events and stories in one chronology. */
export function register(program: Command): void {
  withFilters(program.command('timeline'), LENGTH)
    .description('known events of the dispute and stories of the press in one chronology')
    .addHelpText(
      'after',
      '\nExample:\n  $ standoff timeline --since 2025-05-01 --until 2025-05-31 --party olg_koeln',
    )
    .action((options: ListOptions, command: Command) => {
      const context = createContext(command);
      const filters = filtersOf(options, LENGTH);
      const rows = context.reading((db) => timeline(db, context.language, known(db, filters)));
      printList(context, options, {
        rows,
        columns: COLUMNS,
        limit: filters.limit,
        human: (paper) => printTimeline(paper, rows),
      });
    });
}

/** Day and mark. */
const INDENT = ' '.repeat(13);

/** For people: known events and stories told apart by their mark. */
export function printTimeline(output: Output, items: readonly TimelineItem[]): void {
  const { color } = output;
  if (items.length === 0) {
    line(output, 'Nothing in that time.');
    return;
  }
  for (const { day, kind, text, storyId, articles, urls } of items) {
    const mark = kind === 'event' ? color.yellow('◆') : color.cyan('●');
    const story =
      storyId === null ? '' : ` story ${storyId}, ${articles} ${articles === 1 ? 'article' : 'articles'}`;
    // Pipes get a line an item.
    const room = output.out.isTTY ? output.width - INDENT.length : Number.POSITIVE_INFINITY;
    const parts = wrap(text, room).split('\n');
    const fits = (parts.at(-1) ?? '').length + story.length <= room;
    const linked = parts.map((part) => link(output, urls[0] ?? null, part)).join(`\n${INDENT}`);
    const facts = `${fits ? '' : `\n${INDENT.slice(1)}`}${color.dim(story)}`;
    line(output, `${color.dim(day.padEnd(10))} ${mark} ${linked}${story === '' ? '' : facts}`);
  }
  line(output, color.dim('\n◆ known event (config/dispute.yaml)   ● story of the press'));
}
