import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import { createWorker, type Worker } from '../../src/worker/index.ts';
import { dossier, prepared } from '../support/dossier.ts';
import { startServer } from '../support/http-server.ts';

/** One outlet whose pages all carry the same paragraph in the middle of the text, without a mark that tells. */
const BOX = 'Was unsere Stadt bewegt, hören Sie jeden Morgen um sieben Uhr in unserer Sendung.';
const dispute = (day: string) => [
  `Meta darf ab dem 27. Mai mit öffentlichen Beiträgen auf Facebook und Instagram seine KI trainieren, hieß es am ${day}.`,
  'Die Verbraucherzentrale NRW hatte vor dem Oberlandesgericht Köln eine einstweilige Verfügung gegen das KI-Training beantragt.',
  'Das Gericht folgte ihr nicht und sah ein berechtigtes Interesse des Konzerns nach der DSGVO.',
];
const other = (subject: string) => [
  `Der Rat beschloss am Abend den Umbau von ${subject} und stellte dafür zwei Millionen Euro bereit.`,
  `Die Arbeiten an ${subject} sollen im Herbst beginnen, teilte eine Sprecherin der Stadt mit.`,
  `Anwohner hatten den Umbau von ${subject} seit Jahren gefordert und sammelten Unterschriften.`,
];
const pages = new Map<string, { title: string; paragraphs: string[] }>();
let worker: Worker;
let server: Awaited<ReturnType<typeof startServer>>;
let time = Date.parse('2025-05-24T08:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'standoff-blocks-'));

function html({ title, paragraphs }: { title: string; paragraphs: string[] }): string {
  const [first = '', ...rest] = paragraphs;
  const body = [first, BOX, ...rest].map((text) => `<p>${text}</p>`).join('');
  return `<html lang="de"><head><title>${title}</title></head><body><main><article><h1>${title}</h1><div>${body}</div></article></main></body></html>`;
}
async function publish(path: string, title: string, paragraphs: string[]): Promise<void> {
  pages.set(path, { title, paragraphs });
  await worker.cycle(new AbortController().signal);
  time += 3 * 3_600_000;
}
const textOf = (path: string) =>
  worker.store.db
    .prepare<[string], string>("SELECT text FROM article WHERE url LIKE '%' || ?")
    .pluck()
    .get(path);
const revisions = (path: string) =>
  worker.store.db
    .prepare<[string], string>(
      "SELECT r.kind FROM revision r JOIN article a ON a.id = r.article_id WHERE a.url LIKE '%' || ? ORDER BY r.id",
    )
    .pluck()
    .all(path);

beforeAll(async () => {
  server = await startServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (page)
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html(page));
    if (request.url !== '/feed.xml') return void response.writeHead(404).end();
    const items = [...pages].map(
      ([path, { title }]) => `<item><link>${server.origin}${path}</link><title>${title}</title></item>`,
    );
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>B</title>${items.join('')}</channel></rss>`,
      );
  });
  worker = createWorker({
    config: {
      settings: settingsSchema.parse({
        http: { contact: 'test@example.org', delay: '0s', allowPrivate: ['127.0.0.1'] },
      }),
      sources: [
        {
          ...{ id: 'bote', name: 'Bote', kind: 'newspaper', languages: ['de'], country: 'DE' },
          feeds: [{ url: `${server.origin}/feed.xml`, format: 'feed' }],
          ...{ fetch: 'all', timezone: 'Europe/Berlin' },
        },
      ],
      dossier,
    },
    channels: [],
    media: async () => {
      throw new Error('there is no channel');
    },
    databasePath: join(folder, 'standoff.db'),
    prepared: prepared(),
    version: '0.0.0',
    clock: { now: () => new Date(time) },
    random: () => 0.5,
  });
  await publish('/meta-1', 'Meta darf KI mit Nutzerdaten trainieren', dispute('Freitag'));
  for (const subject of ['Brücke', 'Schule', 'Freibad', 'Rathaus'])
    await publish(`/${subject}`, `Stadt baut um: ${subject}`, other(subject));
  await publish('/meta-2', 'Meta: Verbraucherzentrale NRW kritisiert das KI-Training', dispute('Samstag'));
}, 30_000);

afterAll(async () => {
  await worker.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

test('once it was seen on pages about other things, it is no longer taken for text', () => {
  expect(textOf('/meta-1')).toContain(BOX);
  expect(textOf('/meta-2')).toBe(dispute('Samstag').join('\n\n'));
});

test('having learned it is not taken for an edit of the articles read before', async () => {
  await publish('/another', 'Stadt baut um: Museum', other('Museum'));
  const reads = worker.store.db
    .prepare<[], number>("SELECT reads FROM article WHERE url LIKE '%/meta-1'")
    .pluck()
    .get();
  expect(reads).toBeGreaterThan(2);
  expect(revisions('/meta-1')).toEqual(['first']);
});
