import { z } from 'zod';
import { leadArticles } from '../../query/citations.ts';
import { timeline } from '../../query/timeline.ts';
import { clean, excerpts, NOTICE, quoted, type Source, sourceLines, sourceSchema } from '../quoting.ts';
import { NARROWING, pageOf, paging, requireKnown, type Tool } from '../tool.ts';

const input = z.strictObject({
  ...NARROWING,
  docket: z.string().min(2).max(60).optional().describe('case number, such as 15 UKl 2/25'),
  ...paging(50, 200),
});

const output = z.object({
  notice: z.string(),
  items: z.array(
    z.object({
      day: z.string().describe('2025-05-27, or 2024-03 where only the month is known'),
      kind: z.enum(['event', 'story']).describe('event: known to the dossier; story: of the press'),
      text: z.string(),
      storyId: z.number().nullable(),
      articles: z.number().nullable(),
    }),
  ),
  sources: z.array(sourceSchema),
});

/** Known events and stories in one chronology. */
export const timelineTool: Tool<typeof input, typeof output> = {
  name: 'timeline',
  title: 'Chronology',
  description:
    'What happened when: known events of the dispute and stories of the press in one chronology, oldest first. Narrow it with days, a party, a topic or a case number.',
  input,
  output,
  run(db, { page, limit, ...filters }, { language }) {
    requireKnown(db, filters);
    const items = timeline(db, language, { ...filters, ...pageOf({ page, limit }) });
    const leads = leadArticles(
      db,
      items.flatMap(({ storyId }) => storyId ?? []),
    );
    const shown = excerpts(db, [...leads.values()]);
    for (const id of leads.values()) shown.cite(id);
    const ofDossier = items
      .filter(({ kind }) => kind === 'event')
      .flatMap(({ day, urls }) =>
        urls.map((url): Source => ({ articleId: null, outlet: null, title: null, url, date: day })),
      );
    const sources = [...shown.sources(), ...ofDossier];
    const told = items.map(({ day, kind, text, storyId, articles }) => ({
      ...{ day, kind, text: clean(text), storyId, articles },
    }));
    const text = [
      items.length === 0 ? `Nothing${page > 1 ? ` on page ${page}` : ' in that time'}.` : NOTICE,
      ...told.map((item) =>
        item.kind === 'event'
          ? `${item.day} · known event · ${item.text}`
          : `${item.day} · story ${item.storyId}, ${item.articles} articles · ${quoted(item.text)}`,
      ),
      ...sourceLines(sources),
    ].join('\n');
    return { data: { notice: NOTICE, items: told, sources }, text };
  },
};
