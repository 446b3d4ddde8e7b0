#!/usr/bin/env node
// node bench/store-growth.mjs --database BIG [--articles 10000] [--probes 500]
// What storing takes in a database of so many articles and in a big one (bench/big-database.mjs): processor time for
// an article with all that hangs on it (entry, words, full-text index, revision, findings, decisions), for looking up an
// entry, and for what the outbox and the purge ask. All of it is rolled back. bench/link-growth.mjs measures the linking.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { product } from './adapters/_product.mjs';
import { createPress } from './archive/press.mjs';
import { writeArchive } from './archive/write.mjs';

const { loadConfig } = await product('config/load');
const { openStore } = await product('store/index');
const { outboxOf } = await product('store/outbox');
const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    articles: { type: 'string', default: '10000' },
    probes: { type: 'string', default: '500' },
  },
});
if (values.database === undefined) {
  console.error('name a big database (node bench/big-database.mjs FILE): --database FILE');
  process.exit(2);
}
const probes = Number(values.probes);
const WARM_UP = 200;
const config = loadConfig(new URL('../config', import.meta.url).pathname);

/** Mean processor time of so many calls, µs. */
function meanTime(count, work) {
  const begin = process.cpuUsage();
  for (let i = 0; i < count; i++) work(i);
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / count;
}

/** Stores an article as the worker does. */
function createStep(store) {
  return ({
    id,
    outlet,
    language,
    at: ms,
    title,
    teaser,
    text,
    grade,
    stage,
    findings,
    dates,
    statements,
  }) => {
    const at = new Date(ms).toISOString();
    const url = `https://growth.example/${id}`;
    const common = {
      sourceId: outlet.id,
      url,
      urlKey: url,
      title,
      teaser,
      language,
      publishedAt: at,
      firstSeenAt: at,
    };
    store.entries.known(outlet.id, url, url);
    store.entries.wasPurged(outlet.id, url, url);
    const entry = { feedUrl: outlet.feed, guid: url, decision: 'candidate', reason: 'fetch: all' };
    const entryId = store.entries.insert({ ...common, ...entry, backlog: false, articleId: null });
    const analysis = {
      ...{ language, languageConfidence: 1, lowQuality: null, stage, findings, dossierVersion: 'bench' },
      relevance: { grade, score: 1, reasons: [] },
      dates: dates.map((date) => ({ ...date, precision: 'day', rule: 'bench' })),
      statements: statements.map((statement) => ({ ...statement, person: null, cue: null })),
    };
    const articleId = store.articles.insert({
      ...{
        ...common,
        text,
        authors: [],
        section: null,
        image: null,
        modifiedAt: null,
        textFrom: 'page',
        wall: null,
      },
      ...{ credits: [], analysis, evidence: null, nextReadAt: null },
    });
    const revision = { articleId, seenAt: at, title, text, sha256: null, extractor: null };
    store.articles.addRevision({ ...revision, kind: 'first', changes: [] });
    store.findings.replace(articleId, analysis, []);
    for (const step of ['extract', 'relevance'])
      store.decisions.log({ at, url, step, outcome: 'text', reason: 'made up' });
    store.entries.settle(entryId, 'read', articleId);
  };
}

function measure(path) {
  const store = openStore(path);
  const { db } = store;
  db.pragma('synchronous = OFF');
  const stored = db.prepare('SELECT max(id) FROM article').pluck().get();
  const press = createPress(config.dossier, config.sources, 7);
  const outbox = outboxOf(db);
  const now = new Date(press.article(stored).at + 86_400_000).toISOString();
  const known = db
    .prepare('SELECT source_id, url_key FROM entry WHERE id % max(1, (SELECT max(id) FROM entry) / 2000) = 0')
    .raw()
    .all();
  const times = {};
  db.exec('BEGIN IMMEDIATE');
  try {
    const step = createStep(store);
    for (let i = 1; i <= WARM_UP; i++) step(press.article(stored + i));
    const articles = Array.from({ length: probes }, (_, i) => press.article(stored + WARM_UP + i + 1));
    times['store an article'] = meanTime(probes, (i) => step(articles[i]));
    times['look an entry up'] = meanTime(known.length, (i) =>
      store.entries.known(known[i][0], null, known[i][1]),
    );
    times['outbox: next'] = meanTime(probes, () =>
      outbox.next({ channelId: 'bench', now, old: now, oldEditAfter: now }),
    );
    times['outbox: owed'] = meanTime(probes, () => outbox.owed('bench'));
    times['purge a batch'] = meanTime(1, () => store.purge.run(now));
  } finally {
    db.exec('ROLLBACK');
  }
  const bytes = db.prepare('SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name = ?').pluck();
  const index = ['article_search_data', 'article_search_docsize', 'article_search_idx'];
  const search = index.reduce((all, name) => all + (bytes.get(name) ?? 0), 0) / stored;
  store.close();
  return { stored, times, search };
}

const folder = mkdtempSync(join(tmpdir(), 'standoff-store-'));
try {
  const path = join(folder, 'small.db');
  writeArchive(path, Number(values.articles), config);
  const small = measure(path);
  const big = measure(values.database);
  console.log(`processor time, µs; ${small.stored} and ${big.stored} articles`);
  for (const [name, before] of Object.entries(small.times)) {
    const after = big.times[name];
    const cells = [before, after].map((us) => us.toFixed(1).padStart(11)).join(' ');
    console.log(`${name.padEnd(20)} ${cells}   ${(after / before).toFixed(2)}`);
  }
  console.log(`full-text index: ${small.search.toFixed(0)} and ${big.search.toFixed(0)} bytes an article`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
