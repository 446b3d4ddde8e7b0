import { z } from 'zod';
import { didYouMean } from '../../query/did-you-mean.ts';
import { QueryError, search } from '../../query/search.ts';
import { address, clean, excerpts, NOTICE, quoted, sourceSchema } from '../quoting.ts';
import { NARROWING, pageOf, paging, requireKnown, type Tool, ToolError } from '../tool.ts';

const input = z.strictObject({
  query: z
    .string()
    .min(1)
    .max(300)
    .describe('words in any form, "phrases", -exclusions, OR, prefix*; German words find German articles'),
  translate: z.boolean().default(false).describe('also under the names that other languages have for it'),
  ...NARROWING,
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'two letters, such as de')
    .optional()
    .describe('of the text: de, en …'),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'two letters, such as DE')
    .optional()
    .describe('of the outlet: DE, AT …'),
  agency: z.string().max(50).optional().describe('credited to this wire agency, such as dpa'),
  own: z.boolean().optional().describe('only own reporting: no agency credited, no copy'),
  ...paging(10, 25),
});

const output = z.object({
  notice: z.string(),
  hits: z.array(
    z.object({
      articleId: z.number(),
      title: z.string(),
      outlet: z.string(),
      date: z.string(),
      language: z.string(),
      grade: z.string().describe('core, secondary, context: how much it is about the dispute; off: not'),
      storyId: z.number().nullable(),
      agencies: z.string().nullable(),
      excerpt: z.string().nullable().describe('null where the outlet allows none'),
      url: z.string(),
    }),
  ),
  didYouMean: z.string().nullable(),
  sources: z.array(sourceSchema),
});

/** Articles by their words. */
export const searchTool: Tool<typeof input, typeof output> = {
  name: 'search',
  title: 'Search articles',
  description:
    'Full-text search over the stored press articles, best first, with the words found in their context. Each hit names the story it belongs to; `story` tells that story whole.',
  input,
  output,
  run(db, { query, translate, page, limit, ...filters }, desk) {
    requireKnown(db, filters);
    const found = ask(() =>
      search(db, query, { ...filters, ...pageOf({ page, limit }) }, translate ? desk.concepts() : []),
    );
    const shown = excerpts(
      db,
      found.map(({ id }) => id),
    );
    const hits = found.map(({ id, title, outlet, at, language, grade, storyId, agencies, snippet, url }) => ({
      ...{
        articleId: id,
        title: clean(title),
        outlet: clean(outlet),
        date: at,
        language,
        grade,
        storyId,
        agencies,
      },
      ...{ excerpt: shown.take(id, snippet), url: address(url) },
    }));
    const instead = hits.length === 0 && page === 1 ? didYouMean(db, query) : null;
    const sources = shown.sources();
    const text = [
      hits.length === 0
        ? `Nothing found${page > 1 ? ` on page ${page}` : ''}.${instead === null ? '' : ` Did you mean: ${clean(instead)}?`}`
        : `${hits.length} articles, page ${page}. ${NOTICE}`,
      ...hits.map(
        (hit) =>
          `\narticle ${hit.articleId} · ${hit.outlet} · ${hit.date.slice(0, 10)} · ${hit.storyId === null ? 'no story' : `story ${hit.storyId}`} · ${hit.grade}\n${quoted(hit.title)}\n${hit.excerpt === null ? '(the outlet allows no excerpt)' : quoted(hit.excerpt)}\n${hit.url}`,
      ),
    ].join('\n');
    return {
      data: { notice: NOTICE, hits, didYouMean: instead === null ? null : clean(instead), sources },
      text,
    };
  },
};

function ask<T>(query: () => T): T {
  try {
    return query();
  } catch (error) {
    throw error instanceof QueryError ? new ToolError(error.message) : error;
  }
}
