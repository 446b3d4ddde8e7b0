import type { StoryCoverage } from '../../../query/story-coverage.ts';
import { foreign, type Html, html, type Inner, joined } from '../../html.ts';
import { moment, table } from '../../parts.ts';
import type { View } from '../../view.ts';

function names(label: string, list: readonly { outlet: string }[]): Html | '' {
  if (list.length === 0) return '';
  const all = joined(
    list.map(({ outlet }) => foreign(outlet)),
    ', ',
  );
  return html`<details><summary>${label} (${list.length})</summary><p>${all}</p></details>
`;
}

/** Who carried a story, who was polled and had nothing, and who could not be asked. */
export function coverageSection(view: View, found: StoryCoverage): Html {
  const { words, format } = view;
  const rows = found.carried.map((row): (Inner | number)[] => [
    foreign(row.outlet),
    format.country(row.country),
    joined(row.languages.map(format.language), ', '),
    row.own,
    row.copied,
    row.releases,
    moment(view, row.firstAt),
  ]);
  const head = [
    ...[words.outlet, words.country, words.languages],
    ...[words.ownCount, words.copied, words.releases, words.first],
  ];
  return html`<section id="coverage" aria-labelledby="coverage-title">
<h2 id="coverage-title">${words.carried}</h2>
${table(words.carried, head, rows, [3, 4, 5])}
${names(words.silent, found.silent)}${names(words.unseen, found.unseen)}</section>`;
}
