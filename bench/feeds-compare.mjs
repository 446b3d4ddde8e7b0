#!/usr/bin/env node
// Our feed reader beside rss-parser as it comes and feedsmith alone, on the same material in the same run.
//   node bench/feeds-compare.mjs [--no-torture]
// Prints one Markdown table; takes some minutes. Exit code 0 with a note where there is no material.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scorer = join(root, '../shared/bench/feeds/score.mjs');
if (!existsSync(scorer)) {
  console.log('no ../shared/bench/feeds here: nothing to compare on');
  process.exit(0);
}

const version = (name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
const READERS = [
  { name: `rss-parser ${version('rss-parser')}`, adapter: 'bench/peers/rss-parser.mjs' },
  { name: `feedsmith ${version('feedsmith')}`, adapter: 'bench/peers/feedsmith.mjs' },
  { name: 'standoff', adapter: 'bench/adapters/feeds.mjs' },
];
const folder = mkdtempSync(join(tmpdir(), 'standoff-feeds-'));

function measure({ name, adapter }) {
  const json = join(folder, 'score.json');
  const words = [scorer, adapter, '--json', json, ...process.argv.slice(2)];
  const run = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${name} could not be measured: ${run.stderr}`);
  return JSON.parse(readFileSync(json, 'utf8'));
}

const percent = (number) => `${number.toFixed(1)} %`;
const share = ({ right, of }) => percent((100 * right) / of);
const dates = (tables) => Object.values(tables).map(({ right, of }) => `${right}/${of}`);

const ROWS = [
  [
    'documents all right',
    ({ files }) => `${files.allRight.right}/${files.allRight.of}, ${share(files.allRight)}`,
  ],
  ['documents lost', ({ files }) => files.lost],
  ['hung or crashed', ({ files }) => files.hung + files.crashed],
  ['titles', ({ files }) => share(files.fields.title)],
  ['addresses', ({ files }) => share(files.fields.url)],
  ['dates', ({ files }) => share(files.fields.date)],
  ['ids', ({ files }) => share(files.fields.guid)],
  ['items made up', ({ files }) => files.itemless.madeUp],
  ['torture cases', ({ torture }) => tortured(torture)],
  ['date strings in UTC', (score) => dates(score.dates.UTC).join(', ')],
  ['date strings in Berlin', (score) => dates(score.dates['Europe/Berlin']).join(', ')],
  ['CPU for all documents', ({ files }) => `${files.cpuSeconds.toFixed(1)} s`],
];

function tortured(cases) {
  return cases === undefined ? 'not run' : `${cases.filter(({ pass }) => pass).length}/${cases.length}`;
}

try {
  const scores = READERS.map(measure);
  console.log(`| | ${READERS.map(({ name }) => name).join(' | ')} |`);
  console.log(`|---|${READERS.map(() => '--:').join('|')}|`);
  for (const [label, read] of ROWS) console.log(`| ${label} | ${scores.map(read).join(' | ')} |`);
} finally {
  rmSync(folder, { recursive: true });
}
