import type { StoryArticle } from '../../../query/stories.ts';
import type { CoveredStatement } from '../../../query/story-coverage.ts';
import type { Excerpts } from '../../excerpts.ts';
import { foreign, type Html, html, joined, outside } from '../../html.ts';
import type { View } from '../../view.ts';

/** @param source the article that the words are from: its outlet leads there */
function outlets(label: string, names: readonly string[], source?: StoryArticle): Html | '' {
  if (names.length === 0) return '';
  const linked = names.map((name) => outside(name === source?.outlet ? source.url : null, foreign(name)));
  return html`<p class="facts">${label} ${joined(linked, ', ')}</p>
`;
}

function statement(view: View, said: CoveredStatement, source: StoryArticle | undefined): Html {
  const { words } = view;
  const { speaker, partyName, form, quote, language } = said;
  const who = html`<cite>${foreign(speaker ?? partyName)}</cite>`;
  const how = form === 'reported' ? html` <span class="badge">${words.reported}</span>` : '';
  return html`<figure class="statement">
<blockquote class="${form}">${foreign(quote, language)}</blockquote>
<figcaption>${who}${how}
${outlets(words.carriedBy, said.carriedBy, source)}${outlets(words.leftOutBy, said.leftOutBy)}${outlets(words.unknownOf, said.unknown)}</figcaption>
</figure>
`;
}

/** What the parties say, a column each; what an outlet does not let be shown is left out. */
export function statementsSection(
  view: View,
  statements: readonly CoveredStatement[],
  members: readonly StoryArticle[],
  fits: Excerpts,
): Html | '' {
  const { words } = view;
  const articles = new Map(members.map((member) => [member.id, member]));
  const parties = new Map<string, CoveredStatement[]>();
  for (const said of statements) {
    const { articleId, quote, partyName } = said;
    if (fits(articleId, quote)) parties.set(partyName, [...(parties.get(partyName) ?? []), said]);
  }
  if (parties.size === 0) return '';
  const columns = [...parties].map(
    ([name, said]) => html`<section class="party">
<h3>${name}</h3>
${said.map((one) => statement(view, one, articles.get(one.articleId)))}</section>
`,
  );
  return html`<section id="statements" aria-labelledby="statements-title">
<h2 id="statements-title">${words.statements}</h2>
<div class="sides">
${columns}</div>
</section>`;
}
