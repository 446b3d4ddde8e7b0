import type { Block, PageView, Picture } from '../types.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for use in HTML or XML, also between double quotes. */
export function esc(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** How a template prints the parts of a body. */
export interface BlockStyle {
  paragraph: (text: string) => string;
  heading: (text: string) => string;
  picture: (picture: Picture) => string;
}

export function figure({ caption, credit }: Picture): string {
  return `<figure><img src="/bild.jpg" alt="" width="1200" height="675"><figcaption>${esc(caption)} <small>${esc(credit)}</small></figcaption></figure>`;
}

const PLAIN: BlockStyle = {
  paragraph: (text) => `<p>${esc(text)}</p>`,
  heading: (text) => `<h2>${esc(text)}</h2>`,
  picture: figure,
};

/** A body's blocks as HTML, in the template's own style where it has one. */
export function blocksHtml(blocks: Block[], style: Partial<BlockStyle> = {}): string {
  const { paragraph, heading, picture } = { ...PLAIN, ...style };
  return blocks
    .map((block) => {
      if (typeof block === 'string') return paragraph(block);
      if ('heading' in block) return heading(block.heading);
      if ('pullQuote' in block) return `<blockquote><p>${esc(block.pullQuote)}</p></blockquote>`;
      if ('image' in block) return picture(block.image);
      return `<ul>${block.list.map((item) => `<li>${esc(item)}</li>`).join('')}</ul>`;
    })
    .join('\n');
}

/** The body with the dateline printed before its first paragraph. */
export function withDateline({ article }: PageView): Block[] {
  const [first, ...rest] = article.body;
  if (!article.dateline || typeof first !== 'string') return article.body;
  return [`${article.dateline} ${first}`, ...rest];
}

/** A `ld+json` script; ASCII only, so that it survives any page encoding. */
export function jsonLd(data: object): string {
  const text = JSON.stringify(data).replace(
    /[<>\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script type="application/ld+json">${text}</script>`;
}

/** The NewsArticle of a page; `more` overrides (an outlet that names itself as author). */
export function newsArticle(view: PageView, more: object = {}): object {
  const { article, outlet, url } = view;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.teaser,
    datePublished: article.at,
    dateModified: view.modifiedAt,
    mainEntityOfPage: url,
    inLanguage: outlet.language,
    author: (article.authors ?? []).map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: outlet.name },
    ...more,
  };
}

/** title, canonical, OpenGraph and description, as most sites print them. */
export function commonHead(view: PageView, titleSuffix: string): string {
  const { article, outlet, url } = view;
  return `<title>${esc(article.title)}${esc(titleSuffix)}</title>
<meta name="description" content="${esc(article.teaser)}">
<link rel="canonical" href="${esc(url)}">
<meta property="og:type" content="article"><meta property="og:site_name" content="${esc(outlet.name)}">
<meta property="og:title" content="${esc(article.title)}"><meta property="og:description" content="${esc(article.teaser)}">
<meta property="og:url" content="${esc(url)}"><meta property="og:image" content="${esc(view.baseUrl)}/bild.jpg">
<meta name="viewport" content="width=device-width, initial-scale=1">`;
}
