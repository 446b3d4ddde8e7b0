import { expect, test } from 'vitest';
import { settingsSchema } from '../../src/config/settings-schema.ts';

/** What is wrong with a channel's digest: key and remedy. */
function wrong(channel: object): string[] {
  const channels = [{ id: 'main', ...channel }];
  const read = settingsSchema.safeParse({ http: { contact: 'a@example.org' }, channels });
  return (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('a day’s digest, a week’s, or both; their chart is of stages unless said otherwise', () => {
  const read = settingsSchema.parse({
    http: { contact: 'a@example.org' },
    channels: [{ id: 'main', digest: { daily: '0 18 * * *', weekly: '0 9 * * 1' } }],
  });
  expect(read.channels[0]?.digest).toEqual({ daily: '0 18 * * *', weekly: '0 9 * * 1', chart: 'stage' });
  expect(wrong({ style: 'digest', digest: { weekly: '0 9 * * mon', chart: 'party' } })).toEqual([]);
});

test('what cannot be meant is named with its remedy', () => {
  expect(wrong({ digest: {} })).toEqual([
    expect.stringMatching(/^channels\.0\.digest: needs daily or weekly/),
  ]);
  expect(wrong({ digest: { daily: '18:00' } })[0]).toMatch(/^channels\.0\.digest\.daily: is no cron line/);
  expect(wrong({ digest: { daily: '0 0 18 * * *' } })).toEqual([
    expect.stringMatching(/^channels\.0\.digest\.daily: has a field for seconds; write minute hour/),
  ]);
  expect(wrong({ digest: { weekly: '0 9 * * 1', chart: 'topic' } })[0]).toMatch(/must be stage or party/);
  expect(wrong({ style: 'digest' })).toEqual([
    expect.stringMatching(/^channels\.0\.style: is digest, but no digest is configured; add digest:/),
  ]);
});
