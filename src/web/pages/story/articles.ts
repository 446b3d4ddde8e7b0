import type { PrimarySource } from '../../../query/press-lag.ts';
import type { StoryArticle } from '../../../query/stories.ts';
import { foreign, type Html, html, type Inner, joined, outside } from '../../html.ts';
import { moment, table } from '../../parts.ts';
import type { View } from '../../view.ts';

/** Whose words an article's are. */
function kind({ words }: View, article: StoryArticle, primary: boolean): string {
  const { agencies, reprintKind } = article;
  if (primary) return words.primaryMark;
  if (reprintKind === 'contained-in') return words.excerpt;
  if (reprintKind !== null) return agencies === null ? words.reprint : words.copy(agencies);
  return agencies === null ? words.own : words.withAgency(agencies);
}

function remarks({ words }: View, { textFrom, wall, revisions }: StoryArticle): Inner[] {
  return [
    ...(wall === null ? [] : [words.wall]),
    ...(textFrom === 'feed' ? [words.fromFeed] : []),
    ...(revisions > 1 ? [html`<a href="#revisions">${words.revised(revisions - 1)}</a>`] : []),
  ];
}

/** The articles of a story, oldest first, with what each is made of. */
export function articlesSection(
  view: View,
  members: readonly StoryArticle[],
  releases: readonly PrimarySource[],
): Html {
  const { words } = view;
  const primary = new Set(releases.map(({ articleId }) => articleId));
  const rows = members.map((member): Inner[] => [
    foreign(member.outlet),
    outside(member.url, foreign(member.title, member.language)),
    html`${joined([kind(view, member, primary.has(member.id)), ...remarks(view, member)], ', ')}`,
    moment(view, member.at),
  ]);
  return html`<section id="articles" aria-labelledby="articles-title">
<h2 id="articles-title">${words.articles(members.length)}</h2>
${table(words.articles(members.length), [words.outlet, words.article, words.text, words.when], rows)}
</section>`;
}

/** Releases of courts, authorities and parties themselves, and how long the press took. */
export function primarySection(view: View, releases: readonly PrimarySource[]): Html | '' {
  const { words, format } = view;
  if (releases.length === 0) return '';
  const items = releases.map(({ outlet, url, at, followedBy }) => {
    const lags = followedBy.map(({ url: press, outlet: name, lagMinutes }) => {
      const span = format.span(lagMinutes * 60_000);
      return html`<li>${outside(press, foreign(name))} ${lagMinutes < 0 ? words.before(span) : words.later(span)}</li>`;
    });
    return html`<li>${outside(url, foreign(outlet))}, ${moment(view, at)}
${lags.length > 0 ? html`<p class="facts">${words.pressLag}:</p><ul class="inline">${lags}</ul>` : ''}</li>
`;
  });
  return html`<section id="primary" aria-labelledby="primary-title">
<h2 id="primary-title">${words.primary}</h2>
<ul class="plain">${items}</ul>
</section>`;
}
