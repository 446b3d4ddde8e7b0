import { germanStamp } from '../time.ts';
import type { PageView } from '../types.ts';
import { blocksHtml, commonHead, esc, figure, jsonLd, newsArticle, withDateline } from './html.ts';

const SECTIONS = ['Politik', 'Wirtschaft', 'Technik', 'Panorama', 'Ratgeber', 'Sport'];

function teaserBox(view: PageView): string {
  const items = view.related.map(
    ({ title, teaser, url }) =>
      `<article class="teaser teaser--s"><a href="${esc(url)}"><span class="teaser__kicker">Auch interessant</span><h3>${esc(title)}</h3></a><p>${esc(teaser)}</p></article>`,
  );
  return `<section class="group group--related"><h2>Mehr zum Thema</h2>${items.join('\n')}</section>`;
}

/** A news channel: the credit stands in the article's footer, the JSON-LD names the house as author. */
export function nrvPage(view: PageView): string {
  const { article, outlet } = view;
  const source = article.credit ? `Quelle: ${outlet.name}, ${article.credit}` : `Quelle: ${outlet.name}`;
  const author = [{ '@type': 'Organization', name: 'NRV NACHRICHTEN' }];
  return `<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8">
${commonHead(view, ' - nrv.example')}
<meta name="date" content="${article.at}"><meta property="article:published_time" content="${article.at}">
${jsonLd(newsArticle(view, { author, articleSection: article.section }))}
</head><body class="page page--article">
<div id="cmp-layer" class="cmp" hidden><p>Wir und unsere Partner verarbeiten Daten. Mit „Alle akzeptieren“ stimmen Sie der Verarbeitung zu.</p><button>Alle akzeptieren</button></div>
<header class="header"><a class="header__logo" href="/">nrv</a><nav><ul>${SECTIONS.map((name) => `<li><a href="/${name.toLowerCase()}/">${name}</a></li>`).join('')}</ul></nav>
<div class="ticker-bar"><span>Eilmeldungen</span> Jetzt auch per Push erhalten</div></header>
<main><article class="article article-detail">
<header class="article-detail-header"><span class="article-detail-header_kicker">${esc(article.kicker ?? '')}</span>
<h1 class="article-detail-header_headline">${esc(article.title)}</h1>
<div class="article-detail-header_meta"><time datetime="${article.at}">${germanStamp(article.at)}</time>${(article.authors ?? []).map((name) => `<span class="author">Von ${esc(name)}</span>`).join('')}</div>
<div class="article-detail-header_share"><button>Teilen</button><button>Merken</button><button>Drucken</button></div></header>
<p class="article-detail_lead"><strong>${esc(article.teaser)}</strong></p>
${article.picture ? figure(article.picture) : ''}
<div class="article-detail-body">
${blocksHtml(withDateline(view))}
</div>
<aside class="app-hint"><p>Alle Nachrichten auch in der kostenlosen App von nrv.example.</p></aside>
<footer class="article-detail-footer"><p class="article-detail-footer_source">${esc(source)}</p>
<ul class="article-detail-footer_tags"><li><a href="/thema/meta">Meta</a></li><li><a href="/thema/recht">Recht</a></li></ul></footer>
</article>
${teaserBox(view)}
<section class="newsletter"><h2>Der Tag in fünf Minuten</h2><p>Unser Newsletter, jeden Morgen um sechs.</p><form><input type="email"><button>Anmelden</button></form></section>
</main>
<footer class="site-footer"><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a> <p>© nrv.example Alle Rechte vorbehalten</p></footer>
</body></html>
`;
}
