import type { Context } from 'hono';
import { mergedInto } from '../query/merged-story.ts';
import { type Database, NoDatabase, StoreError } from './database.ts';
import { isCurrent } from './headers.ts';
import { document } from './layout.ts';
import { failedPage, noDatabasePage, problemPage, storePage } from './pages/problems.ts';
import { storyPage } from './pages/story/index.ts';
import { missing, Problem } from './problem.ts';
import { type Page, type Reading, type Subject, type View, viewOf } from './view.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };

export type Answers = ReturnType<typeof createAnswers>;

/** How requests are answered: pages with their validators, and what went wrong as a page of its own. */
export function createAnswers(
  database: Database,
  subject: Subject,
  { now, onError }: { now: () => Date; onError: (error: unknown) => void },
) {
  const view = (c: Context): View =>
    viewOf(new URL(c.req.url), c.req.header('accept-language'), subject, now());

  /** For pages that must be shown although the address is wrong. */
  const plainView = (c: Context): View => {
    const url = new URL(c.req.url);
    if (!/^(?:de|en)$/.test(url.searchParams.get('lang') ?? '')) url.searchParams.delete('lang');
    return viewOf(url, c.req.header('accept-language'), subject, now());
  };

  const show = (
    c: Context,
    seen: View,
    page: Page,
    status: 400 | 401 | 404 | 421 | 500 | 503,
  ): Response | Promise<Response> =>
    c.html(document(seen, page), status, { ...NO_STORE, 'Content-Language': seen.language });

  /**
   * What is read from the database, unless the browser's copy of it still holds. Valid until something is committed
   * or the day ends.
   */
  async function read(
    c: Context,
    make: (reading: Reading) => Response | Promise<Response>,
  ): Promise<Response> {
    const seen = view(c);
    const db = database.db();
    const etag = `W/"${database.version()}-${seen.language}-${seen.now.toISOString().slice(0, 10)}"`;
    c.header('ETag', etag);
    c.header('Cache-Control', 'private, no-cache');
    c.header('Vary', 'Accept-Language');
    if (isCurrent(c.req.header('if-none-match'), etag)) return c.body(null, 304);
    c.header('Content-Language', seen.language);
    return make({ ...seen, db });
  }

  return {
    view,
    plainView,
    show,
    read,
    /** A page at a path. */
    page: (render: (reading: Reading) => Page | Promise<Page>) => (c: Context) =>
      read(c, async (reading) => c.html(document(reading, await render(reading)))),
    /** A story; one that went into another leads there. */
    story: (c: Context) =>
      read(c, (reading) => {
        const text = c.req.param('id') ?? '';
        const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
        if (id === undefined) throw missing((words) => words.notFound);
        const other = mergedInto(reading.db, id);
        if (other !== null) return c.redirect(reading.href(`/stories/${other}`), 302);
        return c.html(document(reading, storyPage(reading, id)));
      }),
    /** What went wrong, in words; what nobody foresaw is told to `onError`, too. */
    failure(error: unknown, c: Context): Response | Promise<Response> {
      for (const name of ['ETag', 'Vary']) c.header(name, undefined);
      const seen = plainView(c);
      if (error instanceof Problem)
        return show(c, seen, problemPage(seen, error.status, error.say(seen.words)), error.status);
      if (error instanceof NoDatabase) return show(c, seen, noDatabasePage(seen), 503);
      onError(error);
      if (error instanceof StoreError) return show(c, seen, storePage(seen, error.message), 503);
      return show(c, seen, failedPage(seen), 500);
    },
  };
}
