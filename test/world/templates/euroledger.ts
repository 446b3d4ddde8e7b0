import { englishDay } from '../time.ts';
import type { PageView } from '../types.ts';
import { blocksHtml, commonHead, esc, figure, jsonLd, newsArticle, withDateline } from './html.ts';

/** A policy site in English: a members' strip, key points above the text, a correction notice below it. */
export function euroledgerPage(view: PageView): string {
  const { article } = view;
  return `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
${commonHead(view, ' – Euroledger')}
<meta property="article:published_time" content="${article.at}">
${jsonLd(newsArticle(view, { articleSection: article.section }))}
</head><body>
<div class="cookie-banner"><p>We use cookies to improve our services. <a href="/cookies">Manage your choices</a>.</p><button>Accept</button></div>
<header class="site-header"><a href="/">Euroledger</a><nav><a href="/tech">Technology</a><a href="/competition">Competition</a><a href="/courts">Courts</a><a href="/events">Events</a></nav><a class="pro" href="/pro">Go Pro</a></header>
<main><article class="story">
<p class="story__section">${esc(article.section)}</p>
<h1 class="story__title">${esc(article.title)}</h1>
<p class="story__standfirst">${esc(article.teaser)}</p>
<div class="story__byline">By ${esc(article.authors?.join(' and ') ?? 'Euroledger staff')} <time datetime="${article.at}">${englishDay(article.at)}</time></div>
<ul class="story__share"><li><a href="#">LinkedIn</a></li><li><a href="#">Bluesky</a></li><li><a href="#">Email</a></li></ul>
${article.picture ? figure(article.picture) : ''}
<div class="story__body">
${blocksHtml(withDateline(view))}
${article.credit ? `<p class="story__credit">${esc(article.credit)}</p>` : ''}
</div></article>
<aside class="promo"><h2>Euroledger Pro</h2><p>Daily briefings for people who work on European tech policy.</p></aside>
<section class="read-next"><h2>Read next</h2>${view.related.map(({ title, teaser, url }) => `<div><a href="${esc(url)}">${esc(title)}</a><p>${esc(teaser)}</p></div>`).join('')}</section>
</main><footer><p>© Euroledger ASBL</p><a href="/privacy">Privacy</a></footer></body></html>
`;
}
