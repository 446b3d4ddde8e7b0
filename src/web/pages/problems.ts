import { keptLanguage } from '../filter-form.ts';
import { type Html, html } from '../html.ts';
import type { Page, View } from '../view.ts';

const page = (view: View, title: string, body: Html): Page => ({
  title,
  body: html`<h1>${title}</h1>
${body}
<p><a href="${view.href('/')}">${view.words.home}</a></p>`,
});

/** What cannot be answered, and why. */
export function problemPage(view: View, status: 400 | 404, message: string): Page {
  const { words } = view;
  return page(view, status === 404 ? words.notFoundTitle : words.badTitle, html`<p>${message}</p>`);
}

/** Before the first poll. */
export function noDatabasePage(view: View): Page {
  const { words } = view;
  return page(
    view,
    words.noDatabaseTitle,
    html`<p>${words.noDatabase}</p><pre><code>standoff run</code></pre>`,
  );
}

export const storePage = (view: View, message: string): Page =>
  page(view, view.words.storeTitle, html`<p>${message}</p>`);

/** Asked for under a name that is not ours. */
export const wrongHostPage = (view: View, names: readonly string[]): Page =>
  page(view, view.words.wrongHostTitle, html`<p>${view.words.wrongHost(names.join(', '))}</p>`);

export const failedPage = (view: View): Page =>
  page(view, view.words.failedTitle, html`<p>${view.words.failed}</p>`);

/** Asks for the token. @param next where the reader wanted to go */
export function tokenPage(view: View, next: string, wrong: boolean): Page {
  const { words } = view;
  return {
    title: words.tokenTitle,
    body: html`<h1>${words.tokenTitle}</h1>
<p>${words.tokenNote}</p>
<form class="token" method="post" action="/access">
${keptLanguage(view)}
<input type="hidden" name="next" value="${next}">
<label for="token">${words.token}</label>
<p class="line"><input type="password" id="token" name="token" required autocomplete="current-password"${wrong ? html` aria-invalid="true" aria-describedby="wrong"` : ''}><button>${words.enter}</button></p>
${wrong ? html`<p id="wrong" class="wrong" role="alert">${words.wrongToken}</p>` : ''}
</form>`,
  };
}
