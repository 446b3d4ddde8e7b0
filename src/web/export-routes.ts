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

/** A calendar that is subscribed to looks ahead; of what is over it keeps the last days only. */
const CALENDAR_BACK_MS = 30 * 86_400_000;

/** What programs subscribe to: the same filters as the list of stories. */
export function exportRoutes(app: Hono, { read }: Answers): void {
  for (const [path, [format, type]] of Object.entries(EXPORTS))
    app.get(path, (c) =>
      read(c, ({ db, language, title, now, query }) => {
        const filters = filtersIn(query, choices(db, language), STORY_FILTERS);
        const datesFrom = new Date(now.getTime() - CALENDAR_BACK_MS).toISOString().slice(0, 10);
        const text = exportAs(format, db, filters, { title, language, now, datesFrom });
        return c.body(text, 200, { 'Content-Type': type });
      }),
    );
}
