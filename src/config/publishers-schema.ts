import { z } from 'zod';
import type { PublisherRule } from '../model/publisher.ts';
import { selectorKeys } from './sources-schema.ts';
import { id, uniqueIds } from './values.ts';

const host = z
  .string({ error: 'needs a host such as anzeiger.example' })
  .regex(
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/,
    'is no host; write it in lower case without www, such as anzeiger.example',
  );

const publisher = z.strictObject({
  id,
  version: z.number().int().positive().describe('raise it with every change of the selectors'),
  hosts: z.array(host).min(1, 'needs at least one host').describe('without www; subdomains count too'),
  selectors: z
    .strictObject({ ...selectorKeys, body: selectorKeys.body.unwrap() })
    .describe('CSS selectors; where body matches no text any more, the general method takes over'),
});

/** `publishers.yaml`. */
export const publishersSchema: z.ZodType<{ publishers: PublisherRule[] }> = z
  .strictObject({ publishers: z.array(publisher) })
  .superRefine(({ publishers }, context) => {
    uniqueIds(publishers, context, ['publishers']);
  });
