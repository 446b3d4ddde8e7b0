import { GRADES } from '../model/index.ts';
import type { Choice, Choices } from '../query/choices.ts';
import { type Html, html } from './html.ts';
import type { FilterName, Narrowed } from './params.ts';
import type { View } from './view.ts';

/** What a filter can be set to, as readers know it. */
function options({ format, words }: View, choices: Choices, name: FilterName): Choice[] {
  const named = (codes: readonly string[], call: (code: string) => string) =>
    codes.map((id) => ({ id, name: call(id) })).sort((a, b) => format.compare(a.name, b.name));
  switch (name) {
    case 'language':
      return named(choices.language, format.language);
    case 'country':
      return named(choices.country, format.country);
    case 'docket':
      return choices.docket.map((id) => ({ id, name: id }));
    case 'grade':
      return GRADES.map((id) => ({ id, name: words.grades[id] ?? id }));
    case 'since':
    case 'until':
      return [];
    default:
      return choices[name];
  }
}

function control(view: View, choices: Choices, name: FilterName, value: string): Html {
  const { words } = view;
  const id = `filter-${name}`;
  const label = html`<label for="${id}">${name === 'language' ? words.languageLabel : words[name]}</label>`;
  if (name === 'since' || name === 'until')
    return html`<p>${label}<input type="date" id="${id}" name="${name}" value="${value}"></p>\n`;
  const all = options(view, choices, name);
  return html`<p>${label}<select id="${id}" name="${name}">
<option value="">${words.any}</option>
${all.map((choice) => html`<option value="${choice.id}"${choice.id === value ? html` selected` : ''}>${choice.name}</option>\n`)}</select></p>
`;
}

/** Controls for filters, as they are set. */
export const filterControls = (
  view: View,
  choices: Choices,
  names: readonly FilterName[],
  filters: Narrowed,
): Html => html`${names.map((name) => control(view, choices, name, String(filters[name] ?? '')))}`;

/** The language that was chosen goes along with a form. */
export const keptLanguage = ({ query }: View): Html | '' =>
  query.get('lang') ? html`<input type="hidden" name="lang" value="${query.get('lang')}">` : '';

/** A form that narrows a list: it asks the same address again. */
export function filterForm(
  view: View,
  choices: Choices,
  names: readonly FilterName[],
  filters: Narrowed,
): Html {
  const { words, path, href } = view;
  const set = names.some((name) => filters[name] !== undefined);
  return html`<form class="filters" action="${path}" aria-label="${words.filters}">
${keptLanguage(view)}
<div class="controls">
${filterControls(view, choices, names, filters)}</div>
<p class="actions"><button>${words.apply}</button>${set ? html` <a href="${href(path)}">${words.clear}</a>` : ''}</p>
</form>`;
}
