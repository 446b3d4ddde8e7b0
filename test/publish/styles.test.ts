import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KIND } from '../support/fake-discord/types.ts';
import { names } from '../support/newsroom.ts';
import { type Bench, bench, report as reportAt } from './bench.ts';

const HOUR = 3_600_000;

let at: Bench;
beforeEach(async () => {
  at = await bench();
});
afterEach(() => at.close());

const report = (story: number, source?: string) => reportAt(story, source, at.now());

/** The story reaches a later stage, told by another outlet. */
const rules = (story: number) => {
  at.room.db.exec("INSERT OR IGNORE INTO stage VALUES ('ruling', 60, 'Urteil', 'ruling')");
  at.room.db.prepare("UPDATE story SET stage = 'ruling' WHERE id = ?").run(story);
  at.arrives({ ...report(story, 'kurier'), stage: 'ruling' });
};

describe('style: threads', () => {
  test('a story is a message with a thread of its name, and what happens next is told in there', async () => {
    const channel = at.channel({ style: 'threads', developments: true });
    at.arrives({ ...report(1), title: `Gericht ${'prüft und '.repeat(20)}entscheidet` });
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 0 });
    const [thread] = at.discord.guild.threadsOf(channel);
    expect(thread?.name).toMatch(/^Gericht prüft und .*…$/);
    expect(thread?.name.length).toBeLessThanOrEqual(100);
    rules(1);
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 0 });
    expect(at.seen(channel)).toHaveLength(1);
    expect(thread?.messages[0]?.embeds[0]?.author?.name).toContain('Neuer Stand: Urteil');
  });

  test('a thread that somebody started already is taken', async () => {
    const channel = at.channel({ style: 'threads', developments: true });
    at.arrives(report(1));
    at.discord.fault = ({ path }) => (path.endsWith('/threads') ? 'cut-after' : undefined);
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 1 });
    at.discord.fault = () => undefined;
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ posted: 0, owed: 0, failed: 0 });
    rules(1);
    await at.deliver();
    expect(at.discord.guild.threadsOf(channel)[0]?.messages).toHaveLength(1);
  });

  test('news wait for a thread that is late, and become replies where none can be', async () => {
    const late = at.channel({ style: 'threads', developments: true });
    const none = at.channel({ style: 'threads', developments: true }, { createThreads: false });
    at.arrives(report(1));
    at.discord.fault = ({ path }) =>
      path.includes(late) && path.endsWith('/threads')
        ? { status: 429, headers: { 'Retry-After': '900' }, body: { retry_after: 900, global: false } }
        : undefined;
    expect(await at.deliver()).toMatchObject({ posted: 2 });
    rules(1);
    await at.deliver();
    expect(at.seen(late)).toHaveLength(1);
    expect(at.seen(none).map(({ message_reference: to }) => to?.message_id)).toEqual([
      undefined,
      at.seen(none)[0]?.id,
    ]);
    at.discord.fault = () => undefined;
    at.pass(901_000);
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 0 });
    expect(at.discord.guild.threadsOf(late)[0]?.messages).toHaveLength(1);
  });

  test.each([
    ['archived', { archived: true }, { posted: 1, failed: 0 }],
    ['locked', { locked: true }, { posted: 0, failed: 1 }],
  ])('a thread that is %s concerns its story alone', async (_name, change, expected) => {
    const channel = at.channel({ style: 'threads', developments: true });
    for (const story of [1, 2]) at.arrives(report(story));
    await at.deliver();
    const [first, second] = at.discord.guild.threadsOf(channel);
    Object.assign(first ?? {}, change);
    rules(1);
    expect(await at.deliver()).toMatchObject({ ...expected, parked: [] });
    expect(first?.messages).toHaveLength(expected.posted);
    rules(2);
    await at.deliver();
    expect(second?.messages).toHaveLength(1);
  });

  test('news for a thread that was deleted are given up, nothing else is', async () => {
    const channel = at.channel({ style: 'threads', developments: true });
    for (const story of [1, 2]) at.arrives(report(story));
    await at.deliver();
    const [first] = at.discord.guild.threadsOf(channel);
    at.discord.guild.channels.delete(first?.id ?? '');
    rules(1);
    at.arrives(report(3));
    expect(await at.deliver()).toMatchObject({ posted: 1, failed: 1, owed: 0, parked: [] });
  });
});

