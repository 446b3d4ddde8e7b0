import type { StoryLogEntry } from '../query/story-log.ts';
import { line, type Output, plain, table, when, wrap } from './output.ts';

/** Merges, splits and moves of stories for people: what, when, by whom, why, and which articles. */
export function printMoves(output: Output, entries: readonly StoryLogEntry[]): void {
  for (const { decision, at, kind, from, to, by, reason, articles, undoneAt } of entries) {
    const undone = undoneAt === null ? '' : output.color.yellow(` undone ${when(undoneAt)}`);
    const head = `decision ${decision}  ${when(at)}  ${kind} ${from} → ${to}, by ${plain(by)}`;
    line(output, `${output.color.bold(head)}${undone}`);
    if (reason !== '') line(output, wrap(reason, output.width, '  '));
    table(
      output,
      ['  article', 'outlet', 'title'],
      articles.map((article) => [`  ${article.id}`, article.outlet, article.title]),
      2,
    );
  }
}
