import { afterAll, beforeAll, expect, test } from 'vitest';
import { agedRules } from '../../src/query/aged-rules.ts';
import { type FeedRun, startFeedRun } from '../support/feed-run.ts';

let run: FeedRun;
const rule = (version: number) => [
  { id: 'press', version, hosts: ['press.example'], selectors: { body: '.text' } },
];

/** How the publisher's pages were read, one a day from 20 May. */
function read(extractors: readonly string[]): void {
  const { db } = run.worker().store;
  db.prepare('DELETE FROM article').run();
  extractors.forEach((extractor, day) => {
    const url = `https://www.press.example/${day}`;
    db.prepare(
      `INSERT INTO article (source_id, url, url_key, final_url, title, teaser, text, text_from, fetched_at, extractor,
         first_seen_at, grade, relevance, relevance_reasons, authors, dossier_version, language, language_confidence)
       VALUES ('press', ?, ?, ?, 'T', '', 'x', 'page', ?, ?, '2025-05-20T00:00:00.000Z', 'off', 0, '[]', '[]', 'v', 'de', 1)`,
    ).run(url, url, url, `2025-05-${20 + day}T00:00:00.000Z`, extractor);
  });
}
const aged = (since = '2025-05-01T00:00:00.000Z', version = 2) =>
  agedRules(run.worker().store.db, rule(version), since);

beforeAll(async () => {
  run = await startFeedRun(['press']);
});
afterAll(() => run.close());

test('a rule that most pages no longer fit has aged, with an example to look at', () => {
  read(['rule:press@2', 'general@1', 'general@1', 'general@1']);
  expect(aged()).toEqual([
    { publisher: 'press', version: 2, pages: 4, without: 3, url: 'https://www.press.example/3' },
  ]);
});

test('a few odd pages do not make it old, nor do pages of an earlier version or those of the source’s own selectors', () => {
  read(['rule:press@2', 'rule:press@1', 'general@1', 'rule:press@2']);
  expect(aged()).toEqual([]);
  read(['rule@1', 'rule@1', 'rule@1', 'general@1']);
  expect(aged()).toEqual([]);
});

test('only recent pages are judged', () => {
  read(['general@1', 'general@1', 'general@1', 'rule:press@2', 'rule:press@2', 'rule:press@2']);
  expect(aged('2025-05-23T00:00:00.000Z')).toEqual([]);
  expect(aged('2025-05-01T00:00:00.000Z')).toEqual([]);
  read(['general@1', 'general@1', 'general@1', 'general@1', 'rule:press@2']);
  expect(aged()).toHaveLength(1);
});
