import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import type { Source } from '../../src/model/index.ts';
import type { Message } from '../../src/publish/message.ts';
import type { CycleReport } from '../../src/worker/cycle.ts';
import { createWorker, type Worker } from '../../src/worker/index.ts';
import { dossier, prepared } from './dossier.ts';
import { type SeenRequest, startServer } from './http-server.ts';

/** One item of the feed that the server gives. */
export interface Item {
  /** No id: left out. */
  id?: string;
  /** Path on the outlet's site. */
  path: string;
  title: string;
  /** RFC 822, left out where undefined. */
  date?: string;
}

/** A page that the server gives. */
export interface ServedPage {
  html: string;
  headers?: Record<string, string>;
}

export interface FeedRun {
  worker: () => Worker;
  /** What the outlet's feed holds from now on; the server answers with an ETag of its words. */
  serve(outlet: string, items: readonly Item[]): void;
  /** What its feed answers instead, until the next `serve`. */
  fail(outlet: string, status: number): void;
  /** Moves the clock on by so many hours and does one cycle. */
  cycleAfter(hours: number): Promise<CycleReport>;
  /** Where an outlet's pages are, and its feed with `.xml`. */
  site(outlet: string): string;
  /** Ends the worker and starts another on the same database. */
  restart(): Promise<void>;
  /** Titles of an outlet's stored entries, in the order they came. */
  entries(outlet: string): string[];
  /** How many entries of the outlet the cycle found new. */
  newIn(report: CycleReport, outlet: string): number;
  /** Requests for an outlet's feed so far. */
  asked(outlet: string): SeenRequest[];
  posted: Message[];
  databasePath: string;
  now(): Date;
  close(): Promise<void>;
}

/** An RSS document of items on a site; `head` stands before them. */
export function rss(site: string, items: readonly Item[], head = ''): string {
  const entries = items.map(
    ({ id, path, title, date }) =>
      `<item>${id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`}<link>${site}${path}</link>
       <title>${title}</title>${date === undefined ? '' : `<pubDate>${date}</pubDate>`}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Loopback</title>${head}${entries.join('')}</channel></rss>`;
}

/** The real worker against feeds on loopback; pages want a password (401) unless given, so that the feeds' words are all there is. */
export async function startFeedRun(
  outlets: readonly string[],
  options: {
    alerts?: boolean;
    keepDays?: number;
    fetch?: Source['fetch'];
    archive?: boolean;
    /** By path. */
    pages?: ReadonlyMap<string, ServedPage>;
    /** A WebSub hub that the feeds name, and where it reaches us. */
    websub?: { hub: string; callback: string };
  } = {},
): Promise<FeedRun> {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-feed-'));
  const answers = new Map<string, readonly Item[] | number>(outlets.map((outlet) => [outlet, []]));
  const server = await startServer((request: IncomingMessage, response: ServerResponse) => {
    const page = options.pages?.get(request.url ?? '');
    if (page)
      return void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
        .end(page.html);
    const outlet = /^\/(.+)\.xml$/.exec(request.url ?? '')?.[1];
    const answer = outlet === undefined ? 401 : (answers.get(outlet) ?? 404);
    if (typeof answer === 'number') return void response.writeHead(answer).end();
    const links = { hub: options.websub?.hub, self: `${server.origin}/${outlet}.xml` };
    const head = Object.entries(options.websub ? links : {})
      .map(
        ([rel, href]) => `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="${rel}" href="${href}"/>`,
      )
      .join('');
    const body = rss(`${server.origin}/${outlet}`, answer, head);
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body);
  });
  const sources = outlets.map(
    (outlet): Source => ({
      ...{ id: outlet, name: `The ${outlet} Times`, kind: 'newspaper', languages: ['en'], country: 'DE' },
      feeds: [{ url: `${server.origin}/${outlet}.xml`, format: 'feed' }],
      ...{ fetch: options.fetch ?? 'all', timezone: 'Europe/Berlin' },
    }),
  );
  const posted: Message[] = [];
  let time = Date.parse('2025-05-20T10:00:00Z');
  const now = () => new Date(time);
  const start = (): Worker =>
    createWorker({
      config: {
        settings: settingsSchema.parse({
          http: { contact: 'test@example.org', delay: '0s', allowPrivate: ['127.0.0.1'] },
          store: {
            archive: options.archive ?? false,
            ...(options.keepDays === undefined ? {} : { keepDays: options.keepDays }),
          },
          websub: options.websub && { callback: options.websub.callback, listen: '127.0.0.1:0' },
        }),
        sources,
        dossier,
      },
      channels: [
        {
          id: 'test',
          language: 'en',
          grades: ['core', 'secondary'],
          maxAgeMs: 2 * 86_400_000,
          medium: { kind: 'terminal' },
          alerts: options.alerts ?? false,
        },
      ],
      media: async () => ({
        body: (message) => JSON.stringify(message),
        post: async (message, { ref }) => {
          posted.push(message);
          return { messageId: ref, threadId: null };
        },
        edit: async () => undefined,
      }),
      databasePath: join(folder, 'feed.db'),
      prepared: prepared(),
      version: '0.0.0',
      clock: { now },
      random: () => 0,
    });
  let worker = start();
  const never = new AbortController().signal;
  return {
    worker: () => worker,
    serve: (outlet, items) => void answers.set(outlet, items),
    fail: (outlet, status) => void answers.set(outlet, status),
    cycleAfter: (hours) => {
      time += hours * 3_600_000;
      return worker.cycle(never);
    },
    site: (outlet) => `${server.origin}/${outlet}`,
    restart: async () => {
      await worker.close();
      worker = start();
    },
    entries: (outlet) =>
      worker.store.db
        .prepare<[string], string>('SELECT title FROM entry WHERE source_id = ? ORDER BY id')
        .pluck()
        .all(outlet),
    newIn: ({ polled }, outlet) =>
      polled
        .filter(({ sourceId }) => sourceId === outlet)
        .reduce((sum, { entriesNew }) => sum + entriesNew, 0),
    asked: (outlet) => server.seen.filter(({ path }) => path === `/${outlet}.xml`),
    posted,
    databasePath: join(folder, 'feed.db'),
    now,
    close: async () => {
      await worker.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
