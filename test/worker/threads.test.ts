import { afterAll, expect, test } from 'vitest';
import { analyse, compileDossier } from '../../src/analyse/index.ts';
import { FeedError } from '../../src/collect/feed/error.ts';
import { createThreads, TimeLimitError } from '../../src/worker/threads.ts';
import { dossier } from '../support/dossier.ts';

const threads = createThreads(dossier, { threads: 1 });
afterAll(() => threads.close());

const feed = Buffer.from(
  '<rss version="2.0"><channel><title>a</title><item><title>b</title></item></channel></rss>',
);
const options = { contentType: null, url: 'https://example.org/feed' };

test('a document is read in a thread as it is without one', async () => {
  expect((await threads.parse(feed, options)).entries.map(({ title }) => title)).toEqual(['b']);
});

test('a stored text is analysed in a thread as it is without one', async () => {
  const input = {
    url: 'https://example.org/a',
    title: 'Meta und die KI',
    text: 'noyb wirft Meta vor, ohne Einwilligung zu trainieren.',
    publishedAt: null,
  };
  expect(await threads.analyse(input)).toEqual(analyse(input, compileDossier(dossier)));
});

test('what is no feed is refused with a sentence, and the thread goes on', async () => {
  await expect(threads.parse(Buffer.from('nothing'), options)).rejects.toThrow(FeedError);
  expect((await threads.parse(feed, options)).entries).toHaveLength(1);
});

test('a document over its time is given up and costs its thread only', async () => {
  const impatient = createThreads(dossier, { threads: 1, limitMs: 1 });
  try {
    await expect(impatient.parse(feed, options)).rejects.toThrow(TimeLimitError);
  } finally {
    await impatient.close();
  }
});
