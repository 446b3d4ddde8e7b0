import { germanStamp } from '../time.ts';
import type { PageView } from '../types.ts';
import { blocksHtml, commonHead, esc, withDateline } from './html.ts';

/** A press office: a plain content-management page with a contact box; two organisations share it. */
export function pressPage(view: PageView): string {
  const { article, outlet } = view;
  return `<!DOCTYPE html>
<html lang="de" dir="ltr"><head><meta charset="utf-8">
${commonHead(view, ` | ${outlet.name}`)}
<meta name="dcterms.date" content="${article.at}">
</head><body class="node--type-press">
<a href="#main" class="visually-hidden">Direkt zum Inhalt</a>
<header role="banner"><a href="/">${esc(outlet.name)}</a><nav role="navigation"><ul><li><a href="/themen">Themen</a></li><li><a href="/presse">Presse</a></li><li><a href="/beratung">Beratung</a></li><li><a href="/ueber-uns">Über uns</a></li></ul></nav></header>
<main id="main"><div class="node__content">
<p class="field--date">Pressemitteilung vom ${germanStamp(article.at)}</p>
<h1>${esc(article.title)}</h1>
<div class="field--intro"><p>${esc(article.teaser)}</p></div>
<div class="field--body">
${blocksHtml(withDateline(view))}
</div>
<div class="contact-box"><h2>Kontakt für Medien</h2><p>Pressestelle, Telefon 0000 / 000 00, presse@${outlet.id}.example</p></div>
</div>
<section class="more"><h2>Weitere Pressemitteilungen</h2><ul>${view.related.map(({ title, url }) => `<li><a href="${esc(url)}">${esc(title)}</a></li>`).join('')}</ul></section>
</main><footer role="contentinfo"><a href="/impressum">Impressum</a> <a href="/barrierefreiheit">Barrierefreiheit</a></footer></body></html>
`;
}
