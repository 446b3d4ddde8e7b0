import { z } from 'zod';

// Rules of JSON formats, written after their own documents: nothing may stand in them that those do not name.

const part = z.number().int();
const date = z.strictObject({
  'date-parts': z
    .array(z.tuple([part, part.min(1).max(12), part.min(1).max(31)]))
    .min(1)
    .max(2),
});
const name = z.strictObject({ literal: z.string().min(1) });

/** A list of items after csl-data.json of the Citation Style Language 1.0.2, as far as articles go. */
export const cslItems = z.array(
  z.strictObject({
    id: z.string().min(1),
    type: z.literal('article-newspaper'),
    title: z.string(),
    author: z.array(name).min(1).optional(),
    'container-title': z.string(),
    issued: date,
    accessed: date.optional(),
    URL: z.string().min(1),
    language: z.string(),
    abstract: z.string().min(1).optional(),
  }),
);

const language = z.string().regex(/^[a-z]{2,3}$/);
const instant = z.iso.datetime();

/** JSON Feed 1.1 (jsonfeed.org/version/1.1): an item needs an id that no other has, and content. */
export const feed = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string().min(1),
    language,
    items: z.array(
      z.strictObject({
        id: z.string().min(1),
        url: z.url({ protocol: /^https?$/ }).optional(),
        title: z.string(),
        content_text: z.string().min(1),
        date_published: instant,
        date_modified: instant,
        language,
        tags: z.array(z.string().min(1)),
        authors: z.array(z.strictObject({ name: z.string().min(1) })).optional(),
      }),
    ),
  })
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length, 'an id stands twice');
