import type { Server } from 'node:http';
import type { Day, Instant, Source } from '../../src/model/index.ts';
import { ARTICLES, FILLERS } from './articles/index.ts';
import { OUTLETS } from './outlets.ts';
import { outletServer, type SeenRequest } from './server.ts';
import type { OutletId, OutletSpec, WorldArticle } from './types.ts';
import { articleAt } from './view.ts';

export type { SeenRequest } from './server.ts';
export type { OutletId } from './types.ts';

/** Where the clock stands when the world begins: the morning of the first poll. */
export const WORLD_BEGINS: Instant = '2025-05-01T06:00:00.000Z';

/** An outlet as `config/sources.yaml` would hold it, and where it is served. */
export type Outlet = Source & { id: OutletId; baseUrl: string };

/** A small press on loopback that replays 1 May to 1 June 2025. */
export interface World {
  outlets: Outlet[];
  /** UTC days from 1 May on which something is published or changed (fillers aside), in order. */
  days: Day[];
  /** Everything the outlets were asked, in order. */
  requests: SeenRequest[];
  /** The world's clock. */
  now(): Date;
  /** Feeds and pages then show what was published until then. RangeError on going back. */
  advanceTo(instant: Date): void;
  /** The address of an article's page by its id, as it is at the world's clock; RangeError for an unknown one. */
  urlOf(articleId: string): string;
  close(): Promise<void>;
}

function sourceOf(spec: OutletSpec, baseUrl: string): Outlet {
  return {
    id: spec.id,
    name: spec.name,
    kind: spec.kind,
    languages: [spec.language],
    country: spec.country,
    timezone: spec.timezone,
    fetch: 'candidates',
    feeds: spec.feeds.map(({ path, dialect }) => ({
      url: `${baseUrl}${path}`,
      format: dialect === 'sitemap' ? 'sitemap' : 'feed',
    })),
    ...(spec.party ? { party: spec.party } : {}),
    ...(spec.creditSelector ? { selectors: { credit: spec.creditSelector } } : {}),
    baseUrl,
  };
}

function newestFirst(a: WorldArticle, b: WorldArticle): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function eventDays(): Day[] {
  const instants = ARTICLES.flatMap(({ at, revisions = [] }) => [at, ...revisions.map((one) => one.at)]);
  return [...new Set(instants.map((at) => at.slice(0, 10)))].filter((day) => day >= '2025-05-01').sort();
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new Error('the server has no port'));
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Starts the press: one HTTP server an outlet, each on a free port of 127.0.0.1. */
export async function startWorld(): Promise<World> {
  let now: Instant = WORLD_BEGINS;
  const requests: SeenRequest[] = [];
  const bases = new Map<OutletId, string>();
  const all: WorldArticle[] = [...ARTICLES, ...FILLERS].sort(newestFirst);
  const servers = OUTLETS.map((outlet) => {
    const articles = all.filter((article) => article.outlet === outlet.id);
    const site = () => ({ outlet, articles, baseUrl: bases.get(outlet.id) ?? '', now });
    return { outlet, server: outletServer(site, (request) => requests.push(request)) };
  });
  for (const { outlet, server } of servers) {
    bases.set(outlet.id, `http://127.0.0.1:${await listen(server)}`);
  }
  return {
    outlets: OUTLETS.map((outlet) => sourceOf(outlet, bases.get(outlet.id) ?? '')),
    days: eventDays(),
    requests,
    now: () => new Date(now),
    advanceTo(instant) {
      const next = instant.toISOString();
      if (next < now) throw new RangeError(`the world is at ${now} already, it cannot go back to ${next}`);
      now = next;
    },
    urlOf(articleId) {
      const article = ARTICLES.find(({ id }) => id === articleId);
      if (!article) throw new RangeError(`the world has no article ${articleId}`);
      return `${bases.get(article.outlet)}${articleAt(article, now).path}`;
    },
    async close() {
      await Promise.all(servers.map(({ server }) => stop(server)));
    },
  };
}
