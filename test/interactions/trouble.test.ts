import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ReaderError } from '../../src/interactions/reader.ts';
import type { FakeReply } from '../support/fake-discord/interactions.ts';
import { type Bot, createBot } from './bot.ts';
import { printAll } from './press.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await createBot();
  printAll(bot.room);
  await bot.start();
  await bot.said('registered');
  bot.logged.length = 0;
});

afterEach(() => {
  bot.instead = () => undefined;
  bot.logged.length = 0;
});

afterAll(() => bot.close());

test('a failure is told without what failed; the log has it under the same reference', async () => {
  bot.instead = () => Promise.reject(new ReaderError('failed', 'SqliteError: secret_table is malformed'));
  const { content, ephemeral } = await bot.answered(bot.app.command('stories', { public: true }));
  const [, reference = ''] = /under ([0-9a-f]{6})\.$/.exec(content) ?? [];
  expect(reference).not.toBe('');
  expect(content).not.toMatch(/sqlite|secret/i);
  expect(ephemeral).toBe(true);
  expect(bot.logged).toEqual([`error: /stories (${reference}): SqliteError: secret_table is malformed`]);
});

test.each([
  ['slow', 'hat zu lange gedauert'],
  ['busy', 'Zu viele Fragen auf einmal'],
] as const)('a question that is %s is told as such, with what to do', async (reason, sentence) => {
  bot.instead = () => Promise.reject(new ReaderError(reason, 'no answer'));
  const { content } = await bot.answered(bot.app.command('search', { query: 'x' }, { locale: 'de' }));
  expect(content).toContain(sentence);
  expect(bot.logged[0]).toMatch(/^warn: \/search/);
});

test('a page that cannot be turned stays as it is', async () => {
  const reply = await bot.answered(bot.app.command('stories'));
  const before = JSON.stringify(reply.embeds);
  bot.instead = () => Promise.reject(new ReaderError('slow', 'no answer'));
  const id = reply.components[0]?.components[1]?.custom_id ?? '';
  const pressed = bot.app.presses(reply, id);
  await bot.until(() => pressed.followUps.length > 0);
  expect(pressed.followUps[0]).toMatchObject({ ephemeral: true });
  expect(JSON.stringify(reply.embeds)).toBe(before);
});

test('typing is answered with no choices where there are none to be had', async () => {
  bot.instead = () => Promise.reject(new ReaderError('slow', 'no answer'));
  const typing = bot.app.types('stories', 'party', 'a');
  await bot.until(() => typing.choices !== null);
  expect(typing.choices).toEqual([]);
});

test.each([
  [10062, 404],
  [40060, 400],
])(
  'an interaction that Discord has given up (%i) is logged, and the next one answered',
  async (code, status) => {
    bot.app.discord.fault = ({ path }) =>
      path.endsWith('/callback') ? { status, body: { code, message: 'gone' } } : undefined;
    bot.app.command('stories');
    await bot.said(`answered too late (${code})`);
    bot.app.discord.fault = () => undefined;
    expect((await bot.answered(bot.app.command('stories'))).embeds).toHaveLength(1);
  },
);

test('before a question is looked up, Discord has its first answer', async () => {
  let answered: number | null = null;
  const asked = { now: bot.app.command('timeline') };
  bot.instead = () => {
    answered = asked.now.answered;
    return undefined;
  };
  await bot.answered(asked.now);
  expect(answered).toBe(5);
});

/** Everything that Discord would read as markdown, a mention or a link in an answer. */
const read = ({ content, embeds }: FakeReply): string =>
  [
    content,
    ...embeds.flatMap(({ title = '', description = '', fields = [] }) => [
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]),
  ].join('\n');

test.each(['stories', 'story', 'search', 'timeline', 'party', 'statements', 'explain'] as const)(
  'hostile text is inert in /%s',
  async (name) => {
    const evil =
      '@everyone <@&1> **fett** [klick](https://evil.example) ||x|| `y` \u202e https://evil.example/z';
    const id = bot.room.article({
      story: 66,
      source: 'kurier',
      title: evil,
      at: '2025-05-22T10:00:00.000Z',
      url: 'https://kurier.example/)[x](https://evil.example',
      sentences: [evil],
      parties: ['acme'],
      statements: [{ quote: evil, speaker: evil, party: 'acme' }],
    });
    bot.room.db.prepare("UPDATE article SET url_key = 'https://kurier.example/' || id WHERE id = ?").run(id);
    const options = { story: '66', query: 'klick', party: 'acme', article: String(id) };
    const fields: Record<string, (keyof typeof options)[]> = {
      ...{ story: ['story'], search: ['query'], party: ['party'], explain: ['article'] },
    };
    const given = Object.fromEntries((fields[name] ?? []).map((field) => [field, options[field]]));
    const shown = read(await bot.answered(bot.app.command(name, { ...given, public: true })));
    expect(shown).toContain('klick');
    // The article's own address is a link, and no sign in it ends that.
    const rest = shown.replaceAll('](https://kurier.example/%29%5bx%5d%28https://evil.example)', '');
    expect(rest).not.toMatch(/@everyone|<@&1>|(?<!\\)\*\*fett|\u202e|(?<!\\)\|\|x|https:\/\/evil/);
  },
);

test('what a member types is inert, too, and pings nobody', async () => {
  const query = '@everyone **x** <@1>';
  const { embeds, pings } = await bot.answered(bot.app.command('search', { query, public: true }));
  expect(embeds[0]?.title).toBe('Search: @\u200beveryone \\*\\*x\\*\\* \\<@\u200b1\\>');
  expect(pings).toBe(false);
  const said = await bot.answered(bot.app.command('stories', { party: query }));
  expect(said.content).not.toContain('@everyone');
});

test('the longest texts fit into Discord’s limits on every page', async () => {
  const long = 'Ein sehr langer Satz über Acme, der nicht endet. '.repeat(60);
  for (let story = 100; story < 108; story++)
    bot.room.article({
      story,
      source: 'anzeiger',
      title: `${story} ${long}`,
      url: `https://anzeiger.example/${story}/${'a'.repeat(500)}`,
      at: '2025-05-22T12:00:00.000Z',
      parties: ['acme'],
      statements: Array.from({ length: 8 }, () => ({ quote: long, speaker: long, party: 'acme' })),
    });
  // The fake refuses what Discord would.
  for (const [name, options] of [
    ['stories', {}],
    ['timeline', {}],
    ['statements', {}],
    ['story', { story: '100' }],
    ['party', { party: 'acme' }],
    ['search', { query: long.slice(0, 290) }],
  ] as const)
    expect((await bot.answered(bot.app.command(name, options))).embeds, name).toHaveLength(1);
  for (const [name, items] of [
    ['stories', 5],
    ['timeline', 8],
  ] as const) {
    const { embeds } = await bot.answered(bot.app.command(name));
    expect(embeds[0]?.description?.match(/Story 10\d/g), name).toHaveLength(items);
    expect(embeds[0]?.description?.match(/10\d Ein sehr langer Satz/g), name).toHaveLength(items);
  }
  expect(bot.logged.filter((line) => !line.startsWith('info'))).toEqual([]);
});
