import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';

let store: Store;
const DAY = 86_400_000;
const at = (day: number) => new Date(Date.UTC(2025, 4, 1) + day * DAY).toISOString();
const pages = (source: string, keys: string[], topics: readonly ('on' | 'off')[]): void =>
  topics.forEach((topic, i) => {
    store.siteBlocks.see(source, keys, { at: at(i), offTopic: topic === 'off' });
  });

beforeEach(() => {
  store = openStore(':memory:');
  for (const id of ['a', 'b'])
    store.db
      .prepare(
        "INSERT INTO source (id, name, kind, languages, country) VALUES (?, ?, 'newspaper', '[]', 'DE')",
      )
      .run(id, id);
});
afterEach(() => store.close());

describe('boilerplate of an outlet', () => {
  test('is what stands on four of its pages, two of them on something else than the dispute', () => {
    pages('a', ['box'], ['off', 'on', 'off']);
    expect(store.siteBlocks.recurring('a')).toEqual([]);
    pages('a', ['box'], ['on']);
    expect(store.siteBlocks.recurring('a')).toEqual(['box']);
    expect(store.siteBlocks.recurring('b')).toEqual([]);
  });

  test('is not the background that reports on the dispute share', () => {
    pages(
      'a',
      ['background'],
      Array.from({ length: 30 }, () => 'on' as const),
    );
    expect(store.siteBlocks.recurring('a')).toEqual([]);
  });

  test('is not what another outlet prints too: copy of an agency', () => {
    pages('a', ['wire'], ['off', 'off', 'off', 'off']);
    pages('b', ['wire'], ['off']);
    expect(store.siteBlocks.recurring('a')).toEqual([]);
  });

  test('is forgotten some weeks after it was last seen, and never grows beyond some thousands', () => {
    pages('a', ['old'], ['off', 'off', 'off', 'off']);
    store.siteBlocks.see('a', ['new'], { at: at(60), offTopic: true });
    expect(store.siteBlocks.recurring('a')).toEqual([]);
    const many = Array.from({ length: 5000 }, (_, i) => `k${i}`);
    store.transaction(() => store.siteBlocks.see('a', many, { at: at(61), offTopic: true }));
    expect(store.db.prepare('SELECT count(*) FROM site_block').pluck().get()).toBe(4000);
  });
});
