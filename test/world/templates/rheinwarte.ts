import { germanStamp } from '../time.ts';
import type { PageView } from '../types.ts';
import { blocksHtml, commonHead, esc, jsonLd, newsArticle, withDateline } from './html.ts';

function paywall(view: PageView): string {
  if (view.article.wall !== 'paywall') return '';
  return `<div class="paywall paywall--plus"><h3>Weiterlesen mit Rheinwarte Plus</h3><p>Dieser Artikel ist Abonnenten vorbehalten. Testen Sie Rheinwarte Plus einen Monat für 1 Euro.</p><a class="btn" href="/abo/plus">Jetzt testen</a> <a href="/abo/login">Bereits Abonnent? Anmelden</a></div>`;
}

function furniture(view: PageView): string {
  return `<aside class="sidebar"><h4>Meistgelesen</h4><ol>${view.related
    .map(({ title, url }) => `<li><a href="${esc(url)}">${esc(title)}</a></li>`)
    .join('')}</ol><div class="ad" aria-label="Anzeige"></div></aside>`;
}

/** A regional paper in ISO-8859-1: datelines in the text, tables of links around it, a plus offer. */
export function rheinwartePage(view: PageView): string {
  const { article } = view;
  const free = article.wall !== 'paywall';
  const picture = article.picture
    ? `<div class="bildbox"><img src="/bild.jpg" alt=""><p class="bildunterschrift">${esc(article.picture.caption)}</p><p class="bildquelle">${esc(article.picture.credit)}</p></div>`
    : '';
  return `<!DOCTYPE html>
<html lang="de-DE"><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
${commonHead(view, ' | Rheinwarte')}
${jsonLd(newsArticle(view, { isAccessibleForFree: free, articleSection: article.section }))}
</head><body>
<div class="topbar"><a href="/">Rheinwarte</a> <a href="/abo/">Abo</a> <a href="/epaper/">E-Paper</a> <a href="/trauer/">Trauer</a></div>
<ul class="menu"><li><a href="/region/">Region</a></li><li><a href="/politik/">Politik</a></li><li><a href="/wirtschaft/">Wirtschaft</a></li><li><a href="/sport/">Sport</a></li><li><a href="/ratgeber/">Ratgeber</a></li></ul>
<div class="layout"><div class="content">
<div class="breadcrumb"><a href="/">Start</a> &gt; <a href="/${esc(article.section)}/">${esc(article.section)}</a></div>
<div class="artikel" itemscope itemtype="https://schema.org/NewsArticle">
<h2 class="dachzeile">${esc(article.kicker ?? '')}</h2>
<h1 itemprop="headline">${esc(article.title)}</h1>
<p class="datum">${germanStamp(article.at)}${(article.authors ?? []).map((name) => ` | Von ${esc(name)}`).join('')}</p>
<p class="vorspann">${esc(article.teaser)}</p>
${picture}
<div class="artikeltext" itemprop="articleBody">
${blocksHtml(withDateline(view))}
</div>
${paywall(view)}
${article.credit ? `<p class="kuerzel">${esc(article.credit)}</p>` : ''}
<div class="teilen">Artikel teilen: <a href="#">Facebook</a> <a href="#">WhatsApp</a> <a href="#">E-Mail</a></div>
<div class="kommentare"><h3>Kommentare</h3><p>Bitte melden Sie sich an, um zu kommentieren.</p></div>
</div></div>
${furniture(view)}</div>
<div class="fuss"><p>Rheinwarte Verlag, alle Rechte vorbehalten. <a href="/impressum">Impressum</a> <a href="/agb">AGB</a></p></div>
</body></html>
`;
}
