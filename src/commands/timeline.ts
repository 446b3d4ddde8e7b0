import type { Command } from 'commander';
import type { Filters } from '../query/search.ts';
import { type TimelineItem, timeline } from '../query/timeline.ts';
import { createContext } from './context.ts';
import { filtersOf, withFilters } from './filters.ts';
import { json, line, type Output, plain } from './output.ts';

/** `standoff timeline`: known events and stories in one chronology. */
export function register(program: Command): void {
  withFilters(program.command('timeline'))
    .description('known events of the dispute and stories of the press in one chronology')
    .addHelpText(
      'after',
      '\nExample:\n  $ standoff timeline --since 2025-05-01 --until 2025-05-31 --party olg_koeln',
    )
    .action((options: Filters & { in?: string }, command: Command) => {
      const { output, json: machine, reading, language } = createContext(command);
      const items = reading((db) => timeline(db, language, filtersOf(options)));
      if (machine) return json(output, items);
      printTimeline(output, items);
    });
}

/** For people: known events and stories told apart by their mark. */
export function printTimeline(output: Output, items: readonly TimelineItem[]): void {
  const { color } = output;
  if (items.length === 0) {
    line(output, 'Nothing in that time.');
    return;
  }
  for (const { day, kind, text, storyId, articles } of items) {
    const mark = kind === 'event' ? color.yellow('◆') : color.cyan('●');
    const story =
      storyId === null
        ? ''
        : color.dim(` story ${storyId}, ${articles} ${articles === 1 ? 'article' : 'articles'}`);
    line(output, `${color.dim(day.padEnd(10))} ${mark} ${plain(text)}${story}`);
  }
  line(output, color.dim('\n◆ known event (config/dispute.yaml)   ● story of the press'));
}
