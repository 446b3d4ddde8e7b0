import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Access, answersTo, mayRead } from './access.ts';
import { accessRoutes, askForToken, PASS } from './access-routes.ts';
import { type Answers, createAnswers } from './answers.ts';
import { ASSETS } from './assets.ts';
import { createDatabase } from './database.ts';
import { exportRoutes } from './export-routes.ts';
import { protective } from './headers.ts';
import { createMetrics } from './metrics.ts';
import { overviewPage } from './pages/overview.ts';
import { wrongHostPage } from './pages/problems.ts';
import { searchPage } from './pages/search.ts';
import { sourcesPage } from './pages/sources.ts';
import { storiesPage } from './pages/stories.ts';
import { subscribePage } from './pages/subscribe.ts';
import { timelinePage } from './pages/timeline.ts';
import { missing } from './problem.ts';
import type { Subject } from './view.ts';

export interface WebOptions {
  databasePath: string;
  subject: Subject;
  access: Access;
  /** Told of what nobody foresaw; the reader only learns that something went wrong. */
  onError: (error: unknown) => void;
  now?: () => Date;
}

const YEAR_S = 365 * 86_400;

/** Open without the token: what is needed to ask for it, and a sign of life that tells nothing. */
const OPEN = /^\/(?:healthz$|access$|assets\/)/;

/** Turns away other names, other methods, and readers without the token. */
function guard(app: Hono, answers: Answers, access: Access): void {
  const { show, plainView } = answers;
  app.use(async (c, next) => {
    if (answersTo(access, c.req.header('host'))) return next();
    const view = plainView(c);
    return show(c, view, wrongHostPage(view, access.hosts ?? []), 421);
  });
  app.use(async (c, next) => {
    const posts = c.req.method === 'POST' && c.req.path === '/access';
    if (posts || c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    c.header('Allow', 'GET, HEAD');
    return c.text(`${plainView(c).words.onlyReads}\n`, 405);
  });
  app.use(async (c, next) => {
    const shown = { pass: getCookie(c, PASS), authorization: c.req.header('authorization') };
    if (OPEN.test(c.req.path) || mayRead(access, shown)) return next();
    const { pathname, search } = new URL(c.req.url);
    return askForToken(answers, c, pathname + search, false);
  });
  accessRoutes(app, answers, access);
}

/** The page as a function from request to answer. It only reads; `close` lets go of the database. */
export function createApp({ databasePath, subject, access, onError, now = () => new Date() }: WebOptions) {
  const database = createDatabase(databasePath);
  const answers = createAnswers(database, subject, { now, onError });
  const { page, failure } = answers;
  const metrics = createMetrics();
  const app = new Hono({ strict: false });
  app.onError(failure);
  app.use(protective);
  guard(app, answers, access);

  app.get('/healthz', (c) => {
    database.db();
    return c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' });
  });
  app.get('/assets/:name', (c) => {
    const asset = ASSETS.get(new URL(c.req.url).pathname);
    if (asset === undefined) return c.notFound();
    return c.body(asset.body, 200, {
      'Content-Type': asset.type,
      'Cache-Control': `public, max-age=${YEAR_S}, immutable`,
    });
  });
  app.get('/', page(overviewPage));
  app.get('/stories', page(storiesPage));
  app.get('/stories/:id', answers.story);
  app.get('/timeline', page(timelinePage));
  app.get('/search', page(searchPage));
  app.get('/sources', page(sourcesPage));
  app.get('/subscribe', page(subscribePage));
  exportRoutes(app, answers);
  app.get('/metrics', async (c) => {
    const text = await metrics.text(database.db(), now());
    return c.body(text, 200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' });
  });
  app.notFound((c) =>
    failure(
      missing((words) => words.notFound),
      c,
    ),
  );
  return { fetch: app.fetch, close: database.close };
}

export type App = ReturnType<typeof createApp>;
