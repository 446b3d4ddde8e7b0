import type { Hono } from 'hono';
import { choices } from '../query/choices.ts';
import { exportAs } from '../query/export/index.ts';
import type { Answers } from './answers.ts';
import { STORY_FILTERS } from './pages/stories.ts';
import { filtersIn } from './params.ts';

const EXPORTS = {
  '/stories.atom': ['atom', 'application/atom+xml; charset=utf-8'],
  '/stories.json': ['jsonfeed', 'application/feed+json; charset=utf-8'],
  '/dates.ics': ['ics', 'text/calendar; charset=utf-8'],
} as const;

/** What programs subscribe to: the same filters as the list of stories. */
export function exportRoutes(app: Hono, { read }: Answers): void {
  for (const [path, [format, type]] of Object.entries(EXPORTS))
    app.get(path, (c) =>
      read(c, ({ db, language, title, now, query }) => {
        const filters = filtersIn(query, choices(db, language), STORY_FILTERS);
        return c.body(exportAs(format, db, filters, { title, language, now }), 200, { 'Content-Type': type });
      }),
    );
}
