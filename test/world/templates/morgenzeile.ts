import { clockTime, germanStamp } from '../time.ts';
import type { PageView } from '../types.ts';
import { blocksHtml, commonHead, esc, figure, jsonLd, newsArticle, withDateline } from './html.ts';

function tickerHtml(view: PageView): string {
  const items = view.ticker.map(
    ({ at, title, text }) =>
      `<li class="liveblog__entry"><time datetime="${at}">${clockTime(at)}</time><h3>${esc(title)}</h3><p>${esc(text)}</p></li>`,
  );
  return items.length > 0 ? `<ol class="liveblog">${items.join('\n')}</ol>` : '';
}

function consentWall(view: PageView): string {
  return `<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Zustimmung erforderlich | Morgenzeile</title>
<meta name="robots" content="noindex"></head><body class="consent">
<main><h1>Morgenzeile mit Werbung oder im Pur-Abo lesen</h1>
<p>Besuchen Sie Morgenzeile wie gewohnt mit Werbung und Tracking. Ihre Zustimmung ist jederzeit widerrufbar.</p>
<button>Zustimmen und weiter</button>
<p>Oder nutzen Sie das Pur-Abo ohne Werbetracking für 2,90 Euro im Monat. <a href="/konto/pur">Zum Pur-Abo</a></p>
<p>Wir verarbeiten mit 173 Partnern Informationen auf Ihrem Gerät, etwa Cookies. Näheres in der <a href="/datenschutz">Datenschutzerklärung</a>.</p></main>
<p hidden>${esc(view.url)}</p></body></html>
`;
}

function agencyLines(view: PageView): string {
  const { credit } = view.article;
  if (!credit) return '';
  return `<p class="article__agency">${esc(credit)}</p>`;
}

/** A national daily: agency copy in a section of its own, closed by the agency's key; live blogs; a consent wall. */
export function morgenzeilePage(view: PageView): string {
  const { article, baseUrl } = view;
  if (article.wall === 'consent-wall') return consentWall(view);
  const wire = article.credit?.includes('dpa') ?? false;
  const author = wire
    ? [{ '@type': 'Organization', name: 'dpa', url: `${baseUrl}/autoren/dpa` }]
    : (article.authors ?? []).map((name) => ({ '@type': 'Person', name }));
  const type = article.ticker ? 'LiveBlogPosting' : 'NewsArticle';
  return `<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8">
${commonHead(view, ' | MORGENZEILE')}
${jsonLd(newsArticle(view, { '@type': type, author }))}
</head><body>
<nav class="nav" aria-label="Ressorts"><a href="/">Morgenzeile</a><a href="/politik">Politik</a><a href="/digital">Digital</a><a href="/news">Nachrichten</a></nav>
<main id="main"><article class="article article--${esc(article.section)}">
<header class="article-header"><div class="article-heading"><span class="article-heading__kicker">${esc(article.kicker ?? '')}</span><h1><span class="article-heading__title">${esc(article.title)}</span></h1></div>
<div class="summary">${esc(article.teaser)}</div>
<div class="metadata"><time class="metadata__date" datetime="${article.at}">${germanStamp(article.at)}</time>${wire ? '<span class="metadata__source">Quelle: dpa</span>' : ''}</div>
<div class="sharing-menu"><button>Teilen</button><ul><li>Facebook</li><li>X</li><li>WhatsApp</li></ul></div></header>
<div class="article-body">${article.picture ? figure(article.picture) : ''}
${blocksHtml(withDateline(view), { paragraph: (text) => `<p class="paragraph article__item">${esc(text)}</p>` })}
<aside class="article__item newsletter-signup"><h4>Newsletter</h4><p>Morgenzeile am Abend: das Wichtigste des Tages. Mit Ihrer Registrierung nehmen Sie die Datenschutzerklärung zur Kenntnis.</p></aside>
${tickerHtml(view)}
${agencyLines(view)}
</div></article>
<section class="cp-area"><h2>Aus den Nachrichten</h2>${view.related.map(({ title, teaser, url }) => `<article class="zon-teaser"><a href="${esc(url)}"><h3>${esc(title)}</h3></a><p>${esc(teaser)}</p></article>`).join('')}</section>
</main><footer><a href="/impressum">Impressum</a><p>© Morgenzeile GmbH</p></footer></body></html>
`;
}
