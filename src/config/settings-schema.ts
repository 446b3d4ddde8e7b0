import { z } from 'zod';
import { channelKeys, contradiction } from './channel-schema.ts';
import { discordSchema } from './discord-schema.ts';
import {
  cronLine,
  duration,
  environmentName,
  httpUrl,
  id,
  size,
  snowflake,
  timezone,
  uniqueIds,
} from './values.ts';

const schedule = z.strictObject({
  cron: cronLine.default('*/5 * * * *').describe('when to look which feeds are due'),
  timezone: timezone.default('Europe/Berlin'),
});

const store = z.strictObject({
  path: z.string().min(1).default('data/standoff.db'),
  archive: z
    .boolean({ error: 'must be true or false' })
    .default(false)
    .describe('whether the bytes of relevant pages are kept, compressed'),
  keepDays: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('days after which entries and off-topic articles are purged; left out: everything is kept'),
});

const http = z.strictObject({
  contact: z
    .string({ error: 'needs an address under which an outlet can reach you' })
    .regex(
      /^(?:https?:\/\/\S+|[^\s@]+@[^\s@]+)$/,
      'must be a web address or an e-mail address under which an outlet can reach you',
    ),
  timeout: duration.default(20_000),
  maxSize: size.default(10_000_000).describe('largest answer read, decoded'),
  delay: duration.default(2_000).describe('pause between two requests to one host'),
  allowPrivate: z
    .array(z.string())
    .default([])
    .describe('hosts, host:port or networks (CIDR) that may be asked although they are not public'),
  robots: z.enum(['respect', 'ignore'], { error: 'must be respect or ignore' }).default('respect'),
  tdm: z
    .enum(['respect', 'log'], { error: 'must be respect or log' })
    .default('log')
    .describe('what a text-and-data-mining reservation does: respect does not read the page, log notes it'),
});

const polling = z.strictObject({
  interval: duration.default(3_600_000).describe('between two polls of a feed that says nothing itself'),
  shortest: duration.default(300_000),
  longest: duration.default(86_400_000),
  threads: z.number().int().min(1).max(64).default(2).describe('threads that parse and extract'),
  connections: z.number().int().min(1).max(256).default(16).describe('hosts spoken to at once'),
});

const websub = z.strictObject({
  callback: httpUrl.describe('public address under which hubs reach `listen`'),
  listen: z
    .string({ error: 'needs host and port, such as 127.0.0.1:8700' })
    .regex(/^(?:\[[\da-fA-F:.]+\]|[^\s:[\]]+):\d{1,5}$/, 'is no host:port; write it as 127.0.0.1:8700')
    .refine((text) => Number(text.slice(text.lastIndexOf(':') + 1)) < 65_536, 'names a port above 65535')
    .describe('host and port that `run` listens on'),
  lease: duration.default(604_800_000).describe('how long a hub is asked to push; renewed before the end'),
});

const summary = z.strictObject({
  endpoint: httpUrl.describe('base address of an OpenAI-compatible interface'),
  model: z.string({ error: 'needs the name of a model that the endpoint serves' }).min(1).max(100),
  timeout: duration.default(30_000).describe('of one request'),
  maxTokens: z.number().int().min(50).max(8_000).default(600).describe('longest answer'),
  perCycle: z.number().int().min(1).max(50).default(4).describe('requests of one cycle at most'),
});

const channel = z.strictObject({
  id,
  language: z
    .enum(['de', 'en'], { error: 'must be de or en' })
    .default('de')
    .describe('of labels and, where there is one, of the summary'),
  grades: z
    .array(z.enum(['core', 'secondary', 'context'], { error: 'must be core, secondary or context' }))
    .default(['core', 'secondary']),
  maxAge: duration.default(172_800_000).describe('older articles are stored, not posted singly'),
  channelId: snowflake('channel').optional(),
  webhookEnv: environmentName.optional(),
  alerts: z
    .boolean()
    .optional()
    .describe('whether it is told, once, of sources and channels that die or come back'),
  ...channelKeys,
});

/** `standoff.yaml`: how the bot runs. Durations are ms, sizes bytes once read. */
export const settingsSchema = z
  .strictObject({
    schedule: schedule.prefault({}),
    store: store.prefault({}),
    http,
    polling: polling.prefault({}),
    websub: websub
      .optional()
      .describe('lets hubs that feeds name push news to `run`; left out: every feed is polled only'),
    discord: discordSchema.prefault({}),
    summary: summary
      .optional()
      .describe('has a language model word summaries, each sentence checked; left out: verbatim sentences'),
    channels: z
      .array(channel)
      .min(1, 'needs at least one channel')
      .prefault([{ id: 'main' }]),
  })
  .superRefine(({ channels, polling: { shortest, interval, longest } }, context) => {
    uniqueIds(channels, context, ['channels']);
    for (const [index, channel] of channels.entries()) {
      const wrong = contradiction(channel);
      if (wrong)
        context.addIssue({ code: 'custom', path: ['channels', index, wrong.key], message: wrong.message });
    }
    if (shortest > interval || interval > longest)
      context.addIssue({
        code: 'custom',
        path: ['polling'],
        message: 'shortest must not be above interval, nor interval above longest',
      });
  });

export type Settings = z.output<typeof settingsSchema>;
