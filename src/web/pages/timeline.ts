import { choices as choicesOf } from '../../query/choices.ts';
import { latestTimeline, type TimelineItem } from '../../query/timeline.ts';
import { filterForm } from '../filter-form.ts';
import { foreign, type Html, html, isWebAddress, joined, outside } from '../html.ts';
import { type FilterName, filtersIn, pageIn } from '../params.ts';
import { day, paging } from '../parts.ts';
import { missing } from '../problem.ts';
import type { Page, Reading, View } from '../view.ts';

const TIMELINE_FILTERS: readonly FilterName[] = ['party', 'docket', 'topic', 'since', 'until'];
const LENGTH = 100;

function line(view: View, { day: when, kind, text, storyId, articles, urls }: TimelineItem): Html {
  const { words, href } = view;
  const what =
    storyId === null
      ? html`<strong>${text}</strong>`
      : html`<a href="${href(`/stories/${storyId}`)}">${foreign(text)}</a>`;
  const sources = urls
    .filter((url) => storyId === null && isWebAddress(url))
    .map((url) => outside(url, words.readAt(new URL(url).hostname.replace(/^www\./, ''))));
  const rest = [...(articles === null ? [] : [words.articles(articles)]), ...sources];
  return html`<li class="${kind}">${day(view, when)}
<span class="kind">${kind === 'event' ? words.event : words.press}</span>
<div>${what}${rest.length > 0 ? html`<p class="facts">${joined(rest, ' · ')}</p>` : ''}</div></li>
`;
}

/** Known events and stories in one chronology, the latest first. @throws {Problem} */
export function timelinePage(view: Reading): Page {
  const { words, db, language, query } = view;
  const choices = choicesOf(db, language);
  const filters = filtersIn(query, choices, TIMELINE_FILTERS);
  const page = pageIn(query);
  const found = latestTimeline(db, language, { ...filters, limit: LENGTH + 1, offset: (page - 1) * LENGTH });
  if (found.length === 0 && page > 1) throw missing((say) => say.noSuchPage(page));
  const items = found.slice(0, LENGTH);
  const names = { before: words.newer, after: words.older };
  const list = html`<ol class="timeline">
${items.map((item) => line(view, item))}</ol>`;
  return {
    title: words.timeline,
    body: html`<h1>${words.timeline}</h1>
${filterForm(view, choices, TIMELINE_FILTERS, filters)}
${items.length === 0 ? html`<p class="none">${words.noTimeline}</p>` : list}
${paging(view, filters, { page, more: found.length > LENGTH, names })}`,
  };
}
