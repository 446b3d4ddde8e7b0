import { choices as choicesOf } from '../../query/choices.ts';
import { didYouMean } from '../../query/did-you-mean.ts';
import { find, MARK, QueryError, type SearchHit } from '../../query/search.ts';
import { type Excerpts, excerptsOf } from '../excerpts.ts';
import { filterControls, keptLanguage } from '../filter-form.ts';
import { foreign, type Html, html, outside } from '../html.ts';
import {
  type FilterName,
  filtersIn,
  given,
  type Narrowed,
  PAGE_LENGTH,
  pageIn,
  searchedIn,
} from '../params.ts';
import { facts, moment, paging } from '../parts.ts';
import { bad, missing } from '../problem.ts';
import type { Page, Reading, View } from '../view.ts';

const SEARCH_FILTERS: readonly FilterName[] = ['party', 'topic', 'source', 'language', 'since', 'until'];

/** The words found, marked; the text around them as it stands. */
export function marked(snippet: string): Html {
  const [before = '', ...found] = snippet.split(MARK.begin);
  const parts = found.map((part) => {
    const [word = '', ...rest] = part.split(MARK.end);
    return html`<mark>${word}</mark>${rest.join('')}`;
  });
  return html`${before}${parts}`;
}

function hitOf(view: View, hit: SearchHit, fits: Excerpts): Html {
  const { words, href } = view;
  const story =
    hit.storyId === null
      ? null
      : html`<a href="${href(`/stories/${hit.storyId}`)}">${words.story(hit.storyId)}</a>`;
  return html`<li>
<h2>${outside(hit.url, foreign(hit.title, hit.language))}</h2>
${facts([moment(view, hit.at), foreign(hit.outlet), hit.agencies === null ? null : foreign(hit.agencies), story])}
${fits(hit.id, hit.snippet) ? html`<p class="snippet" lang="${hit.language}" dir="auto">${marked(hit.snippet)}</p>` : ''}
</li>
`;
}

/** What is typed so far as a query: its last word may be a beginning. */
export function whileTyping(text: string): string {
  const [, word = ''] = /(?:^|\s)([\p{L}\p{N}]{2,})$/u.exec(text) ?? [];
  const open = text.split('"').length % 2 === 0;
  return word === '' || open ? text : `${text} OR ${word}*`;
}

interface Asked {
  text: string;
  /** Asked by the page's script after a key. */
  live: boolean;
  translate: boolean;
  page: number;
  filters: Narrowed;
}

function results(view: Reading, { text, live, translate, page, filters }: Asked): Html {
  const { words, db, href, path, subject, query } = view;
  const concepts = translate ? subject.concepts : [];
  const range = { limit: PAGE_LENGTH + 1, offset: (page - 1) * PAGE_LENGTH };
  const { hits: found, ofNewest } = find(
    db,
    live ? whileTyping(text) : text,
    { ...filters, ...range },
    concepts,
  );
  if (found.length === 0 && page > 1) throw missing((say) => say.noSuchPage(page));
  if (found.length === 0) {
    const instead = live ? null : didYouMean(db, text);
    const again = { ...Object.fromEntries(query), q: instead ?? text };
    return html`<p class="count">${words.nothing}</p>
${instead === null ? '' : html`<p>${words.didYouMean} <a href="${href(path, again)}">${foreign(instead)}</a></p>`}`;
  }
  const hits = found.slice(0, PAGE_LENGTH);
  const fits = excerptsOf(
    db,
    hits.map(({ id }) => id),
  );
  const more = found.length > PAGE_LENGTH;
  const names = { before: words.newer, after: words.older };
  const kept = { ...filters, q: text, translate: translate ? '1' : undefined };
  return html`<p class="count">${page === 1 ? words.hits(hits.length, more) : words.page(page)}</p>
${ofNewest === null ? '' : html`<p class="hint">${words.ofNewest(ofNewest)}</p>`}
<ol class="stories hits">
${hits.map((hit) => hitOf(view, hit, fits))}</ol>
${paging(view, kept, { page, more, names })}`;
}

/** Articles by their words; a form that the page's script asks while the reader types. @throws {Problem} */
export function searchPage(view: Reading): Page {
  const { words, db, language, query } = view;
  const choices = choicesOf(db, language);
  const filters = filtersIn(query, choices, SEARCH_FILTERS);
  const text = searchedIn(query);
  const translate = given(query, 'translate') !== undefined;
  const asked = { live: given(query, 'live') !== undefined, translate, page: pageIn(query), filters };
  const set = SEARCH_FILTERS.some((name) => filters[name] !== undefined);
  let found: Html | '' = '';
  try {
    if (text !== undefined) found = results(view, { ...asked, text });
  } catch (error) {
    throw error instanceof QueryError ? bad((say) => say.badQuery) : error;
  }
  return {
    title: text === undefined ? words.search : `${words.search}: ${text}`,
    body: html`<h1>${words.search}</h1>
<form class="search" action="/search" role="search">
${keptLanguage(view)}
<label for="q">${words.query}</label>
<p class="line"><input type="search" id="q" name="q" value="${text ?? ''}" maxlength="500" autocomplete="off" aria-describedby="hint"><button>${words.find}</button></p>
<p id="hint" class="hint">${words.hint}</p>
<p class="check"><input type="checkbox" id="translate" name="translate" value="1"${translate ? html` checked` : ''}><label for="translate">${words.translate}</label></p>
<details${set ? html` open` : ''}><summary>${words.filters}</summary>
<div class="controls">
${filterControls(view, choices, SEARCH_FILTERS, filters)}</div>
</details>
</form>
<p id="said" class="unseen" role="status"></p>
<section id="results" aria-label="${words.results}">
${found}
</section>`,
  };
}
