import type { Instant } from '../../src/model/index.ts';
import { blocksHtml, esc } from './templates/html.ts';
import { floorHours, hoursBefore, isoLocal, rfc822, SUMMER_MINUTES } from './time.ts';
import type { Dialect, FeedSpec, OutletSpec, WorldArticle } from './types.ts';
import { modifiedAt } from './view.ts';

const TOUCH_HOURS = 6;
const TOUCHED_FOR_HOURS = 72;

/** What a feed's document is written from. */
export interface FeedView {
  outlet: OutletSpec;
  spec: FeedSpec;
  baseUrl: string;
  now: Instant;
  /** Newest first, as they stand now. */
  articles: WorldArticle[];
}

interface Item {
  article: WorldArticle;
  url: string;
  guid: string;
  published: Instant;
  updated: Instant;
}

function itemOf(article: WorldArticle, view: FeedView): Item {
  const { spec, now } = view;
  const link = `${view.baseUrl}${article.path}`;
  const touched =
    spec.quirk === 'touched-dates' && article.at > hoursBefore(now, TOUCHED_FOR_HOURS)
      ? floorHours(now, TOUCH_HOURS)
      : '';
  const newest = [article.at, touched].sort().at(-1) ?? article.at;
  const build = floorHours(now, 24).slice(0, 10).replaceAll('-', '');
  return {
    article,
    url: spec.tracking ? `${link}?${spec.tracking}` : link,
    guid: spec.quirk === 'fresh-guids' ? `${view.baseUrl}/?p=${article.id}&v=${build}` : article.id,
    published: newest,
    updated: [modifiedAt(article, now), newest].sort().at(-1) ?? newest,
  };
}

function builtAt(items: Item[], now: Instant): Instant {
  return (
    items
      .map(({ updated }) => updated)
      .sort()
      .at(-1) ?? floorHours(now, 24)
  );
}

function rss(view: FeedView, items: Item[]): string {
  const { outlet, spec, baseUrl } = view;
  const zone = spec.zone ?? { minutes: outlet.timezone === 'UTC' ? 0 : SUMMER_MINUTES };
  const body = items.map(({ article, url, guid, published }) => {
    const text = spec.fullText
      ? `<content:encoded><![CDATA[${blocksHtml(article.body)}]]></content:encoded>`
      : '';
    const authors = (article.authors ?? []).map((name) => `<dc:creator>${esc(name)}</dc:creator>`).join('');
    return `<item><title>${esc(article.kicker ? `${article.kicker}: ${article.title}` : article.title)}</title>
<link>${esc(url)}</link><description>${esc(article.teaser)}</description>${text}${authors}
<category>${esc(article.section)}</category><pubDate>${rfc822(published, zone)}</pubDate>
<guid isPermaLink="false">${esc(guid)}</guid></item>`;
  });
  return `<?xml version="1.0" encoding="${spec.latin1 ? 'ISO-8859-1' : 'UTF-8'}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${esc(outlet.name)}</title><link>${baseUrl}/</link><description>${esc(outlet.name)}</description>
<language>${outlet.language}</language><atom:link href="${baseUrl}${spec.path}" rel="self" type="application/rss+xml"/>
<lastBuildDate>${rfc822(builtAt(items, view.now), zone)}</lastBuildDate><ttl>15</ttl>
${body.join('\n')}
</channel></rss>
`;
}

function atom(view: FeedView, items: Item[]): string {
  const { outlet, spec, baseUrl } = view;
  const entries = items.map(
    ({
      article,
      url,
      guid,
      published,
      updated,
    }) => `<entry><title type="html">${esc(esc(article.title))}</title>
<link rel="alternate" type="text/html" href="${esc(url)}"/><id>tag:${outlet.id}.example,2025:${esc(guid)}</id>
<published>${isoLocal(published, SUMMER_MINUTES)}</published><updated>${isoLocal(updated, SUMMER_MINUTES)}</updated>
<author><name>${esc(article.authors?.join(', ') ?? outlet.name)}</name></author>
<summary type="html">${esc(`<p>${esc(article.teaser)}</p>`)}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}"><title>${esc(outlet.name)}</title>
<link rel="self" href="${baseUrl}${spec.path}"/><link rel="alternate" href="${baseUrl}/"/>
<id>tag:${outlet.id}.example,2025:feed</id><updated>${isoLocal(builtAt(items, view.now), SUMMER_MINUTES)}</updated>
${entries.join('\n')}
</feed>
`;
}

function rdf(view: FeedView, items: Item[]): string {
  const { outlet, baseUrl } = view;
  const seq = items.map(({ url }) => `<rdf:li rdf:resource="${esc(url)}"/>`).join('');
  const body = items.map(
    ({ article, url, published }) => `<item rdf:about="${esc(url)}"><title>${esc(article.title)}</title>
<link>${esc(url)}</link><description>${esc(article.teaser)}</description>
<dc:date>${isoLocal(published, SUMMER_MINUTES)}</dc:date>
<dc:creator>${esc(article.authors?.join(', ') ?? outlet.name)}</dc:creator></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="${baseUrl}/"><title>${esc(outlet.name)}</title><link>${baseUrl}/</link>
<description>${esc(outlet.name)}</description><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
<items><rdf:Seq>${seq}</rdf:Seq></items></channel>
${body.join('\n')}
</rdf:RDF>
`;
}

function json(view: FeedView, items: Item[]): string {
  const { outlet, spec, baseUrl } = view;
  const body = items.map(({ article, url, guid, published, updated }) => ({
    id: guid,
    url,
    title: article.title,
    summary: article.teaser,
    content_text: article.teaser,
    date_published: published,
    date_modified: updated,
    authors: (article.authors ?? []).map((name) => ({ name })),
    tags: [article.section],
  }));
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: `${baseUrl}/`,
    feed_url: `${baseUrl}${spec.path}`,
    language: outlet.language,
    items: body,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function sitemap(view: FeedView, items: Item[]): string {
  const { outlet } = view;
  const body = items.map(
    ({
      article,
      url,
      published,
      updated,
    }) => `<url><loc>${esc(url)}</loc><lastmod>${isoLocal(updated, SUMMER_MINUTES)}</lastmod><news:news><news:publication>
<news:name>${esc(outlet.name)}</news:name><news:language>${outlet.language}</news:language></news:publication>
<news:publication_date>${isoLocal(published, SUMMER_MINUTES)}</news:publication_date><news:title>${esc(article.title)}</news:title></news:news></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${body.join('\n')}
</urlset>
`;
}

const WRITERS: Record<Dialect, (view: FeedView, items: Item[]) => string> = { rss, atom, rdf, json, sitemap };

const TYPES: Record<Dialect, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  json: 'application/feed+json',
  sitemap: 'application/xml',
};

/** A feed's document, its media type and the instant it last changed. */
export function feedDocument(view: FeedView): { text: string; type: string; changedAt: Instant } {
  const items = view.articles.map((article) => itemOf(article, view));
  const stamp = view.spec.quirk === 'fresh-guids' ? floorHours(view.now, 24) : '';
  return {
    text: WRITERS[view.spec.dialect](view, items),
    type: TYPES[view.spec.dialect],
    changedAt: [builtAt(items, view.now), stamp].sort().at(-1) ?? view.now,
  };
}
