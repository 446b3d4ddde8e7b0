import { germanStamp, isoLocal, SUMMER_MINUTES } from '../time.ts';
import type { PageView } from '../types.ts';
import { type BlockStyle, blocksHtml, commonHead, esc, withDateline } from './html.ts';

const STYLE: Partial<BlockStyle> = {
  paragraph: (text) => `<div class="c-paragraph"><p>${esc(text)}</p></div>`,
  heading: (text) => `<div class="c-subhead"><h3>${esc(text)}</h3></div>`,
};

function midBox(view: PageView): string {
  const [first] = view.related;
  if (!first) return '';
  return `<div class="c-inline-teaser"><span>Lesen Sie auch</span><a href="${esc(first.url)}">${esc(first.title)}</a></div>`;
}

/** A northern paper without JSON-LD: the lead outside the body, a box in mid-text, the credit at its end. */
export function hafenkurierPage(view: PageView): string {
  const { article } = view;
  const body = withDateline(view);
  const half = Math.ceil(body.length / 2);
  const credit = article.credit ? `<span class="c-credit">${esc(article.credit)}</span>` : '';
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8">
${commonHead(view, ' - Hafenkurier')}
<meta property="article:published_time" content="${isoLocal(article.at, SUMMER_MINUTES)}">
<meta property="article:modified_time" content="${isoLocal(view.modifiedAt, SUMMER_MINUTES)}">
<meta name="author" content="${esc(article.authors?.join(', ') ?? 'Hafenkurier')}">
</head><body>
<div class="o-consent" role="dialog"><p>Diese Seite verwendet Cookies und ähnliche Techniken.</p><button>Einverstanden</button> <button>Einstellungen</button></div>
<header class="o-header"><a href="/">Hafenkurier</a><nav class="o-nav"><a href="/hamburg">Hamburg</a><a href="/wirtschaft">Wirtschaft</a><a href="/wissen">Wissen</a><a href="/kultur">Kultur</a></nav></header>
<main class="o-main">
<section class="o-intro"><p class="o-intro__topline">${esc(article.kicker ?? article.section)}</p><h1>${esc(article.title)}</h1>
<p class="o-intro__lead">${esc(article.teaser)}</p>
<p class="o-intro__meta">${esc(article.authors?.join(', ') ?? '')} <time datetime="${isoLocal(article.at, SUMMER_MINUTES)}">${germanStamp(article.at)}</time> <span>Lesezeit 3 Min.</span></p></section>
${article.picture ? `<figure class="o-figure"><img src="/bild.jpg" alt=""><figcaption>${esc(article.picture.caption)} <span>${esc(article.picture.credit)}</span></figcaption></figure>` : ''}
<div class="o-body">
${blocksHtml(body.slice(0, half), STYLE)}
${midBox(view)}
${blocksHtml(body.slice(half), STYLE)}
<div class="c-paragraph"><p>${credit}</p></div>
</div>
<div class="o-share"><button>Link kopieren</button><button>Mail</button><button>Bluesky</button></div>
<section class="o-more"><h2>Weitere Meldungen</h2><ul>${view.related.map(({ title, url }) => `<li><a href="${esc(url)}">${esc(title)}</a></li>`).join('')}</ul></section>
</main><footer><p>© Hafenkurier Medien</p><a href="/impressum">Impressum</a></footer></body></html>
`;
}
