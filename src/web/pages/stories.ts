import { choices as choicesOf } from '../../query/choices.ts';
import { stories } from '../../query/stories.ts';
import { filterForm } from '../filter-form.ts';
import { html } from '../html.ts';
import { type FilterName, filtersIn, PAGE_LENGTH, pageIn } from '../params.ts';
import { paging, storyList } from '../parts.ts';
import { missing } from '../problem.ts';
import type { Page, Reading } from '../view.ts';

export const STORY_FILTERS: readonly FilterName[] = [
  'party',
  'topic',
  'source',
  'stage',
  'language',
  'country',
  'docket',
  'grade',
  'since',
  'until',
];

/** Stories, the latest first, narrowed as the address says. @throws {Problem} */
export function storiesPage(view: Reading): Page {
  const { words, db, language, query, href } = view;
  const choices = choicesOf(db, language);
  const filters = filtersIn(query, choices, STORY_FILTERS);
  const page = pageIn(query);
  const found = stories(db, { ...filters, limit: PAGE_LENGTH + 1, offset: (page - 1) * PAGE_LENGTH });
  if (found.length === 0 && page > 1) throw missing((say) => say.noSuchPage(page));
  const rows = found.slice(0, PAGE_LENGTH);
  const feeds = html`<p class="feeds">${words.subscribeTo} <a href="${href('/stories.atom', filters)}">Atom</a>, <a href="${href('/stories.json', filters)}">JSON Feed</a></p>`;
  return {
    title: words.stories,
    body: html`<h1>${words.stories}</h1>
${filterForm(view, choices, STORY_FILTERS, filters)}
${rows.length === 0 ? html`<p class="none">${words.noStory}</p>` : storyList(view, choices, rows)}
${paging(view, filters, { page, more: found.length > PAGE_LENGTH, names: { before: words.newer, after: words.older } })}
${feeds}`,
  };
}
