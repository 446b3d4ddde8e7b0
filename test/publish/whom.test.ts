import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelSettings } from '../../src/publish/channels.ts';
import { catchUp, noteChannels } from '../../src/publish/outbox.ts';
import { type Bench, bench, report as reportAt } from './bench.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const COURTS = '900000000000000001';
const NOYB = '900000000000000002';

let at: Bench;
beforeEach(async () => {
  at = await bench();
  at.room.db.exec(
    `INSERT INTO stage VALUES ('hearing', 40, 'Verhandlung', 'hearing'), ('ruling', 60, 'Urteil', 'ruling')`,
  );
});
afterEach(() => at.close());

const report = (story: number, source?: string) => reportAt(story, source, at.now());

const titles = (channel: string) => at.seen(channel).map(({ embeds }) => embeds[0]?.title);

describe('a channel’s filter', () => {
  test.each<[string, Partial<ChannelSettings>, string[]]>([
    ['parties', { parties: ['noyb', 'dpc'] }, ['Bericht 1 im anzeiger']],
    ['topics', { topics: ['consent'] }, ['Bericht 2 im kurier']],
    ['languages', { languages: ['en'] }, ['Bericht 2 im kurier']],
    ['outlets', { outlets: ['kurier', 'bote'] }, ['Bericht 2 im kurier']],
    ['several at once', { parties: ['noyb'], languages: ['en'] }, []],
  ])('%s: other stories are not posted', async (_name, filter, expected) => {
    const channel = at.channel(filter);
    at.arrives({ ...report(1), parties: ['noyb', 'meta'], topics: ['injunction'] });
    at.arrives({ ...report(2, 'kurier'), language: 'en', parties: ['meta'], topics: ['consent'] });
    await at.deliver();
    expect(titles(channel)).toEqual(expected);
  });

  test('a story is posted once an article makes it fit, and edited from then on', async () => {
    const channel = at.channel({ parties: ['noyb'] });
    at.arrives(report(1));
    await at.deliver();
    at.arrives({ ...report(1, 'kurier'), parties: ['noyb'] });
    expect(await at.deliver()).toMatchObject({ posted: 1 });
    at.arrives(report(1, 'bote'));
    expect(await at.deliver()).toMatchObject({ posted: 0, edited: 1 });
    expect(at.seen(channel)).toHaveLength(1);
  });

  const reconfigure = (change: Partial<ChannelSettings>) => {
    Object.assign(at.channels[0] ?? {}, change);
    noteChannels(at.room.db, at.channels, at.now());
  };

  test.each<[string, Partial<ChannelSettings>, Partial<ChannelSettings>]>([
    ['a filter made wider', { parties: ['noyb'] }, { parties: undefined }],
    ['singly instead of in digests', { style: 'digest' }, { style: 'messages' }],
  ])(
    '%s posts nothing old, not as a backlog either, until there is news of it',
    async (_name, before, after) => {
      const channel = at.channel(before);
      noteChannels(at.room.db, at.channels, at.now());
      const first = at.arrives(report(1));
      await at.deliver();
      at.pass(HOUR);
      reconfigure(after);
      const copy = at.room.article(report(1, 'kurier'));
      at.room.link(copy, first, 'duplicate');
      at.pass(1);
      at.arrives({ ...report(2), title: 'Eine neue' });
      expect(catchUp(at.room.db, { channels: at.channels, now: at.now() })).toBe(0);
      await at.deliver();
      expect(titles(channel)).toEqual(['Eine neue']);
      at.pass(HOUR);
      at.arrives(report(1, 'bote'));
      await at.deliver();
      expect(titles(channel)).toEqual(['Eine neue', 'Bericht 1 im anzeiger']);
    },
  );

  test('… also a story that is only printed again after it', async () => {
    const channel = at.channel({ parties: ['noyb'] });
    noteChannels(at.room.db, at.channels, at.now());
    const first = at.arrives(report(1));
    at.pass(HOUR);
    reconfigure({ parties: undefined });
    at.pass(HOUR);
    const copy = at.room.article(report(9, 'kurier'));
    at.room.db.prepare('UPDATE story_article SET story_id = 1 WHERE article_id = ?').run(copy);
    at.room.link(copy, first, 'duplicate');
    at.arrives({ ...report(1, 'bote'), at: '2025-05-23T10:30:00.000Z' });
    await at.deliver();
    expect(titles(channel)).toEqual([]);
  });

  test('made narrower: what was posted is edited, what was owed is not posted, nothing comes twice', async () => {
    const channel = at.channel();
    noteChannels(at.room.db, at.channels, at.now());
    at.arrives(report(1));
    await at.deliver();
    at.arrives(report(2));
    reconfigure({ parties: ['noyb'] });
    at.arrives(report(1, 'kurier'));
    expect(await at.deliver()).toMatchObject({ posted: 0, edited: 1, owed: 0 });
    reconfigure({ parties: undefined });
    at.arrives(report(1, 'bote'));
    expect(await at.deliver()).toMatchObject({ posted: 0, edited: 1, owed: 0 });
    expect(at.seen(channel)).toHaveLength(1);
  });

  test('the same wishes in another order are the same wishes', async () => {
    const channel = at.channel({ parties: ['noyb', 'dpc'] });
    noteChannels(at.room.db, at.channels, at.now());
    at.arrives(report(1));
    at.pass(1);
    reconfigure({ parties: ['dpc', 'noyb'] });
    at.pass(1);
    at.arrives({ ...report(1, 'kurier'), at: '2025-05-23T09:59:00.000Z', parties: ['noyb'] });
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(1);
  });
});

