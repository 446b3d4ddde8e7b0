#!/usr/bin/env node
// Our finding of reprints beside SimHash, MinHash and TF-IDF, on the same material in the same run.
//   node bench/duplicates-compare.mjs [--no-reprints]
// Prints one Markdown table; takes some minutes. Exit code 0 with a note where there is no material.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scorer = join(root, '../shared/bench/duplicates/score.mjs');
if (!existsSync(scorer)) {
  console.log('no ../shared/bench/duplicates here: nothing to compare on');
  process.exit(0);
}

const METHODS = [
  { name: 'SimHash 64, distance ≤ 3', adapter: 'bench/peers/simhash.mjs' },
  { name: 'MinHash 128, J ≥ .5', adapter: 'bench/peers/minhash.mjs' },
  { name: 'TF-IDF, cosine ≥ .7', adapter: 'bench/peers/tfidf.mjs' },
  { name: 'standoff', adapter: 'bench/adapters/duplicates.mjs' },
];
const folder = mkdtempSync(join(tmpdir(), 'standoff-duplicates-'));

function measure({ name, adapter }) {
  const json = join(folder, 'score.json');
  const words = [scorer, adapter, '--json', json, ...process.argv.slice(2)];
  const run = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${name} could not be measured: ${run.stderr}`);
  return { name, score: JSON.parse(readFileSync(json, 'utf8')) };
}

const figure = (number) => (number === null || Number.isNaN(number) ? '–' : number.toFixed(3));
const reprint = (edit, kind) => (score) => {
  const found = Object.entries(score.reprints ?? {}).find(([name]) => name === edit);
  return found ? figure(found[1][kind]) : 'not run';
};
const pairs = ({ pairs: sets }) => Object.values(sets)[0].duplicate;

const ROWS = [
  ['duplicates, P / R / F1', (score) => ['P', 'R', 'F1'].map((key) => figure(pairs(score)[key])).join(' / ')],
  ['pairs of series and stubs merged', ({ falseSeriesMerges }) => falseSeriesMerges],
  ['tickers merged', ({ tickers }) => `${tickers.withFalseMerge} of ${tickers.tickers}`],
  ['constructed reprints linked', reprint('all', 'anyLink')],
  ['… of the first 30 % only, as duplicate', reprint('first 30 %', 'duplicate')],
  ['merged with another article by mistake', (score) => score.reprints?.all?.mergedElsewhere ?? 'not run'],
  ['articles a second', ({ speed }) => speed.perSecond.toFixed(0)],
  ['peak memory, MB', ({ speed }) => speed.peakRssMB.toFixed(0)],
];

try {
  const results = METHODS.map(measure);
  console.log(`| | ${results.map(({ name }) => name).join(' | ')} |`);
  console.log(`|---|${results.map(() => '---|').join('')}`);
  for (const [label, read] of ROWS)
    console.log(`| ${label} | ${results.map(({ score }) => read(score)).join(' | ')} |`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
