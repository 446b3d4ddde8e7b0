import { z } from 'zod';
import { SOURCE_KINDS, type Source } from '../model/index.ts';
import { environmentName, httpUrl, id, language, timezone, uniqueIds } from './values.ts';

const selector = z.string().min(1, 'needs a CSS selector');

/** What a CSS selector can be given for. */
export const selectorKeys = {
  body: selector.optional(),
  remove: z.array(selector).optional(),
  title: selector.optional(),
  authors: selector.optional(),
  published: selector.optional(),
  credit: selector.optional(),
};

const selectors = z
  .strictObject(selectorKeys)
  .describe('CSS selectors for this outlet alone; each that no longer matches is passed over');

const feed = z
  .union([httpUrl, z.strictObject({ url: httpUrl, format: z.enum(['feed', 'sitemap']).default('feed') })], {
    error: 'is no feed; write an http(s) URL, or url and format (feed or sitemap)',
  })
  .transform((value) => (typeof value === 'string' ? { url: value, format: 'feed' as const } : value));

const wire = z
  .strictObject({
    provider: z.enum(['dpa-wireq'], { error: 'must be dpa-wireq' }),
    urlEnv: environmentName.describe('environment variable that holds the base URL'),
  })
  .describe("an agency's own delivery, for customers with a licence; instead of feeds");

const source = z.strictObject({
  id,
  name: z.string().min(1).describe('as it is shown to readers'),
  kind: z.enum(SOURCE_KINDS, { error: `must be one of ${SOURCE_KINDS.join(', ')}` }),
  languages: z.array(language).min(1, 'needs at least one language'),
  country: z
    .string()
    .regex(/^(?:[A-Z]{2}|-)$/, 'must be a country code of two capital letters, EU, or - for none'),
  feeds: z.array(feed).default([]),
  wire: wire.optional(),
  fetch: z
    .enum(['candidates', 'all'], { error: 'must be candidates or all' })
    .default('candidates')
    .describe('candidates: read a page only when title or teaser can matter'),
  timezone: timezone.default('Europe/Berlin').describe('zone of dates that name none'),
  party: id.optional().describe('the party whose own releases this source publishes'),
  selectors: selectors.optional(),
  snippetLimit: z.number().int().positive().optional().describe('longest excerpt shown, in characters'),
});

/** `sources.yaml`. */
export const sourcesSchema: z.ZodType<{ sources: Source[] }> = z
  .strictObject({ sources: z.array(source).min(1, 'needs at least one source') })
  .superRefine(({ sources }, context) => {
    uniqueIds(sources, context, ['sources']);
    const first = new Map<string, string>();
    sources.forEach((item, i) => {
      if ((item.feeds.length === 0) === (item.wire === undefined))
        context.addIssue({
          code: 'custom',
          path: ['sources', i, 'feeds'],
          message: item.wire ? 'must be left out beside a wire' : 'needs at least one feed, or a wire',
        });
      item.feeds.forEach(({ url }, j) => {
        const earlier = first.get(url);
        if (earlier === undefined) first.set(url, item.id);
        else
          context.addIssue({
            code: 'custom',
            path: ['sources', i, 'feeds', j],
            message: `is also a feed of ${earlier}; name each feed once`,
          });
      });
    });
  });
