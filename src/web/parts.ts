import type { Choices } from '../query/choices.ts';
import type { StoryRow } from '../query/stories.ts';
import { foreign, type Html, html, type Inner, joined } from './html.ts';
import type { Narrowed } from './params.ts';
import type { View } from './view.ts';

/** An instant, for people and for machines. */
export const moment = ({ format }: View, instant: string): Html =>
  html`<time datetime="${instant}">${format.moment(instant)}</time>`;

/** A calendar day or month, for people and for machines. */
export const day = ({ format }: View, text: string): Html =>
  html`<time datetime="${text}">${format.day(text)}</time>`;

/** Facts in a row. */
export const facts = (parts: readonly (Inner | null)[]): Html =>
  html`<p class="facts">${joined(
    parts.flatMap((part) => (part === null || part === '' ? [] : [part])),
    html`<span class="dot" aria-hidden="true"> · </span>`,
  )}</p>`;

export const nameIn = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((choice) => choice.id === id)?.name ?? id;

/** What is to happen on a day: types of dates are named here, or they are stages of the dossier. */
export const dateType = ({ words }: View, choices: Choices, type: string): string =>
  words.dateTypes[type] ?? nameIn(choices.stage, type);

/** The stage and the grade of a story, each where there is something to say. */
export function badges({ words }: View, choices: Choices, stage: string | null, grade: string): Html {
  const parts = [
    stage === null ? '' : html`<span class="badge stage">${nameIn(choices.stage, stage)}</span> `,
    grade === 'core' ? '' : html`<span class="badge">${words.grades[grade] ?? grade}</span> `,
  ];
  return html`${parts}`;
}

/** Stories as a list of headlines. @param level of the headings, by what stands above them */
export function storyList(
  view: View,
  choices: Choices,
  rows: readonly StoryRow[],
  level: 'h2' | 'h3' = 'h2',
): Html {
  const { words, href } = view;
  const items = rows.map((row) => {
    const title = html`<a href="${href(`/stories/${row.id}`)}">${foreign(row.title, row.language)}</a>`;
    const heading = level === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`;
    return html`<li>
${heading}
${facts([
  html`${badges(view, choices, row.stage, row.grade)}${moment(view, row.lastSeenAt)}`,
  row.outlet === null ? null : foreign(row.outlet),
  words.outlets(row.outlets),
  words.articles(row.articles),
])}
</li>
`;
  });
  return html`<ol class="stories">
${items}</ol>`;
}

/** Links to the pages of a list before and after this one. */
export function paging(
  view: View,
  filters: Narrowed,
  { page, more, names }: { page: number; more: boolean; names: { before: string; after: string } },
): Html | '' {
  if (page === 1 && !more) return '';
  const { words, href, path } = view;
  const link = (to: number, rel: 'prev' | 'next', name: string) =>
    html`<a href="${href(path, { ...filters, page: to === 1 ? undefined : to })}" rel="${rel}">${name}</a>`;
  return html`<nav class="paging" aria-label="${words.pages}">
<span>${page > 1 ? link(page - 1, 'prev', `← ${names.before}`) : ''}</span>
<span>${words.page(page)}</span>
<span>${more ? link(page + 1, 'next', `${names.after} →`) : ''}</span>
</nav>`;
}

/** A table that can be scrolled sideways with the keyboard, where it is wider than the page. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (Inner | number)[])[],
  numeric: readonly number[] = [],
): Html {
  const kind = (column: number) => (numeric.includes(column) ? html` class="number"` : '');
  const cell = (value: Inner | number, column: number) =>
    column === 0
      ? html`<th scope="row"${kind(column)}>${value}</th>`
      : html`<td${kind(column)}>${value}</td>`;
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption class="unseen">${caption}</caption>
<thead><tr>${head.map((name, i) => html`<th scope="col"${kind(i)}>${name}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody>
</table>
</div>`;
}
