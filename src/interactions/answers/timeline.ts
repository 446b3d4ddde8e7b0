import { wordsOf } from '../../publish/words.ts';
import { latestTimeline, type TimelineItem } from '../../query/timeline.ts';
import type { Answer } from '../model.ts';
import { day, dotted, type Item, link, text } from '../render.ts';
import { listPage } from './list.ts';
import { type Asking, narrowing } from './narrowing.ts';

const SIZE = 8;

function item({ question, words }: Asking, entry: TimelineItem): Item {
  const counts = wordsOf(question.language);
  const when = /^\d{4}-\d{2}-\d{2}$/.test(entry.day) ? day(entry.day) : text(entry.day);
  const [url = null] = entry.urls;
  return {
    head: [link(entry.text, url)],
    facts: dotted(
      entry.storyId === null
        ? [when, words.event]
        : [when, counts.articles(entry.articles ?? 0), counts.story(entry.storyId)],
    ),
  };
}

/** `/timeline`. */
export function timelineAnswer(asked: Asking): Answer {
  const narrowed = narrowing(asked, SIZE);
  if ('problem' in narrowed) return narrowed;
  const { db, words, question } = asked;
  return listPage(asked, {
    title: words.titles.timeline,
    narrowed: narrowed.said,
    rows: latestTimeline(db, question.language, narrowed.filters),
    size: SIZE,
    empty: words.empty.timeline,
    item: (entry) => item(asked, entry),
  });
}
