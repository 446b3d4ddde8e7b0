import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { names } from '../support/newsroom.ts';
import { type Bot, createBot } from './bot.ts';
import { printAll } from './press.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await createBot();
  printAll(bot.room);
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`body_${n}`, { de: `Behörde ${n}`, en: `Authority ${n}` }]),
  );
  names(bot.room.db, 'party', many);
  await bot.start();
});

afterAll(() => bot.close());

async function offered(command: string, field: string, typed: string, locale = 'en-GB') {
  const typing = bot.app.types(command, field, typed, { locale });
  await bot.until(() => typing.choices !== null);
  return typing.choices ?? [];
}

const namesOf = async (...asked: Parameters<typeof offered>): Promise<string[]> =>
  (await offered(...asked)).map(({ name }) => name);

describe('while a member types', () => {
  test('parties come by what was typed, in the member’s language; never more than Discord shows', async () => {
    expect(await offered('stories', 'party', 'acm')).toEqual([{ name: 'Acme', value: 'acme' }]);
    expect(await offered('stories', 'party', 'MUSTER', 'de')).toEqual([
      { name: 'Gericht Musterstadt', value: 'court' },
    ]);
    expect(await offered('party', 'party', 'behörde')).toHaveLength(25);
    expect(await namesOf('party', 'party', 'Behorde 7', 'de')).toEqual(['Behörde 7']);
  });

  test('without anything typed, those that are spoken of now come first', async () => {
    expect((await namesOf('stories', 'party', '')).slice(0, 2)).toEqual(['Court of Musterstadt', 'Acme']);
  });

  test('topics and case numbers', async () => {
    expect(await namesOf('search', 'topic', 'ki', 'de')).toEqual(['KI-Training']);
    expect(await offered('stories', 'docket', '15ukl')).toEqual([
      { name: '15 UKl 2/25', value: '15 UKl 2/25' },
    ]);
    expect(await offered('stories', 'docket', 'xyz')).toEqual([]);
  });

  test('stories come by number, by words of their titles, or the newest', async () => {
    expect(await offered('story', 'story', '3')).toContainEqual({
      name: '3 · Gericht verhandelt Fall 3',
      value: '3',
    });
    expect(await namesOf('story', 'story', 'darf nutz')).toEqual(['12 · Acme darf Nutzerdaten verwenden']);
    expect((await namesOf('story', 'story', ''))[0]).toBe('12 · Acme darf Nutzerdaten verwenden');
    expect(await offered('story', 'story', 'nichts davon')).toEqual([]);
  });

  test('articles, for /explain', async () => {
    expect(await offered('explain', 'article', 'verhandelt fall 11')).toEqual([
      { name: '11 · Gericht verhandelt Fall 11', value: '11' },
    ]);
    expect(await offered('explain', 'article', 'verhandelt f')).toHaveLength(11);
  });

  test.each(['"', '*', 'title:x OR', '-', '🧨', '(((', 'a AND NOT'])(
    'what FTS5 would take for its own syntax is text: %s',
    async (typed) => {
      expect(Array.isArray(await offered('story', 'story', typed))).toBe(true);
      expect(bot.logged.filter((line) => !line.startsWith('info'))).toEqual([]);
    },
  );

  test('a title too long for Discord is cut between words', async () => {
    bot.room.article({
      story: 13,
      source: 'kurier',
      title: `Langes ${'Wort '.repeat(60)}Ende`,
      at: '2025-05-21T10:00:00.000Z',
    });
    const [first = ''] = await namesOf('story', 'story', 'langes');
    expect(first.length).toBeLessThanOrEqual(100);
    expect(first).toMatch(/Wort…$/);
  });
});
