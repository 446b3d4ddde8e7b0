// docs/images/post.png: the message of the test world's ruling story as standoff would post it on 24 May 2025.
// Needs the built product (STANDOFF_DIST names another build folder) and of Debian's packages chromium, pngquant,
// fonts-lato (nearest to Discord's own face) and fonts-noto-color-emoji.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { followWorld } from './follow-world.mjs';
import { screenshot } from './screenshot.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = pathToFileURL(`${resolve(process.env.STANDOFF_DIST ?? join(root, 'dist'))}/`);
const built = (path) => import(new URL(path, dist).href);

const [{ startWorld }, { openDatabase }, { previewOf }, { discordBody }, { discordPage }] = await Promise.all(
  [
    built('test/world/index.js'),
    built('src/store/db.js'),
    built('src/publish/preview.js'),
    built('src/publish/discord/render.js'),
    built('src/publish/html/page.js'),
  ],
);

const LAST_DAY = '2025-05-24';
const channel = { id: 'main', language: 'de', grades: ['core'], maxAgeMs: 2 * 86_400_000 };

/** The page of the story that an article is in. */
function pageOf(databasePath, url) {
  const db = openDatabase(databasePath, { readonly: true });
  try {
    const { story_id: id } = db.prepare('SELECT story_id FROM articles WHERE url = ?').get(url);
    const { message, form } = previewOf(db, id, channel);
    return discordPage(discordBody(message, form.ref), { language: 'de', timezone: 'Europe/Berlin' });
  } finally {
    db.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'standoff-picture-'));
const world = await startWorld();
try {
  const databasePath = join(folder, 'world.db');
  await followWorld({ root, built, world, databasePath, channel, lastDay: LAST_DAY });
  const html = join(folder, 'post.html');
  writeFileSync(html, pageOf(databasePath, world.urlOf('ruling-nrv')));
  const target = join(root, 'docs/images/post.png');
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  const png = await screenshot(html, 'main', 2);
  writeFileSync(
    target,
    execFileSync('pngquant', ['--speed', '1', '--quality', '70-95', '-'], { input: png }),
  );
  console.log(target);
} finally {
  await world.close();
  rmSync(folder, { recursive: true });
}