describe('style: forum', () => {
  const tags = [
    { id: '900000000000000001', name: 'Allgemein' },
    { id: '900000000000000002', name: 'EILVERFAHREN' },
    { id: '900000000000000003', name: 'consent' },
    { id: '900000000000000004', name: 'Beschwerde', moderated: true },
  ];
  const forum = (guild: object = {}) =>
    at.channel({ style: 'forum', developments: true }, { type: KIND.forum, tags, ...guild });

  test('a story is a post, with the tags called like its topics; news and edits go into it', async () => {
    names(at.room.db, 'topic', {
      injunction: { de: 'Eilverfahren', en: 'injunction' },
      consent: { de: 'Einwilligung', en: 'Consent' },
      complaint: { de: 'Beschwerde', en: 'complaint' },
    });
    const channel = forum();
    at.arrives({ ...report(1), topics: ['injunction', 'consent', 'complaint'] });
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 0 });
    const [post] = at.discord.guild.threadsOf(channel);
    expect(post?.name).toBe('Bericht 1 im anzeiger');
    expect(post?.appliedTags.toSorted()).toEqual(['900000000000000002', '900000000000000003']);
    rules(1);
    expect(await at.deliver()).toMatchObject({ posted: 1, edited: 1, owed: 0 });
    expect(post?.messages).toHaveLength(2);
    expect(JSON.stringify(post?.messages[0]?.embeds)).toContain('kurier');
    expect(at.discord.guild.threadsOf(channel)).toHaveLength(1);
  });

  test('where the forum asks for a tag and no topic has one, it is the first', async () => {
    const channel = forum({ requiresTag: true });
    at.arrives(report(1));
    await at.deliver();
    expect(at.discord.guild.threadsOf(channel)[0]?.appliedTags).toEqual(['900000000000000001']);
  });

  test('a forum that asks for a tag and has none is parked and says so; another kind of channel, too', async () => {
    forum({ requiresTag: true, tags: [] });
    forum({ type: KIND.text });
    at.channel({}, { type: KIND.forum });
    at.arrives(report(1));
    const { parked } = await at.deliver();
    expect(parked.map(({ reason }) => reason.replace(/ \(HTTP.*/, '')).sort()).toEqual([
      'the channel is no forum: set `style: messages` or `threads`',
      'the channel takes no messages: for a forum set `style: forum`',
      'the forum asks for a tag and has none that the bot may choose',
    ]);
  });

  test.each(['cut-before', 'cut-after'] as const)(
    '%s: one post in the end, archived or not',
    async (fault) => {
      const channel = forum();
      for (const story of [1, 2]) at.arrives(report(story));
      await at.deliver();
      at.arrives(report(3));
      at.discord.fault = ({ method }) => (method === 'POST' ? fault : undefined);
      expect(await at.deliver()).toMatchObject({ failed: 1, owed: 1 });
      at.discord.fault = () => undefined;
      for (const post of at.discord.guild.threadsOf(channel).slice(1))
        Object.assign(post, { archived: true, archivedAt: at.now() });
      at.pass(HOUR);
      expect(await at.deliver()).toMatchObject({ failed: 0, owed: 0 });
      expect(at.discord.guild.threadsOf(channel)).toHaveLength(3);
    },
  );

  test('by webhook: posts without tags, edits and news in them', async () => {
    const channel = forum();
    const { id, token } = at.discord.guild.addWebhook(channel);
    const [settings] = at.channels;
    if (!settings) throw new Error('no channel');
    settings.medium = { kind: 'discord-webhook', url: `${at.discord.api}/webhooks/${id}/${token}` };
    at.arrives(report(1));
    await at.deliver();
    rules(1);
    expect(await at.deliver()).toMatchObject({ posted: 1, edited: 1, owed: 0 });
    const [post] = at.discord.guild.threadsOf(channel);
    expect(post?.messages).toHaveLength(2);
    expect(post?.appliedTags).toEqual([]);
  });
});

test('style: digest posts no story, asks Discord for nothing', async () => {
  const channel = at.channel({ style: 'digest' });
  at.arrives(report(1));
  await at.deliver();
  expect(at.seen(channel)).toHaveLength(0);
  expect(at.discord.calls).toHaveLength(0);
});

test('another implementation of Discord: optional fields left out, headers written otherwise', async () => {
  await at.close();
  at = await bench({ sparse: true });
  const [text, forum] = [
    at.channel({ style: 'threads', developments: true, announce: true }, { type: KIND.announcement }),
    at.channel({ style: 'forum', developments: true, layout: 'components' }, { type: KIND.forum }),
  ];
  at.arrives(report(1));
  at.discord.fault = ({ method, path }) =>
    method === 'POST' && /\/(?:messages|threads)$/.test(path) ? 'cut-after' : undefined;
  await at.deliver();
  at.discord.fault = () => undefined;
  at.pass(HOUR);
  expect(await at.deliver()).toMatchObject({ recovered: 2, owed: 0, failed: 0 });
  rules(1);
  expect(await at.deliver()).toMatchObject({ posted: 2, edited: 2, owed: 0, failed: 0 });
  for (const channel of [text, forum]) expect(at.discord.guild.threadsOf(channel)).toHaveLength(1);
  expect(at.seen(text)).toHaveLength(1);
});
