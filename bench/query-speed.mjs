#!/usr/bin/env node
// node bench/query-speed.mjs [--articles 1000000 | --database FILE] [--rounds 2] [--only searches|lists] [--ceiling 1.5]
// What a question takes: searches beside the same in plain FTS5 (`ORDER BY rank LIMIT 20`, title and snippet) in one
// run on one database, then did-you-mean and the lists. Without a database one is made and thrown away
// (bench/big-database.mjs makes one to keep). A round before the measured ones fills the caches. FTS5 is asked twice: for
// the words as typed, and for the same inflections, spellings and compounds as the product finds. With a ceiling the
// exit code is 1 when all searches together take longer than so many times the latter.
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
const { createLexicon, expand } = await product('query/expand');
const { toFts } = await product('query/phrases');
const { search } = await product('query/search');
const { parseQuery } = await product('query/terms');
const { translations } = await product('query/translate');
const { openDatabase } = await product('store/db');
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    database: { type: 'string' },
    rounds: { type: 'string', default: '2' },
    only: { type: 'string' },
    ceiling: { type: 'string' },
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
function plain(db, { match, filters = {} }, rank = 'rank') {
  const where = Object.keys(filters).map((name) => ` AND ${PLAIN_FILTERS[name]}`);
  const statement = db.prepare(
    `SELECT s.rowid, a.title, snippet(article_search, -1, '[', ']', '…', 24) FROM article_search s
     JOIN article a ON a.id = s.rowid WHERE article_search MATCH @match${where.join('')} ORDER BY ${rank} LIMIT 20`,
  );
  return () => statement.all({ match, ...filters });
}

/** The same, all forms of its words spelt out, ranked by the product's weights. */
function spelt(db, { query, filters, concepts = [] }) {
  const parsed = parseQuery(query);
  const match = toFts(expand(parsed, createLexicon(db), translations(db, parsed, concepts)));
  return plain(db, { match, filters }, 'bm25(article_search, 8, 3, 1)');
}

/** @returns how many times as long as FTS5, given the same forms, all searches take */
function measureSearches(db, vocabulary, dossier) {
  console.log(
    '\nsearch                 ours p50   p95 ms   FTS5 p50   p95 ms   ratio   same forms p50   p95 ms   ratio',
  );
  const sums = [0, 0];
  const all = [];
  for (const [name, items] of Object.entries(searches(db, vocabulary, dossier))) {
    const [ours, typed, same] = measure(
      items.map(
        ({ query, filters, concepts }) =>
          () =>
            search(db, query, filters, concepts),
      ),
      items.map((item) => plain(db, item)),
      items.map((item) => spelt(db, item)),
    );
    all.push(...ours);
    sums[0] += sum(ours);
    sums[1] += sum(same);
    const ratio = (other) => (sum(ours) / sum(other)).toFixed(2).padStart(5);
    console.log(
      `${name.padEnd(20)} ${cells(ours)}  ${cells(typed)}   ${ratio(typed)}       ${cells(same)}   ${ratio(same)}`,
    );
  }
  const ratio = sums[0] / sums[1];
  console.log(`${'all'.padEnd(20)} ${cells(all)}   ${ratio.toFixed(2)} of FTS5 with the same forms`);
  const wrong = typos(vocabulary).map((word) => () => didYouMean(db, word));
  console.log(`${'did you mean'.padEnd(20)} ${cells(measure(wrong)[0])}`);
  return ratio;
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
  const ratio = values.only === 'lists' ? 0 : measureSearches(db, vocabulary, config.dossier);
  if (values.only !== 'searches') measureLists(db, config.dossier);
  db.close();
  if (values.ceiling !== undefined && ratio > Number(values.ceiling)) {
    console.log(`searches take ${ratio.toFixed(2)} times as long as FTS5; the ceiling is ${values.ceiling}`);
    process.exitCode = 1;
  }
} finally {
  if (folder) rmSync(folder, { recursive: true, force: true });
}
