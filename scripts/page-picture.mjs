// docs/images/page-*.png: what `standoff serve` shows of the test world on 24 May 2025: the overview in light and dark, and
// the ruling's story. Needs the built product (STANDOFF_DIST names another build folder) and of Debian's packages chromium,
// pngquant and fonts-noto-core.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { followWorld } from './follow-world.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = pathToFileURL(`${resolve(process.env.STANDOFF_DIST ?? join(root, 'dist'))}/`);
const built = (path) => import(new URL(path, dist).href);

const LAST_DAY = '2025-05-24';
const PICTURES = [
  { name: 'page-overview', path: '/', colorScheme: 'light', height: 1000 },
  { name: 'page-overview-dark', path: '/', colorScheme: 'dark', height: 1000 },
  { name: 'page-story', path: null, colorScheme: 'light', height: 1250 },
];

const [
  { startWorld },
  { loadDossier },
  { createApp },
  { accessFor },
  { serve },
  { withDiffs },
  { openDatabase },
] = await Promise.all(
  [
    'test/world/index.js',
    'src/config/load.js',
    'src/web/app.js',
    'src/web/access.js',
    'src/web/server.js',
    'src/commands/revisions.js',
    'src/store/db.js',
  ].map(built),
);

function servePage(databasePath) {
  const { title } = loadDossier(join(root, 'config')).dispute;
  const subject = { title, timezone: 'Europe/Berlin', concepts: [], compare: withDiffs };
  const access = accessFor({ host: '127.0.0.1' });
  const now = () => new Date(`${LAST_DAY}T12:00:00Z`);
  return serve(createApp({ databasePath, subject, access, onError: console.error, now }), {
    host: '127.0.0.1',
    port: 0,
  });
}

/** Where the story is that an article is in. */
function storyOf(databasePath, url) {
  const db = openDatabase(databasePath, { readonly: true });
  try {
    return `/stories/${db.prepare('SELECT story_id AS id FROM articles WHERE url = ?').get(url).id}`;
  } finally {
    db.close();
  }
}

/** A page's upper part as PNG bytes of few colours. */
async function picture(browser, address, { colorScheme, height }) {
  const options = { colorScheme, locale: 'en-GB', viewport: { width: 1040, height }, deviceScaleFactor: 1.5 };
  const page = await browser.newPage(options);
  await page.goto(address);
  const png = await page.screenshot();
  await page.close();
  return execFileSync('pngquant', ['--speed', '1', '--quality', '60-90', '-'], { input: png });
}

const folder = mkdtempSync(join(tmpdir(), 'standoff-picture-'));
const world = await startWorld();
try {
  const databasePath = join(folder, 'world.db');
  const channel = { id: 'main', language: 'en', grades: ['core'], maxAgeMs: 2 * 86_400_000 };
  await followWorld({ root, built, world, databasePath, channel, lastDay: LAST_DAY });
  const served = await servePage(databasePath);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  for (const { name, path, ...options } of PICTURES) {
    const target = join(root, `docs/images/${name}.png`);
    const address = served.url + (path ?? storyOf(databasePath, world.urlOf('ruling-nrv')));
    writeFileSync(target, await picture(browser, address, options));
    console.log(target);
  }
  await browser.close();
  await served.close();
} finally {
  await world.close();
  rmSync(folder, { recursive: true });
}
