import { englishDay } from '../time.ts';
import type { PageView } from '../types.ts';
import { blocksHtml, commonHead, esc, withDateline } from './html.ts';

/** A rewriting aggregator: the share bar is run together at the head of the text, sources stand at its end. */
export function transworldPage(view: PageView): string {
  const { article } = view;
  const sources = article.credit ? `<p>${esc(article.credit)}</p>` : '';
  return `<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8">
${commonHead(view, ' - Transworld Digest')}
</head><body class="single single-post">
<div id="masthead"><a href="/">Transworld Digest</a><ul id="menu"><li><a href="/world/">World</a></li><li><a href="/business/">Business</a></li><li><a href="/technology/">Technology</a></li></ul></div>
<div id="primary"><div class="post">
<h1 class="entry-title">${esc(article.title)}</h1>
<div class="entry-meta">Posted on ${englishDay(article.at)} by <a href="/author/editor/">editor</a></div>
<div class="entry-content">
<div><span>Facebook</span><span>Twitter</span><span>Whatsapp</span><span>E-Mail</span><span>Print</span><span>Copy Link</span></div>
${blocksHtml(withDateline(view))}
${sources}
</div>
<div class="post-tags">Tags: <a href="/tag/ai/">AI</a> <a href="/tag/germany/">Germany</a></div>
<div class="nav-links"><h3>You may also like</h3>${view.related.map(({ title, url }) => `<a href="${esc(url)}">${esc(title)}</a>`).join('<br>')}</div>
<div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></div>
</div></div>
<div id="sidebar"><h3>Subscribe</h3><p>Get the digest in your inbox every evening.</p></div>
<div id="colophon"><p>Proudly powered by a press.</p></div></body></html>
`;
}
