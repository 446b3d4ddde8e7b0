import cron from 'node-cron';
import { z } from 'zod';

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `20s`, `5m`, `2h`, `7d`: a duration, given on as milliseconds. */
export const duration = z
  .string({ error: 'needs a duration such as 20s, 5m, 2h or 7d' })
  .regex(
    /^\d+(?:\.\d+)?(?:ms|s|m|h|d)$/,
    'is no duration; write a number and a unit, such as 20s, 5m, 2h or 7d',
  )
  .transform((text) => {
    const unit = text.replace(/[\d.]+/, '');
    return Number.parseFloat(text) * (UNITS[unit] ?? 1);
  });

/** `500kB`, `10MB`: a size, given on as bytes. */
export const size = z
  .string({ error: 'needs a size such as 500kB or 10MB' })
  .regex(/^\d+(?:kB|MB)$/, 'is no size; write a whole number and a unit, such as 500kB or 10MB')
  .transform((text) => Number.parseInt(text, 10) * (text.endsWith('MB') ? 1_000_000 : 1000));

export const httpUrl = z.string({ error: 'needs a URL' }).refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}, 'is no http(s) URL; write it in full, such as https://www.example.org/feed.xml');

/** Secrets stand in the environment; configuration only names them. */
export const environmentName = z
  .string({ error: 'needs the name of an environment variable' })
  .regex(
    /^[A-Z][A-Z0-9_]*$/,
    'must name an environment variable; the URL itself is a secret and does not belong here',
  );

/** The id of something on Discord. @param what it is the id of, for the message */
export const snowflake = (what: string) =>
  z
    .string({ error: `needs the ${what}’s id in quotes: as a number it would lose its last digits` })
    .regex(/^\d{17,20}$/, `is no Discord ${what} id (17 to 20 digits); copy it from the ${what}’s menu`);

export const timezone = z.string({ error: 'needs a time zone such as Europe/Berlin' }).refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'is no time zone; write an IANA name such as Europe/Berlin');

export const cronLine = z
  .string({ error: 'needs a cron line such as "*/5 * * * *"' })
  .refine(
    (line) => cron.validate(line),
    'is no cron line; write minute hour day month weekday, such as "*/5 * * * *" (every five minutes)',
  );

/** For what is worth saying once a day or week: without the field for seconds that other lines may begin with. */
export const calmCronLine = cronLine.refine(
  (line) => line.trim().split(/\s+/).length === 5,
  'has a field for seconds; write minute hour day month weekday, such as "0 18 * * *" (each day at six in the evening)',
);

export const id = z
  .string({ error: 'needs an id' })
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'is no id; use lower-case letters, digits, _ and -');

export const language = z
  .string({ error: 'needs a language code' })
  .regex(/^[a-z]{2}$/, 'is no language code; write two lower-case letters, such as de or en');

/** Adds an issue for each item whose id an earlier one has. */
export function uniqueIds<T extends { id: string }>(
  items: readonly T[],
  context: z.core.$RefinementCtx,
  path: PropertyKey[] = [],
): void {
  const first = new Map<string, number>();
  items.forEach((item, index) => {
    const earlier = first.get(item.id);
    if (earlier === undefined) first.set(item.id, index);
    else
      context.addIssue({
        code: 'custom',
        path: [...path, index, 'id'],
        message: `"${item.id}" is used twice (first as number ${earlier + 1}); give each its own id`,
      });
  });
}
