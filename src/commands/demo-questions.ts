import type { World } from '../../test/world/index.ts';
import { canonicalUrl } from '../link/identity.ts';
import { explain } from '../query/explain.ts';
import { search } from '../query/search.ts';
import { stories } from '../query/stories.ts';
import { timeline } from '../query/timeline.ts';
import type { Db } from '../store/db.ts';
import type { Context } from './context.ts';
import { printExplanation } from './explain.ts';
import { line } from './output.ts';
import { printHit } from './search.ts';
import { printStories } from './stories.ts';
import { printTimeline } from './timeline.ts';

/** The end of the demo: what the database answers, with the commands that ask it. */
export function demoQuestions({ output, language }: Context, db: Db, world: World): void {
  const { color } = output;
  const ask = (command: string) =>
    line(output, `\n${color.cyan('$')} ${color.bold(`standoff ${command}`)}\n`);

  ask('stories --limit 8');
  printStories(output, stories(db, { limit: 8 }));

  ask(`search '"berechtigtes Interesse"' --limit 3`);
  for (const hit of search(db, '"berechtigtes Interesse"', { limit: 3 })) printHit(output, hit);

  ask('timeline --since 2025-05-12 --until 2025-05-27');
  printTimeline(output, timeline(db, language, { since: '2025-05-12', until: '2025-05-27' }));

  const seed = world.urlOf('seed');
  ask(`explain ${seed}`);
  printExplanation(output, explain(db, canonicalUrl(seed), language));

  line(
    output,
    `\nNow with the real press: ${color.bold('npm start')} (posts to this terminal until Discord is connected; see README.md).`,
  );
}
