import { germanStamp } from '../time.ts';
import type { PageView } from '../types.ts';
import { blocksHtml, commonHead, esc, figure, jsonLd, newsArticle, withDateline } from './html.ts';

/** A tech magazine: initials after the text, code-like class names, a price box and a podcast box inside it. */
export function bitkantePage(view: PageView): string {
  const { article } = view;
  const initials = article.authors?.[0]
    ?.split(' ')
    .map((part) => part.slice(0, 1))
    .join('')
    .toLowerCase();
  return `<!DOCTYPE html>
<html lang="de" class="no-js"><head><meta charset="utf-8">
${commonHead(view, ' | bitkante')}
${jsonLd({ '@graph': [{ '@type': 'WebPage', url: view.url }, newsArticle(view)] })}
<script>window.dataLayer = [{"page": "article"}];</script>
</head><body>
<div class="bk-header"><a href="/">bitkante</a><a href="/newsticker">Newsticker</a><a href="/hintergrund">Hintergrund</a><a href="/forum/">Forum</a></div>
<div id="content"><article id="meldung">
<header class="a-article-header"><h1>${esc(article.title)}</h1><p class="a-article-header__lead">${esc(article.teaser)}</p></header>
<a-bookmark>Merken</a-bookmark><div class="a-publish-info"><time datetime="${article.at}">${germanStamp(article.at)}</time> <span>Lesezeit: 2 Min.</span> ${(article.authors ?? []).map((name) => `<li class="a-creator__name">${esc(name)}</li>`).join('')}</div>
${article.picture ? figure(article.picture) : ''}
<div class="article-content">
${blocksHtml(withDateline(view))}
<div class="a-box a-box--podcast"><h3>Podcast „Kantenglättung“</h3><p>Jeden Freitag reden zwei aus der Redaktion über die Woche.</p></div>
${article.credit ? `<p class="bk-quelle">(${esc(article.credit)})</p>` : ''}
<p class="bk-kuerzel">(${esc(initials ?? 'red')})</p>
</div></article>
<section class="bk-comments"><a href="/forum/">Kommentare lesen (114)</a></section>
<section class="bk-more"><h2>Das könnte Sie auch interessieren</h2>${view.related.map(({ title, url }) => `<a class="bk-teaser" href="${esc(url)}">${esc(title)}</a>`).join(' ')}</section>
</div><footer><a href="/impressum">Impressum</a><a href="/privacy">Datenschutz</a></footer></body></html>
`;
}
