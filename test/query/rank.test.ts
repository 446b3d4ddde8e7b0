import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLexicon, expand } from '../../src/query/expand.ts';
import type { Filters } from '../../src/query/filters.ts';
import { bestOfNewest } from '../../src/query/rank.ts';
import { parseQuery } from '../../src/query/terms.ts';
import { type Archive, createArchive } from '../support/archive.ts';

let archive: Archive;
const db = () => archive.store.db;

/** Every text has `überall`, every tenth title too; every fiftieth text has `selten`, one title as well. */
beforeAll(() => {
  archive = createArchive();
  const { store, print } = archive;
  store.transaction(() => {
    for (let i = 1; i <= 300; i++) {
      const title =
        i === 50 ? 'Selten' : i % 10 === 0 ? 'Überall etwas' : `Bericht ${String(i).padStart(3, '0')}`;
      const rare = i % 50 === 0 ? 'Dort steht selten etwas.' : '';
      print({ title, text: `Das steht überall. Und ${i % 2 === 0 ? 'doppelt' : 'einfach'}. ${rare}` });
    }
  });
});
afterAll(() => archive.store.close());

const FEW = { each: 60, all: 100 };
const ALL = { each: Number.POSITIVE_INFINITY, all: Number.POSITIVE_INFINITY };

/** Titles, best first; `frequent`: FTS5 does not rank words of more than 60 articles. */
function titles(query: string, frequent: boolean, filters: Filters = {}): string[] {
  const expression = expand(parseQuery(query), createLexicon(db()));
  const title = db().prepare<[number], string>('SELECT title FROM article WHERE id = ?').pluck();
  const { scored } = bestOfNewest(db(), expression, filters, 0, frequent ? FEW : ALL);
  return scored.map(([id]) => title.get(id) ?? '');
}

describe('a word that stands nearly everywhere', () => {
  test('counts most in the title; of equals the newest is first', () => {
    const found = titles('überall', true);
    expect(found).toHaveLength(300);
    expect(found.slice(0, 29)).toEqual(Array(29).fill('Überall etwas'));
    expect(found.slice(29, 31)).toEqual(['Bericht 299', 'Bericht 298']);
  });

  test('decides less than a rare one beside it', () => {
    const found = titles('überall selten', true);
    expect(found).toHaveLength(6);
    expect(found[0]).toBe('Selten');
  });

  test.each([
    'überall',
    'überall selten',
    'selten -überall',
    'bericht -doppelt',
    'überall OR selten',
    'über*',
    '"steht überall"',
  ])('finds the same as any other: %s', (query) => {
    expect(titles(query, true).sort()).toEqual(titles(query, false).sort());
  });

  test('counts by how often the text has it, as FTS5 ranks it', () => {
    const { store, print } = createArchive();
    store.transaction(() => {
      for (let i = 0; i < 150; i++)
        print({
          title: `Nummer ${100 + i}`,
          text: `${'Sache '.repeat((i * 7) % 40)} ${'anderes '.repeat(40)}`,
        });
    });
    const expression = expand(parseQuery('Sache'), createLexicon(store.db));
    const best = (countable: typeof FEW) =>
      bestOfNewest(store.db, expression, {}, 0, countable)
        .scored.slice(0, 3)
        .map(([id]) => id);
    expect(best(FEW)).toEqual(best(ALL));
    store.close();
  });

  test('that is unwanted does not change the order of the wanted', () => {
    expect(titles('bericht -doppelt', true)).toEqual(titles('bericht -doppelt', false));
  });
});
