import { afterEach, describe, expect, test } from 'vitest';
import type { ChannelSettings } from '../../src/publish/channels.ts';
import { takeBackFromDigests } from '../../src/publish/digest/owe.ts';
import { oweDigests } from '../../src/worker/digests.ts';
import { type Bench, bench } from '../publish/bench.ts';
import type { ArticleFields } from '../support/newsroom.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Six in the evening in Berlin. */
const DAILY = '0 18 * * *';

const open: Bench[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A channel of digests at 12:00 in Berlin on 23 May 2025, and the end of a cycle: what is due is owed, then sent. */
async function digests(digest: NonNullable<ChannelSettings['digest']> = { daily: DAILY, chart: 'stage' }) {
  const self = await bench();
  open.push(self);
  const { db } = self.room;
  const channelId = self.channel({ style: 'digest', digest });
  const owe = () =>
    db
      .transaction(() =>
        oweDigests(db, { channels: self.channels, timezone: 'Europe/Berlin', now: self.now() }),
      )
      .immediate();
  let count = 0;
  return {
    ...self,
    db,
    owe,
    cycle: async () => {
      owe();
      return self.deliver();
    },
    print: (fields: Partial<ArticleFields> & { story: number }) => {
      count += 1;
      const url = `https://anzeiger.example/${count}`;
      const title = `Bericht ${fields.story}`;
      return self.arrives({ ...{ source: 'anzeiger', title, at: self.now(), url }, ...fields });
    },
    messages: () => self.seen(channelId),
    periods: () =>
      db.prepare('SELECT since, until, reason, state FROM digests ORDER BY until').all() as {
        since: string;
        until: string;
        reason: string | null;
        state: string | null;
      }[],
  };
}

describe('a digest is sent', () => {
  test('once when its hour has come, with chart and words for it', async () => {
    const { cycle, print, pass, messages } = await digests();
    await cycle();
    print({ story: 1, stage: 'ruling' });
    pass(5.9 * HOUR);
    await cycle();
    expect(messages()).toEqual([]);
    pass(0.2 * HOUR);
    await cycle();
    await cycle();
    expect(messages()).toHaveLength(1);
    const [message] = messages();
    expect(message?.embeds[0]?.title).toBe('Tagesüberblick, Freitag, 23. Mai 2025');
    expect(message?.embeds[0]?.description).toContain('Bericht 1');
    expect(message?.embeds[0]?.image?.url).toBe(`attachment://${message?.attachments[0]?.filename}`);
    expect(message?.attachments[0]).toMatchObject({ content_type: 'image/png' });
    expect(message?.attachments[0]?.description).toContain('1 Artikel');
    expect(message?.attachments[0]?.size).toBeGreaterThan(5_000);
  });

  test('not for the time before the channel had any', async () => {
    const { cycle, print, pass, messages, periods } = await digests();
    print({ story: 1 });
    pass(7 * HOUR);
    await cycle();
    expect(messages()).toEqual([]);
    expect(periods()).toMatchObject([{ reason: 'ended before the channel had digests', state: null }]);
  });

  test('not when nothing happened, and that is on record', async () => {
    const { cycle, pass, messages, periods } = await digests();
    await cycle();
    pass(DAY);
    await cycle();
    expect(messages()).toEqual([]);
    expect(periods().at(-1)).toMatchObject({ reason: 'nothing happened', state: null });
  });

  test('after days of downtime once: for the newest period, which begins at the tick before it', async () => {
    const { cycle, print, pass, messages, periods } = await digests();
    await cycle();
    print({ story: 1 });
    pass(2 * DAY);
    print({ story: 2 });
    pass(DAY);
    await cycle();
    expect(messages()).toHaveLength(1);
    expect(messages()[0]?.embeds[0]?.description).not.toContain('Bericht 1');
    expect(messages()[0]?.embeds[0]?.description).toContain('Bericht 2');
    expect(periods()).toHaveLength(2);
    expect(periods().at(-1)).toMatchObject({
      ...{ since: '2025-05-24T16:00:00.000Z', until: '2025-05-25T16:00:00.000Z' },
    });
  });

  test('not late, when a newer one is due: what Discord’s outage held up is given up', async () => {
    const { cycle, print, pass, messages, periods, discord } = await digests();
    await cycle();
    print({ story: 1 });
    pass(7 * HOUR);
    discord.fault = () => ({
      status: 429,
      body: { retry_after: 90_000, message: 'slow down', global: false },
    });
    await cycle();
    discord.fault = () => undefined;
    pass(DAY);
    print({ story: 2 });
    pass(DAY);
    await cycle();
    expect(messages().map(({ embeds }) => /Bericht \d/.exec(embeds[0]?.description ?? '')?.[0])).toEqual([
      'Bericht 2',
    ]);
    expect(periods().map(({ state }) => state)).toEqual([null, 'silent', 'sent']);
  });

  test('daily and weekly beside each other, each on its own cron', async () => {
    const { cycle, print, pass, messages } = await digests({
      daily: DAILY,
      weekly: '0 9 * * 1',
      chart: 'party',
    });
    await cycle();
    print({ story: 1 });
    pass(3 * DAY);
    print({ story: 1, at: '2025-05-26T07:00:00.000Z', seenAt: '2025-05-26T06:00:00.000Z' });
    await cycle();
    expect(messages().map(({ embeds }) => embeds[0]?.title?.split(',')[0])).toEqual(['Wochenüberblick']);
  });
});

describe('exactly one', () => {
  test('for two processes that find the same tick', async () => {
    const { owe, cycle, print, pass, messages, periods } = await digests();
    await cycle();
    print({ story: 1 });
    pass(7 * HOUR);
    owe();
    owe();
    await cycle();
    expect(messages()).toHaveLength(1);
    expect(periods()).toHaveLength(2);
  });

  for (const fault of ['cut-before', 'cut-after', 'hang-after'] as const)
    test(`when the answer is lost (${fault}), with its picture, whether soon or long after`, async () => {
      for (const wait of [60_000, 2 * HOUR]) {
        const { owe, deliver, cycle, print, pass, messages, discord } = await digests();
        await cycle();
        print({ story: 1 });
        pass(7 * HOUR);
        discord.fault = ({ method }) => (method === 'POST' ? fault : undefined);
        owe();
        await deliver({ timeoutMs: 300 });
        discord.fault = () => undefined;
        pass(wait);
        await cycle();
        expect(messages()).toHaveLength(1);
        expect(messages()[0]?.attachments).toHaveLength(1);
      }
    });
});

describe('what it tells is fixed', () => {
  test('news, edits and merges after the period’s end change nothing', async () => {
    const { owe, cycle, print, pass, messages, db } = await digests();
    await cycle();
    print({ story: 1 });
    pass(7 * HOUR);
    owe();
    print({ story: 1, source: 'kurier' });
    db.exec("UPDATE article SET title = 'Ganz anders'; UPDATE story SET title = 'Ganz anders'");
    await cycle();
    pass(HOUR);
    const { edited } = await cycle();
    expect(edited).toBe(0);
    expect(messages()[0]?.embeds[0]?.description).toMatch(/^1 Artikel von 1 Medium.*\n\n.*Bericht 1/);
  });

  test('but what an agency withdraws is taken out of the message', async () => {
    const { cycle, print, pass, messages, db } = await digests();
    await cycle();
    const article = print({ story: 1 });
    print({ story: 2 });
    pass(7 * HOUR);
    await cycle();
    db.prepare(
      "INSERT INTO withdrawal (article_id, story_id, source_id, at) VALUES (?, 1, 'anzeiger', ?)",
    ).run(article, '2025-05-23T18:00:00.000Z');
    takeBackFromDigests(db, 1);
    pass(HOUR);
    await cycle();
    expect(messages()[0]?.embeds[0]?.description).not.toContain('Bericht 1');
    expect(messages()[0]?.embeds[0]?.description).toContain('Bericht 2');
    expect(messages()[0]?.attachments).toHaveLength(1);
  });
});

test('what was seen before the end of a period but read after it is told in the next', async () => {
  const { cycle, print, pass, messages, db } = await digests();
  await cycle();
  print({ story: 1 });
  pass(7 * HOUR);
  const slow = print({ story: 2, seenAt: '2025-05-23T15:00:00.000Z' });
  db.prepare("UPDATE story_article SET joined_at = '2025-05-23T17:00:00.000Z' WHERE article_id = ?").run(
    slow,
  );
  await cycle();
  pass(DAY);
  await cycle();
  expect(messages().map(({ embeds }) => /Bericht \d/.exec(embeds[0]?.description ?? '')?.[0])).toEqual([
    'Bericht 1',
    'Bericht 2',
  ]);
});
