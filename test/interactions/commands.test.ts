import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FakeReply } from '../support/fake-discord/interactions.ts';
import { type Bot, createBot } from './bot.ts';
import { printAll } from './press.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await createBot();
  printAll(bot.room);
  await bot.start();
});

afterEach(() => expect(bot.logged.filter((line) => !line.startsWith('info'))).toEqual([]));
afterAll(() => bot.close());

const ask = (
  name: string,
  options: Record<string, string | boolean> = {},
  locale = 'en-GB',
): Promise<FakeReply> => bot.answered(bot.app.command(name, options, { locale }));

const embedOf = ({ embeds }: FakeReply) => embeds[0] ?? {};
/** Everything that a reader sees of an answer. */
const textOf = (reply: FakeReply): string => [reply.content, JSON.stringify(reply.embeds)].join('\n');

describe('/stories', () => {
  test('lists the latest first, five a page, to the asker alone', async () => {
    const reply = await ask('stories');
    expect(reply.ephemeral).toBe(true);
    const { title, description = '' } = embedOf(reply);
    expect(title).toBe('Stories');
    const numbers = [...description.matchAll(/Story (\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual([12, 11, 10, 9, 8]);
    expect(description).toContain('[Acme darf Nutzerdaten verwenden](https://anzeiger.example/');
    expect(description).toContain('2 outlets');
  });

  test('speaks German with a German member: words, names and stages', async () => {
    const reply = await ask('stories', { party: 'acme', since: '1.5.2025' }, 'de');
    const { title, description, author } = embedOf(reply);
    expect(title).toBe('Storys');
    expect(description).toContain('Urteil · 2 Medien');
    expect(author?.name).toBe('Acme · seit 2025-05-01');
  });

  test.each([
    [{ party: 'acme' }, [12]],
    [{ party: 'Court of Musterstadt', until: '2025-05-10' }, [2, 1]],
    [{ topic: 'KI-Training' }, [12]],
    [{ docket: '15 UKl 2/25' }, [12]],
    [{ since: '2025-05-19' }, [12, 11]],
  ])('is narrowed by %j', async (options, stories) => {
    const { description = '' } = embedOf(await ask('stories', options as Record<string, string>));
    expect([...description.matchAll(/Story (\d+)/g)].map(([, number]) => Number(number))).toEqual(stories);
  });

  test('with `public`, everyone in the channel sees the answer', async () => {
    expect((await ask('stories', { public: true })).ephemeral).toBe(false);
  });
});

describe('/story', () => {
  test('shows it as the bot posts it, in the language of the member', async () => {
    const english = textOf(await ask('story', { story: '12' }));
    for (const part of [
      'Das Gericht wies den Antrag',
      'Who says what',
      'Ada Sprecherin',
      '15 UKl 2/25',
      'AI training',
    ])
      expect(english).toContain(part);
    const german = textOf(await ask('story', { story: '#12' }, 'de'));
    for (const part of ['Wer sagt was', 'Gericht Musterstadt', 'KI-Training']) expect(german).toContain(part);
  });

  test('is never taken for a posted message: no delivery’s id ends its footer', async () => {
    expect(embedOf(await ask('story', { story: '12' })).footer?.text).toBe('Story 12 · 2 outlets');
  });

  test('is found by words of its title, too', async () => {
    expect(textOf(await ask('story', { story: 'nutzerdaten' }))).toContain('Acme darf Nutzerdaten verwenden');
  });

  test.each(['999', 'Fall', 'gibtesnicht'])('says what to do when "%s" is no one story', async (story) => {
    const { content, ephemeral } = await ask('story', { story, public: true }, 'de');
    expect(content).toBe(
      `Eine Story „${story}“ gibt es nicht. Wähle aus der Liste, die sich beim Tippen öffnet.`,
    );
    expect(ephemeral).toBe(true);
  });
});

describe('/search', () => {
  test('finds words in any form and shows where they stand', async () => {
    const { title, description } = embedOf(await ask('search', { query: 'berechtigte Interessen' }));
    expect(title).toBe('Search: berechtigte Interessen');
    expect(description).toContain('**berechtigtes Interesse** des Konzerns');
    expect(description).toContain('Story 12');
  });

  test('with `translate`, an English question finds German articles', async () => {
    bot.room.db.exec("UPDATE finding SET matched = 'Nutzerdaten' WHERE kind = 'topic' AND ref = 'training'");
    const query = 'AI training';
    expect(embedOf(await ask('search', { query })).description).toContain('Nothing found.');
    const { description, author } = embedOf(await ask('search', { query, translate: true }));
    expect(description).toContain('[Acme darf Nutzerdaten verwenden]');
    expect(author?.name).toBe('also in other languages');
  });

  test('offers what may have been meant', async () => {
    expect(embedOf(await ask('search', { query: 'Nutzerdatne' }, 'de')).description).toBe(
      'Nichts gefunden. Meinst du: Nutzerdaten',
    );
  });

  test('without a word to look for, says so to the asker alone', async () => {
    const { content, ephemeral } = await ask('search', { query: '-"', public: true });
    expect(content).toContain('nothing to search for');
    expect(ephemeral).toBe(true);
  });
});

test('/timeline has known events among the stories, the latest first', async () => {
  const { description = '' } = embedOf(await ask('timeline', { party: 'acme' }));
  expect(description.indexOf('Acme announces')).toBeLessThan(description.indexOf('Acme darf'));
  expect(description).toContain('known event');
  const german = embedOf(await ask('timeline', {}, 'de')).description;
  expect(german).toContain('[Acme kündigt an](https://acme.example/news)');
});

test('/timeline names a month where no day is known', async () => {
  bot.room.db.exec(
    `INSERT INTO known_event (day, precision, text_de, text_en, parties, topics, sources)
     VALUES ('2025-10', 'month', 'Bericht ist fällig', 'Report is due', '[]', '[]', '[]')`,
  );
  expect(embedOf(await ask('timeline', {}, 'de')).description).toContain('Oktober 2025 · bekanntes Ereignis');
});

test('/party tells how often it is named, its latest stories and statements', async () => {
  const shown = textOf(await ask('party', { party: 'court' }));
  for (const part of ['Court of Musterstadt', '13 articles, 2 outlets', 'Gericht verhandelt Fall 11'])
    expect(shown).toContain(part);
  const german = textOf(await ask('party', { party: 'Acme' }, 'de'));
  expect(german).toContain('„Wir halten uns an das geltende Recht.“');
});

test('/statements says who said what where', async () => {
  const { description } = embedOf(await ask('statements', {}, 'de'));
  expect(description).toContain('**Ada Sprecherin (Acme)**');
  expect(description).toContain('„Wir halten uns an das geltende Recht.“');
  expect(embedOf(await ask('statements', { party: 'court' })).description).toBe('Nobody is quoted.');
});

test('/dates names what comes, and with `past` what was', async () => {
  const coming = embedOf(await ask('dates')).description;
  expect(coming).toContain('<t:1748347200:D> **Objection deadline**');
  expect(coming).not.toContain('Hearing');
  expect(embedOf(await ask('dates', { past: true }, 'de')).description).toContain('**Verhandlung**');
});

describe('/explain', () => {
  beforeAll(() => {
    const key = 'https://anzeiger.example/fall';
    bot.room.db.prepare('UPDATE article SET url_key = ? WHERE id = 12').run(key);
    bot.room.db
      .prepare(
        "INSERT INTO decision (at, url, step, outcome, reason) VALUES ('', ?, 'story', 'new', 'first of it')",
      )
      .run(key);
  });

  test.each(['https://www.anzeiger.example/fall?utm_source=x', '12', '#12'])(
    'says why "%s" is there',
    async (article) => {
      const shown = textOf(await ask('explain', { article }));
      for (const part of [
        'story: new',
        'first of it',
        'Grade: core',
        'AI training',
        'Why it is in its story',
      ])
        expect(shown).toContain(part);
    },
  );

  test('knows nothing of a page that no feed named', async () => {
    const { content } = await ask('explain', { article: 'https://elsewhere.example/x' }, 'de');
    expect(content).toContain('ist mir nie begegnet');
  });

  test('refuses what is no page’s address at once', async () => {
    const { content } = await ask('explain', { article: 'javascript:alert(1)' });
    expect(content).toContain('is no address');
  });
});

test('/status counts what is stored and says when the press was asked last', async () => {
  expect(textOf(await ask('status'))).toContain('13 articles, 13 of them relevant, in 12 stories');
  expect(textOf(await ask('status', {}, 'de'))).toContain('Letzte Abfrage');
});

test('/status names the channels that nothing can be sent to, and why', async () => {
  bot.room.db.exec(`
    INSERT INTO channel (id, fingerprint, parked_at, parked_reason) VALUES ('news', '', '2025-05-23T09:00:00.000Z', 'no “Send Messages”');
    INSERT INTO delivery (id, sequence, channel_id, kind, state, created_at) VALUES ('x', 1, 'news', 'catch-up', 'due', '')`);
  const shown = textOf(await ask('status'));
  expect(shown).toContain('Channels that nothing can be sent to');
  expect(shown).toContain('**news** — no “Send Messages”');
});

test.each([
  [{ since: 'gestern' }, 'is no day'],
  [{ since: '2025-02-30' }, 'is no day'],
  [{ since: '2025-05-10', until: '2025-05-01' }, '“until” is before “since”'],
])('a wrong day is told at once: %j', async (options, sentence) => {
  const reply = await ask('stories', { ...options, public: true } as Record<string, string | boolean>);
  expect(reply.content).toContain(sentence);
  expect(reply.ephemeral).toBe(true);
});

test('a party that nobody knows is told to the asker alone', async () => {
  const { content, ephemeral } = await ask('stories', { party: 'nobody', public: true });
  expect(content).toContain('no party “nobody”');
  expect(ephemeral).toBe(true);
});
