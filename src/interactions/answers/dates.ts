import { wordsOf } from '../../publish/words.ts';
import { type DateRow, dates } from '../../query/lists.ts';
import type { Answer } from '../model.ts';
import { day, dim, dotted, type Item, link, text } from '../render.ts';
import { listPage } from './list.ts';
import { type Asking, narrowing } from './narrowing.ts';

const SIZE = 8;

function item({ question }: Asking, row: DateRow): Item {
  const words = wordsOf(question.language);
  return {
    head: [day(row.day), dim(' '), text(words.dates[row.type] ?? row.type, true)],
    facts: dotted([
      link(row.matched, row.url),
      words.outletCount(row.outlets),
      row.storyId === null ? null : words.story(row.storyId),
    ]),
  };
}

/** `/dates`. @param today first day that is not over, UTC */
export function datesAnswer(asked: Asking, today: string): Answer {
  const narrowed = narrowing(asked, SIZE);
  if ('problem' in narrowed) return narrowed;
  const { db, words, question } = asked;
  return listPage(asked, {
    title: words.titles.dates,
    narrowed: narrowed.said,
    rows: dates(db, narrowed.filters, question.options.past === undefined ? today : null),
    size: SIZE,
    empty: words.empty.dates,
    item: (row) => item(asked, row),
  });
}
