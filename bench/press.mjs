#!/usr/bin/env node
// Serves the German pages of ../shared/bench/extract on loopback, with feeds made up around them, and runs the real
// `standoff poll` against them: what comes out is a database of real pages, searchable.
//   node bench/press.mjs [--keep FOLDER] [--limit N]
// Exit code 1 when a page was lost on the way. Needs a build (npm run build).
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const material = fileURLToPath(new URL('../../shared/bench/extract/', import.meta.url));
const argument = (name) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
};
if (!existsSync(material)) {
  console.error('bench/press.mjs needs ../shared/bench/extract');
  process.exit(2);
}

const pages = JSON.parse(readFileSync(join(material, 'data/manifest.json'), 'utf8'))
  .filter(({ lang }) => lang === 'de')
  .slice(0, Number(argument('limit') ?? Number.POSITIVE_INFINITY));
const titleOf = ({ gold, url }) =>
  gold.title ?? url.replace(/\/$/, '').split('/').pop().replace(/[-_]/g, ' ');
const escapeXml = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const PER_FEED = 50;
const feeds = Array.from({ length: Math.ceil(pages.length / PER_FEED) }, (_, i) =>
  pages.slice(i * PER_FEED, (i + 1) * PER_FEED),
);

const server = createServer((request, response) => {
  const [, kind, number] = /^\/(feed|page)\/(\d+)$/.exec(request.url ?? '') ?? [];
  if (kind === 'page' && pages[number]) {
    const bytes = readFileSync(join(material, pages[number].html));
    response.setHeader('content-type', 'text/html');
    return response.end(pages[number].html.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  }
  if (kind === 'feed' && feeds[number]) {
    const items = feeds[number]
      .map(
        (page, i) =>
          `<item><title>${escapeXml(titleOf(page))}</title><link>${origin()}/page/${number * PER_FEED + i}</link></item>`,
      )
      .join('');
    response.setHeader('content-type', 'application/rss+xml');
    return response.end(
      `<rss version="2.0"><channel><title>press ${number}</title><link>${origin()}</link>${items}</channel></rss>`,
    );
  }
  response.writeHead(404).end();
});
const origin = () => `http://127.0.0.1:${server.address().port}`;
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const folder = argument('keep') ?? mkdtempSync(join(tmpdir(), 'standoff-press-'));
mkdirSync(join(folder, 'config'), { recursive: true });
for (const file of ['parties.yaml', 'topics.yaml', 'dispute.yaml'])
  cpSync(join(root, 'config', file), join(folder, 'config', file));
writeFileSync(
  join(folder, 'config/standoff.yaml'),
  `http: { contact: bench@example.org, delay: 0s, allowPrivate: ["127.0.0.1"] }\nstore: { path: press.db }\n`,
);
writeFileSync(
  join(folder, 'config/sources.yaml'),
  `sources:\n${feeds
    .map(
      (_, i) =>
        `  - { id: press${i}, name: Press ${i}, kind: newspaper, languages: [de], country: DE, fetch: all, feeds: ["${origin()}/feed/${i}"] }\n`,
    )
    .join('')}`,
);

const standoff = (...args) =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [join(root, 'dist/src/cli.js'), ...args, '--json', '--config', join(folder, 'config')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, DISCORD_TOKEN: '', DISCORD_WEBHOOK_URL: '' },
      },
    );
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('close', (code) => resolve({ code, output }));
  });

const started = performance.now();
const poll = await standoff('poll');
const seconds = (performance.now() - started) / 1000;
const status = JSON.parse((await standoff('status')).output);
const german = JSON.parse((await standoff('search', 'und', '--in', 'de', '--limit', '1000')).output);
const { totals } = status;
console.log(
  `${pages.length} German pages in ${feeds.length} feeds, polled in ${seconds.toFixed(1)} s (exit code ${poll.code})`,
);
console.log(
  `${totals.articles} articles stored, ${german.length} German ones found by a search, ${totals.relevant} on the dispute`,
);
server.close();
if (argument('keep') === undefined) rmSync(folder, { recursive: true });
process.exitCode =
  poll.code === 0 && totals.articles >= pages.length * 0.99 && german.length >= pages.length * 0.9 ? 0 : 1;