describe('pings', () => {
  const pings = [
    { role: COURTS, stages: ['ruling'] },
    { role: NOYB, parties: ['noyb'] },
  ];
  const roles = (channel: string) => at.seen(channel).map(({ mention_roles: told }) => told);

  test('a role is told where its rule holds, once of the post and once of a development, never of an edit', async () => {
    const channel = at.channel({ pings, developments: true });
    at.arrives(report(1));
    at.arrives({ ...report(2), parties: ['noyb'] });
    await at.deliver();
    expect(roles(channel)).toEqual([[], [NOYB]]);
    at.room.db.exec("UPDATE story SET stage = 'ruling' WHERE id = 1");
    at.arrives({ ...report(1, 'kurier'), stage: 'ruling' });
    at.arrives(report(2, 'kurier'));
    expect(await at.deliver()).toMatchObject({ posted: 1, edited: 2 });
    expect(roles(channel)).toEqual([[], [NOYB], [COURTS]]);
    expect(at.seen(channel)[2]?.content).toBe(`<@&${COURTS}>`);
    at.arrives(report(1, 'bote'));
    await at.deliver();
    for (const { method, body } of at.discord.calls)
      if (method === 'PATCH') expect(JSON.stringify(body)).not.toMatch(/"roles"|<@&/);
  });

  test('a story that begins with a ruling tells the role at once, and its later developments do not', async () => {
    const channel = at.channel({ pings, developments: true });
    at.arrives({ ...report(1), stage: 'ruling' });
    await at.deliver();
    at.room.source('gericht', { kind: 'court' });
    at.room.article(report(1, 'gericht'));
    at.room.db.exec('UPDATE story_article SET primary_source = 1 WHERE article_id = 2');
    at.arrives(report(1, 'kurier'));
    await at.deliver();
    expect(roles(channel)).toEqual([[COURTS], []]);
  });

  test.each(['embed', 'components'] as const)(
    'after a crash the message tells them once, in the layout %s',
    async (layout) => {
      const channel = at.channel({ pings, layout });
      at.arrives({ ...report(1), stage: 'ruling', parties: ['noyb'] });
      at.discord.fault = ({ method }) => (method === 'POST' ? 'cut-after' : undefined);
      await at.deliver();
      at.discord.fault = () => undefined;
      Object.assign(at.channels[0] ?? {}, { pings: [], layout: 'embed' });
      at.pass(HOUR);
      expect(await at.deliver()).toMatchObject({ recovered: 1, edited: 0 });
      expect(roles(channel)).toEqual([[COURTS, NOYB]]);
      at.arrives(report(1, 'kurier'));
      expect(await at.deliver()).toMatchObject({ edited: 1 });
      expect(JSON.stringify(at.seen(channel)[0])).toContain(`<@&${COURTS}>`);
    },
  );

  test('nobody is told of a backlog, and nobody by what an article says', async () => {
    const channel = at.channel({ pings, layout: 'components' });
    at.arrives({ ...report(1), parties: ['noyb'] }, true);
    at.arrives({ ...report(2), title: `@everyone <@&${COURTS}> hört zu` });
    catchUp(at.room.db, { channels: at.channels, now: at.now() });
    expect(await at.deliver()).toMatchObject({ posted: 2 });
    expect(roles(channel)).toEqual([[], []]);
    expect(at.seen(channel).map(({ mention_everyone: all }) => all)).toEqual([false, false]);
  });
});

describe('quiet hours', () => {
  // 10:00 UTC is noon in Berlin.
  const quiet = { from: '22:00', to: '07:00', timezone: 'Europe/Berlin' };

  test('posts, edits and news wait, and nothing is lost or too old by it', async () => {
    const channel = at.channel({ quiet, developments: true, maxAgeMs: 6 * HOUR });
    at.arrives(report(1));
    await at.deliver();
    at.pass(11 * HOUR);
    at.arrives(report(1, 'kurier'));
    at.arrives(report(2));
    const calls = at.discord.calls.length;
    expect(await at.deliver()).toMatchObject({ posted: 0, edited: 0, owed: 2 });
    at.room.db.exec("UPDATE story SET stage = 'ruling' WHERE id = 1");
    at.arrives({ ...report(1, 'bote'), stage: 'ruling' });
    at.pass(7.9 * HOUR);
    expect(await at.deliver()).toMatchObject({ posted: 0, owed: 3 });
    expect(at.discord.calls).toHaveLength(calls);
    at.pass(0.2 * HOUR);
    expect(await at.deliver()).toMatchObject({ posted: 2, edited: 1, owed: 0 });
    expect(at.seen(channel)).toHaveLength(3);
  });

  test('what grew old for another reason is left to the catch-up all the same', async () => {
    const channel = at.channel({ quiet });
    at.arrives(report(1));
    at.pass(5 * DAY);
    expect(await at.deliver()).toMatchObject({ posted: 0, owed: 0 });
    expect(at.seen(channel)).toHaveLength(0);
  });
});
