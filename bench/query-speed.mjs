#!/usr/bin/env node
// node bench/query-speed.mjs [--articles 1000000 | --database FILE] [--rounds 3] [--only searches|lists]
// What a question takes: searches beside the same in plain FTS5 (`ORDER BY rank LIMIT 20`, title and snippet) in one
// run on one database, then did-you-mean and the lists. Without a database one is made and thrown away
// (bench/big-database.mjs makes one to keep). A round before the measured ones fills the caches.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { product } from './adapters/_product.mjs';
import { createPress } from './archive/press.mjs';
import { writeArchive } from './archive/write.mjs';
import { listQuestions, PLAIN_FILTERS, searches, typos } from './speed/questions.mjs';

const { loadConfig } = await product('config/load');
const { didYouMean } = await product('query/did-you-mean');
const { search } = await product('query/search');
const { openDatabase } = await product('store/db');
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    database: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);

/** Processor time in ms: what others do on the machine does not count, nor would a disk; the file is in memory. */
const time = (work) => {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
};
const sum = (list) => list.reduce((all, one) => all + one, 0);
const at = (list, share) => {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const cells = (times) => [0.5, 0.95].map((share) => at(times, share).toFixed(1).padStart(9)).join(' ');

/** Times of each piece of work in turn, after a round that is not counted. */
function measure(...works) {
  const times = works.map(() => []);
  for (let round = 0; round <= rounds; round++)
    for (let i = 0; i < works[0].length; i++)
      works.forEach((work, of) => {
        const ms = time(work[i]);
        if (round > 0) times[of].push(ms);
      });
  return times;
}

/** The query as a person would put it to FTS5. */
function plain(db, { match, filters = {} }) {
  const where = Object.keys(filters).map((name) => ` AND ${PLAIN_FILTERS[name]}`);
  const statement = db.prepare(
    `SELECT s.rowid, a.title, snippet(article_search, -1, '[', ']', '…', 24) FROM article_search s
     JOIN article a ON a.id = s.rowid WHERE article_search MATCH @match${where.join('')} ORDER BY rank LIMIT 20`,
  );
  return () => statement.all({ match, ...filters });
}

function measureSearches(db, vocabulary, dossier) {
  console.log('\nsearch                 ours p50   p95 ms   FTS5 p50   p95 ms   ratio');
  const all = [];
  for (const [name, items] of Object.entries(searches(db, vocabulary, dossier))) {
    const ours = items.map(
      ({ query, filters, concepts }) =>
        () =>
          search(db, query, filters, concepts),
    );
    const theirs = items.map((item) => plain(db, item));
    const [a, b] = measure(ours, theirs);
    all.push(...a);
    console.log(`${name.padEnd(20)} ${cells(a)}  ${cells(b)}   ${(sum(a) / sum(b)).toFixed(2).padStart(5)}`);
  }
  console.log(`${'all'.padEnd(20)} ${cells(all)}`);
  const wrong = typos(vocabulary).map((word) => () => didYouMean(db, word));
  console.log(`${'did you mean'.padEnd(20)} ${cells(measure(wrong)[0])}`);
}

function measureLists(db, dossier) {
  console.log('\nlist                              p50   p95 ms   longest');
  for (const [name, works] of Object.entries(listQuestions(db, dossier))) {
    const [times] = measure(works);
    console.log(`${name.padEnd(27)} ${cells(times)} ${at(times, 1).toFixed(1).padStart(9)}`);
  }
}

const folder = values.database === undefined ? mkdtempSync(join(tmpdir(), 'standoff-query-')) : undefined;
try {
  const config = loadConfig(new URL('../config', import.meta.url).pathname);
  const path = values.database ?? join(folder, 'query.db');
  const { vocabulary } = folder
    ? writeArchive(path, Number(values.articles), config)
    : createPress(config.dossier, config.sources);
  const db = openDatabase(path, { readonly: true });
  const articles = db.prepare('SELECT count(*) FROM article').pluck().get();
  console.log(
    `${articles} articles, ${rounds} rounds; milliseconds of processor time; the ratio is of the sums`,
  );
  if (values.only !== 'lists') measureSearches(db, vocabulary, config.dossier);
  if (values.only !== 'searches') measureLists(db, config.dossier);
  db.close();
} finally {
  if (folder) rmSync(folder, { recursive: true, force: true });
}
