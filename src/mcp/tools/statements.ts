import { z } from 'zod';
import { statements } from '../../query/lists.ts';
import { address, clean, excerpts, NOTICE, quoted, sourceLines, sourceSchema } from '../quoting.ts';
import { NARROWING, pageOf, paging, requireKnown, type Tool } from '../tool.ts';

const input = z.strictObject({
  ...NARROWING,
  party: NARROWING.party.describe('id of the party whose statements are wanted'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'two letters, such as de')
    .optional()
    .describe('of the text: de, en …'),
  ...paging(20, 50),
});

const output = z.object({
  notice: z.string(),
  statements: z.array(
    z.object({
      articleId: z.number(),
      party: z.string().nullable(),
      speaker: z.string().nullable(),
      form: z.string().describe('direct: word for word; reported: in the outlet’s words'),
      quote: z
        .string()
        .nullable()
        .describe('null where the outlet allows no more of the article to be shown'),
      outlet: z.string(),
      date: z.string(),
      storyId: z.number().nullable(),
      url: z.string(),
    }),
  ),
  sources: z.array(sourceSchema),
});

/** Who said what. */
export const statementsTool: Tool<typeof input, typeof output> = {
  name: 'statements',
  title: 'Who said what',
  description:
    'Quotations and reported speech of the parties, the latest first, each with who said it, in which outlet and when. Quotes were recognised by a program: check them against the source before citing.',
  input,
  output,
  run(db, { page, limit, ...filters }) {
    requireKnown(db, filters);
    const rows = statements(db, { ...filters, ...pageOf({ page, limit }) });
    const shown = excerpts(
      db,
      rows.map(({ articleId }) => articleId),
    );
    const said = rows.map(({ articleId, party, speaker, form, quote, outlet, at, storyId, url }) => ({
      ...{ articleId, party, speaker: speaker === null ? null : clean(speaker), form },
      ...{ quote: shown.take(articleId, quote), outlet: clean(outlet), date: at, storyId, url: address(url) },
    }));
    const sources = shown.sources();
    const text = [
      rows.length === 0 ? `Nobody is quoted${page > 1 ? ` on page ${page}` : ''}.` : NOTICE,
      ...said.map(
        ({ speaker, party, form, quote, outlet, date, articleId }) =>
          `${[speaker, party].filter((name) => name !== null).join(', ')} (${form}): ${quote === null ? '(the outlet allows no more to be shown)' : quoted(quote)} · ${outlet}, ${date.slice(0, 10)}, article ${articleId}`,
      ),
      ...sourceLines(sources),
    ].join('\n');
    return { data: { notice: NOTICE, statements: said, sources }, text };
  },
};
