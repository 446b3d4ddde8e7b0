// docs/images/post.png: the message of the test world's ruling story as standoff would post it on 24 May 2025;
// docs/images/digest.png: the digest of that week.
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
const [{ digestContent }, { digestMessage }] = await Promise.all([
  built('src/publish/digest/gather.js'),
  built('src/publish/digest/message.js'),
]);

const LAST_DAY = '2025-05-24';
const WEEK = { since: '2025-05-18T22:00:00.000Z', until: '2025-05-25T22:00:00.000Z' };
const VIEW = { language: 'de', timezone: 'Europe/Berlin' };
const channel = { id: 'main', language: 'de', grades: ['core'], maxAgeMs: 2 * 86_400_000 };

/** The page of the story that an article is in. */
function pageOf(databasePath, url) {
  const db = openDatabase(databasePath, { readonly: true });
  try {
    const { story_id: id } = db.prepare('SELECT story_id FROM articles WHERE url = ?').get(url);
    const { message, form } = previewOf(db, id, channel);
    return discordPage(discordBody(message, form.ref), VIEW);
  } finally {
    db.close();
  }
}

/** The page of the week's digest. */
async function digestPage(databasePath) {
  const db = openDatabase(databasePath, { readonly: true });
  try {
    const { timezone } = VIEW;
    const message = digestMessage(
      digestContent(db, { ...WEEK, channel, cadence: 'weekly', by: 'stage', timezone }),
    );
    const pictures = new Map([[message.picture.name, await message.picture.png()]]);
    return discordPage(discordBody(message, 'k7m2x9qw4tbc'), { ...VIEW, pictures });
  } finally {
    db.close();
  }
}

/** Takes a picture of a page for the documentation. */
async function take(page, name) {
  const html = join(folder, `${name}.html`);
  writeFileSync(html, page);
  const target = join(root, `docs/images/${name}.png`);
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  const png = await screenshot(html, 'main', 2);
  writeFileSync(
    target,
    execFileSync('pngquant', ['--speed', '1', '--quality', '70-95', '-'], { input: png }),
  );
  console.log(target);
}

const folder = mkdtempSync(join(tmpdir(), 'standoff-picture-'));
const world = await startWorld();
try {
  const databasePath = join(folder, 'world.db');
  await followWorld({ root, built, world, databasePath, channel, lastDay: LAST_DAY });
  await take(pageOf(databasePath, world.urlOf('ruling-nrv')), 'post');
  await take(await digestPage(databasePath), 'digest');
} finally {
  await world.close();
  rmSync(folder, { recursive: true });
}
