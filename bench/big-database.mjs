#!/usr/bin/env node
// node bench/big-database.mjs FILE [--articles 1000000]
// Makes a database of so many articles for measurements: a made-up press of the configured outlets in German and
// English, a thousand articles a day, three in ten on the dispute, in stories. The same number gives the same database.
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import cliProgress from 'cli-progress';
import { product } from './adapters/_product.mjs';
import { writeArchive } from './archive/write.mjs';

const { loadConfig } = await product('config/load');
const {
  values,
  positionals: [path],
} = parseArgs({
  allowPositionals: true,
  options: { articles: { type: 'string', default: '1000000' } },
});
const articles = Number(values.articles);
if (path === undefined || !Number.isSafeInteger(articles) || articles < 1) {
  console.error('usage: node bench/big-database.mjs FILE [--articles 1000000]');
  process.exit(2);
}
if (existsSync(path)) {
  console.error(`${path} is there already; name another file or remove it`);
  process.exit(1);
}

const bar = new cliProgress.SingleBar({
  format: '{bar} {value} of {total} articles, {eta_formatted} left',
  noTTYOutput: true,
  notTTYSchedule: 20_000,
});
const began = performance.now();
bar.start(articles, 0);
writeArchive(path, articles, loadConfig(new URL('../config', import.meta.url).pathname), (done) =>
  bar.update(done),
);
bar.stop();
const seconds = (performance.now() - began) / 1000;
console.log(`${(statSync(path).size / 1e9).toFixed(2)} GB in ${seconds.toFixed(0)} s: ${path}`);
