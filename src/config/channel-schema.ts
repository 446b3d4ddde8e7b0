import { z } from 'zod';
import { calmCronLine, id, language, snowflake, timezone } from './values.ts';

/** A list that is given names something: an empty one would match nothing, or everything. */
const some = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, 'is empty; name something, or leave the key out');

const clock = z
  .string({ error: 'needs a time of day such as "22:00"' })
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is no time of day; write hour and minute, such as "07:30"');

const quiet = z
  .strictObject({
    from: clock,
    to: clock,
    timezone: timezone.optional().describe('left out: that of schedule'),
  })
  .refine(({ from, to }) => from !== to, 'from and to are the same; leave `quiet` out for none');

const ping = z.strictObject({
  role: snowflake('role'),
  stages: some(id).optional(),
  parties: some(id).optional(),
  topics: some(id).optional(),
});

const digest = z
  .strictObject({
    daily: calmCronLine.optional().describe('when a day’s overview is sent'),
    weekly: calmCronLine.optional().describe('when a week’s overview is sent'),
    chart: z
      .enum(['stage', 'party'], { error: 'must be stage or party' })
      .default('stage')
      .describe('what the bars of its chart are made of'),
  })
  .refine(
    ({ daily, weekly }) => daily !== undefined || weekly !== undefined,
    'needs daily or weekly, such as daily: "0 18 * * *"',
  );

/** What a channel wants, how it looks and whom it tells; with the keys that say where it is (`settings-schema.ts`). */
export const channelKeys = {
  parties: some(id).optional().describe('only stories that name one of these parties'),
  topics: some(id).optional().describe('only stories about one of these topics'),
  languages: some(language).optional().describe('only stories with an article in one of these languages'),
  outlets: some(id).optional().describe('only stories with an article of one of these sources'),
  style: z
    .enum(['messages', 'threads', 'forum', 'digest'], { error: 'must be messages, threads, forum or digest' })
    .default('messages'),
  layout: z.enum(['embed', 'components'], { error: 'must be embed or components' }).default('embed'),
  developments: z
    .boolean({ error: 'must be true or false' })
    .default(true)
    .describe('whether news of a posted story are told in a message of their own'),
  digest: digest.optional().describe('overviews of a day or week; left out: none'),
  quiet: quiet.optional().describe('when nothing is sent; it waits'),
  pings: z.array(ping).max(20, 'can have at most 20 rules').optional().describe('roles that are told'),
  announce: z
    .boolean({ error: 'must be true or false' })
    .optional()
    .describe('whether messages are published to the servers that follow the channel'),
  snippetLimit: z
    .number({ error: 'must be a whole number of characters' })
    .int('must be a whole number of characters')
    .min(1, 'must be at least 1; to show no sentences choose a small number')
    .optional()
    .describe('longest excerpt of one article, in characters'),
};

/** What does not go together. */
export function contradiction(channel: {
  style: string;
  announce?: boolean | undefined;
  digest?: object | undefined;
}): { key: string; message: string } | null {
  if (channel.announce && channel.style === 'forum')
    return { key: 'announce', message: 'a forum cannot be published; leave it out or choose another style' };
  if (channel.style === 'digest' && channel.digest === undefined)
    return {
      key: 'style',
      message: 'is digest, but no digest is configured; add digest: { daily: "0 18 * * *" }',
    };
  return null;
}
