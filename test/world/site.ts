import { createHash } from 'node:crypto';
import type { Instant } from '../../src/model/index.ts';
import { feedDocument } from './feeds.ts';
import { pageHtml } from './templates/index.ts';
import type { FeedSpec, OutletSpec, PageView, WorldArticle } from './types.ts';
import { articleAt, modifiedAt } from './view.ts';

const RELATED = 4;

/** One outlet's web site at an instant. */
export interface Site {
  outlet: OutletSpec;
  /** All of the outlet's articles, newest first; those of the future are not served. */
  articles: WorldArticle[];
  baseUrl: string;
  now: Instant;
}

/** What a path holds before HTTP's own rules (validators, encodings) are applied. */
export interface Resource {
  status: number;
  /** Media type without charset. */
  type: string;
  text: string;
  latin1: boolean;
  changedAt: Instant;
  etag: string;
  /** Where a redirect leads. */
  location?: string;
}

function resource(
  site: Site,
  found: Pick<Resource, 'type' | 'text'> &
    Partial<Pick<Resource, 'status' | 'latin1' | 'changedAt' | 'location'>>,
): Resource {
  const hash = createHash('sha256').update(found.text).digest('hex').slice(0, 20);
  const etag = site.outlet.validators === 'weak' ? `W/"${hash}"` : `"${hash}"`;
  return { status: 200, latin1: false, changedAt: site.now, ...found, etag };
}

function published(site: Site): WorldArticle[] {
  return site.articles
    .filter((article) => article.at <= site.now)
    .map((article) => articleAt(article, site.now));
}

function feed(site: Site, spec: FeedSpec): Resource {
  if (site.outlet.brokenOn?.includes(site.now.slice(0, 10))) return failure(site, 500);
  const articles = published(site)
    .filter((article) => !spec.section || article.section === spec.section)
    .slice(0, spec.window);
  const { text, type, changedAt } = feedDocument({ ...site, spec, articles });
  return resource(site, { text, type, changedAt, latin1: spec.latin1 ?? false });
}

function page(site: Site, path: string): Resource {
  const all = published(site);
  const article = all.find((one) => one.path === path);
  if (!article) return moved(site, path);
  if (article.wall === 'gone') return failure(site, 404);
  const view: PageView = {
    article,
    outlet: site.outlet,
    baseUrl: site.baseUrl,
    url: `${site.baseUrl}${path}`,
    modifiedAt: modifiedAt(article, site.now),
    ticker: (article.ticker ?? []).filter(({ at }) => at <= site.now).reverse(),
    related: all
      .filter((other) => other !== article)
      .slice(0, RELATED)
      .map(({ title, teaser, path: to }) => ({ title, teaser, url: `${site.baseUrl}${to}` })),
  };
  return resource(site, {
    text: pageHtml(view),
    type: 'text/html',
    latin1: site.outlet.latin1 ?? false,
    changedAt: view.modifiedAt,
  });
}

function moved(site: Site, path: string): Resource {
  const before = site.articles.find((one) => one.at <= site.now && one.path === path);
  if (!before) return failure(site, 404);
  const location = `${site.baseUrl}${articleAt(before, site.now).path}`;
  return resource(site, { status: 301, text: '', type: 'text/html', location });
}

function failure(site: Site, status: number): Resource {
  const words = status === 404 ? 'Seite nicht gefunden' : 'Internal Server Error';
  const text = `<!DOCTYPE html><html><head><title>${status}</title></head><body><h1>${words}</h1></body></html>`;
  return resource(site, { status, text, type: 'text/html' });
}

function robots(site: Site): Resource {
  const rules = site.outlet.disallow.map((path) => `Disallow: ${path}`);
  const text = ['User-agent: *', ...(rules.length > 0 ? rules : ['Disallow:']), ''].join('\n');
  return resource(site, { text, type: 'text/plain' });
}

/** What the outlet answers for a path (no query string) at the site's instant. */
export function lookUp(site: Site, path: string): Resource {
  if (path === '/robots.txt') return robots(site);
  const spec = site.outlet.feeds.find((one) => one.path === path);
  return spec ? feed(site, spec) : page(site, path);
}
