import type { MessageLanguage } from '../../publish/channels.ts';
import type { Run } from '../../publish/message.ts';
import { wordsOf } from '../../publish/words.ts';
import { latestTimeline, type TimelineItem } from '../../query/timeline.ts';
import type { Answer } from '../model.ts';
import { day, dotted, type Item, link, text } from '../render.ts';
import { listPage } from './list.ts';
import { type Asking, narrowing } from './narrowing.ts';

const SIZE = 8;

/** A day, or what is known of it: `October 2025`, `2025`. */
function moment(known: string, language: MessageLanguage): Run {
  if (/^\d{4}-\d{2}-\d{2}$/.test(known)) return day(known);
  if (!/^\d{4}-\d{2}$/.test(known)) return text(known);
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return text(format.format(Date.parse(`${known}-01`)));
}

function item({ question, words }: Asking, entry: TimelineItem): Item {
  const counts = wordsOf(question.language);
  const when = moment(entry.day, question.language);
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
