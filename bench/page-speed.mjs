#!/usr/bin/env node
// node bench/page-speed.mjs DATABASE [--rounds 9]
// What each page of `standoff serve` costs, from request to the whole answer, without the way over the network.
// bench/big-database.mjs makes a database; a round before the measured ones fills the caches, as the first reader does.
import { parseArgs } from 'node:util';
import { product } from './adapters/_product.mjs';

const { createApp } = await product('web/app');
const { warmUp } = await product('web/pages/overview');
const { withDiffs } = await product('commands/revisions');
const { openDatabase } = await product('store/db');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '9' } },
});
const [databasePath] = positionals;
if (databasePath === undefined) throw new Error('name a database: node bench/page-speed.mjs big.db');
const rounds = Number(values.rounds);

/** Stories of usual, large and largest size among the newest ones, and a party and a topic. */
function examples() {
  const db = openDatabase(databasePath, { readonly: true });
  const sizes = db
    .prepare(
      `SELECT story_id AS id, count(*) AS articles FROM story_article
       WHERE story_id > (SELECT max(id) - 5000 FROM story) GROUP BY story_id ORDER BY articles`,
    )
    .all();
  const at = (share) => sizes[Math.floor((sizes.length - 1) * share)];
  const first = (table) => db.prepare(`SELECT id FROM ${table} LIMIT 1`).pluck().get();
  const found = { stories: [at(0.5), at(0.99), at(1)], party: first('party'), topic: first('topic') };
  db.close();
  return found;
}

const { stories, party, topic } = examples();
const pages = [
  ...['/', '/?days=365', '/stories', `/stories?party=${party}`, `/stories?topic=${topic}&language=de`],
  ...['/stories?page=100', '/timeline', '/timeline?page=100'],
  ...['/search?q=Gericht', '/search?q=Gericht+Urteil', '/sources', '/stories.atom', '/dates.ics', '/metrics'],
].map((path) => ({ path, name: path }));
for (const { id, articles } of stories)
  pages.push({ path: `/stories/${id}`, name: `/stories/…, ${articles} articles` });

const app = createApp({
  databasePath,
  access: { hosts: null, token: null, proxied: false },
  subject: { title: { de: 'x', en: 'x' }, timezone: 'UTC', concepts: [], compare: withDiffs },
  onError: console.error,
});
await warmUp();

/** Processor time in ms: what others do on the machine does not count. */
async function time(path) {
  const begin = process.cpuUsage();
  const answer = await app.fetch(new Request(`http://localhost${path}`));
  await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

console.log(`${'page'.padEnd(40)}   first     p50     max   ms`);
for (const { path, name } of pages) {
  const first = await time(path);
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await time(path));
  times.sort((a, b) => a - b);
  const cells = [first, times[Math.floor(times.length / 2)], times.at(-1)];
  console.log(name.padEnd(40), cells.map((ms) => ms.toFixed(1).padStart(7)).join(' '));
}
app.close();
