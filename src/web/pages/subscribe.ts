import { choices } from '../../query/choices.ts';
import { html } from '../html.ts';
import type { Page, Reading } from '../view.ts';

/** Addresses that programs can read. */
export function subscribePage({ words, href, db, language }: Reading): Page {
  const [topic] = choices(db, language).topic;
  const link = (path: string, label: string) => html`<li><a href="${href(path)}">${label}</a>
<code>${href(path)}</code></li>
`;
  const example = topic === undefined ? '' : href('/stories.atom', { topic: topic.id });
  return {
    title: words.subscribe,
    body: html`<h1>${words.subscribe}</h1>
<p>${words.subscribeNote}</p>
<ul class="plain">
${link('/stories.atom', words.atom)}${link('/stories.json', words.jsonFeed)}${link('/dates.ics', words.calendar)}</ul>
${topic === undefined ? '' : html`<p>${words.example} (${topic.name}): <a href="${example}"><code>${example}</code></a></p>`}`,
  };
}
