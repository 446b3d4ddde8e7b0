import { germanStamp } from '../time.ts';
import type { PageView } from '../types.ts';
import { blocksHtml, commonHead, esc, withDateline } from './html.ts';

const QUOTES = ['DAX', 'MDAX', 'TecDAX', 'Dow Jones', 'Nasdaq 100', 'EUR/USD'];

/** A finance portal: quote tables and disclaimers about a short wire text; dates only in the visible text. */
export function kurstafelPage(view: PageView): string {
  const { article } = view;
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8">
${commonHead(view, ' - Kurstafel')}
</head><body>
<table class="quotes"><tr>${QUOTES.map((name) => `<th>${name}</th>`).join('')}</tr><tr>${QUOTES.map(() => '<td>+0,1 %</td>').join('')}</tr></table>
<div class="nav"><a href="/">Start</a> <a href="/nachrichten">Nachrichten</a> <a href="/aktien">Aktien</a> <a href="/fonds">Fonds</a> <a href="/krypto">Krypto</a></div>
<div class="wrapper"><div class="news-detail">
<h1>${esc(article.title)}</h1>
<div class="news-meta">${germanStamp(article.at)} <span>Nachrichtenagentur: ${esc(article.credit ?? 'Redaktion')}</span> <span>312 Aufrufe</span></div>
<div class="news-body">
${blocksHtml(withDateline(view), { paragraph: (text) => `${esc(text)}<br><br>` })}
</div>
<div class="stock-box"><b>Meta Platforms (A) Aktie</b> <a href="/aktien/meta">Kaufen</a> <a href="/aktien/meta">Verkaufen</a></div>
<div class="disclaimer">Alle Angaben ohne Gewähr. Die hier gezeigten Nachrichten sind keine Anlageberatung.</div>
<div class="news-list"><h3>Weitere Nachrichten</h3>${view.related.map(({ title, url }) => `<div><a href="${esc(url)}">${esc(title)}</a></div>`).join('')}</div>
</div></div>
<div class="footer"><a href="/impressum">Impressum</a> <a href="/werbung">Werbung</a></div></body></html>
`;
}
