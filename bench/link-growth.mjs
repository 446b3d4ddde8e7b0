// node bench/link-growth.mjs [--stored 10000,100000,1000000] [--per-day 300] [--probes 2000] [--skip-expired]
// What linking an article costs as the database grows. Synthetic texts; articles arrive at a steady rate, so that
// more stored articles mean more years. Every article goes through the linker: what is found, kept and forgotten
// is what the product would have. Processor time is measured, for a machine that does other things too.
// --skip-expired stores articles older than the linker's window (90 days) without linking them: they would leave
// no trace in its index.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { articleTable } from './adapters/_articles.mjs';
import { product } from './adapters/_product.mjs';

const { createLinker } = await product('link/index');
const { values } = parseArgs({
  options: {
    stored: { type: 'string', default: '10000,100000,1000000' },
    'per-day': { type: 'string', default: '300' },
    probes: { type: 'string', default: '2000' },
    'skip-expired': { type: 'boolean', default: false },
  },
});
const sizes = values.stored.split(',').map(Number);
const perDay = Number(values['per-day']);
const probes = Number(values.probes);
const WINDOW_DAYS = 95;
const BATCH = 100;
const WORDS = 350;
/** Of a hundred articles so many are reprints of a recent one, and so many belong to the dispute. */
const REPRINTS = 8;
const RELEVANT = 4;

let state = 20250527;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const SYLLABLES =
  'ba be bo da de do fa fe ga ge ha he ka ke la le ma me na ne pa pe ra re sa se ta te wa we'.split(' ');
const vocabulary = Array.from({ length: 20_000 }, (_, i) =>
  [i % 32, Math.floor(i / 32) % 32, Math.floor(i / 1024)].map((k) => SYLLABLES[k % 32]).join(''),
);
/** Common words often, rare ones rarely (Zipf). */
const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'ba';
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const text = () =>
  Array.from({ length: WORDS / 10 }, () => {
    const words = Array.from({ length: 10 }, () => (random() < 0.1 ? capital(word()) : word()));
    return `${capital(words.join(' '))}.`;
  }).join(' ');

const folder = mkdtempSync(join(tmpdir(), 'standoff-growth-'));
try {
  const articles = articleTable(join(folder, 'growth.db'));
  // Durability is the disk's cost, not the linker's.
  articles.db.pragma('synchronous = OFF');
  const linker = createLinker(articles.db);
  const recent = [];
  let count = 0;
  let spent = 0;

  const addBatch = articles.db.transaction((n, link) => {
    for (let i = 0; i < n; i++) {
      count++;
      const at = new Date(Date.UTC(2015, 0, 1) + (count / perDay) * 86_400_000).toISOString();
      const old = random() * 100 < REPRINTS ? recent[Math.floor(random() * recent.length)] : undefined;
      const body = old ?? text();
      if (old === undefined) recent[count % 200] = body;
      const candidate = articles.insert({
        sourceId: `outlet-${count % 60}`,
        url: `https://outlet.example/${count}`,
        title: body.slice(0, 60),
        text: body,
        language: count % 3 === 0 ? 'en' : 'de',
        publishedAt: at,
        seenAt: at,
        grade: random() * 100 < RELEVANT ? 'core' : 'off',
      });
      if (!link) continue;
      const begin = process.cpuUsage();
      linker.add(candidate);
      const { user, system } = process.cpuUsage(begin);
      spent += user + system;
    }
  });

  console.log(
    `${perDay} articles a day, ${RELEVANT} % of them relevant, ${REPRINTS} % reprints, ${WORDS} words each`,
  );
  console.log('   stored   CPU µs/article   against first   index bytes/article in the window   file MB');
  let first;
  for (const size of sizes) {
    const expired = values['skip-expired'] ? size - probes - WINDOW_DAYS * perDay : 0;
    while (count < size - probes) addBatch(Math.min(BATCH, size - probes - count), count >= expired);
    spent = 0;
    for (let left = probes; left > 0; left -= BATCH) addBatch(Math.min(BATCH, left), true);
    const cost = spent / probes;
    first ??= cost;
    const indexed = articles.db.prepare('SELECT count(*) FROM fingerprint').pluck().get();
    const bytes = articles.db
      .prepare(
        `SELECT sum(pgsize) FROM dbstat WHERE name IN ('shingle', 'fingerprint', 'fingerprint_by_period')`,
      )
      .pluck()
      .get();
    articles.db.pragma('wal_checkpoint(TRUNCATE)');
    const file = statSync(join(folder, 'growth.db')).size / 1e6;
    const columns = [
      String(size).padStart(9),
      cost.toFixed(0).padStart(12),
      (cost / first).toFixed(2).padStart(14),
      (bytes / indexed).toFixed(0).padStart(22),
      file.toFixed(0).padStart(26),
    ];
    console.log(columns.join('   '));
  }
  articles.db.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
