import { wordsOf } from '../../publish/words.ts';
import { type StoryRow, stories } from '../../query/stories.ts';
import type { Answer } from '../model.ts';
import { day, dotted, type Item, link } from '../render.ts';
import { listPage } from './list.ts';
import { type Asking, narrowing } from './narrowing.ts';

const SIZE = 5;

/** A story in a list: headline, stage, how many reported, when, its number. */
export function storyItem({ question, names }: Asking, row: StoryRow): Item {
  const words = wordsOf(question.language);
  return {
    head: [link(row.title, row.url)],
    facts: dotted([
      names.stage(row.stage),
      words.outletCount(row.outlets),
      row.articles > row.outlets ? words.articles(row.articles) : null,
      day(row.lastSeenAt),
      words.story(row.id),
    ]),
  };
}

/** `/stories`. */
export function storiesAnswer(asked: Asking): Answer {
  const narrowed = narrowing(asked, SIZE);
  if ('problem' in narrowed) return narrowed;
  const { words } = asked;
  return listPage(asked, {
    title: words.titles.stories,
    narrowed: narrowed.said,
    rows: stories(asked.db, narrowed.filters),
    size: SIZE,
    empty: words.empty.stories,
    item: (row) => storyItem(asked, row),
  });
}
