#!/usr/bin/env node
// Extractors side by side on ../shared/bench/extract, in one run on one machine: body F1 of each set and CPU a page.
//   npm run build && node bench/extract-compare.mjs [--limit N]
// Readability takes part where it is installed (bench/adapters/peer-readability.mjs says how).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scorer = join(root, '../shared/bench/extract/score.mjs');
if (!existsSync(scorer)) {
  console.log('no ../shared/bench here: nothing to compare on');
  process.exit(0);
}

const EXTRACTORS = [
  { name: 'paragraphs of the longest article', adapter: 'peer-paragraphs' },
  { name: 'Readability on linkedom', adapter: 'peer-readability' },
  { name: 'standoff, general method', adapter: 'extract', env: { STANDOFF_PUBLISHER_RULES: 'off' } },
  { name: 'standoff, publisher rules too', adapter: 'extract', env: { STANDOFF_PUBLISHER_RULES: 'on' } },
];
const FIGURES = {
  aeb: /^aeb .*? F1=([\d.]+)/m,
  'fundus.de': /^fundus\.de .*? F1=([\d.]+)/m,
  'fundus.en': /^fundus\.en .*? F1=([\d.]+)/m,
  'traf.de': /^traf\.de\s.*? F1=([\d.]+)/m,
  'traf.all': /^traf\.all .*? F1=([\d.]+)/m,
  errors: /errors (\d+)/,
  'CPU ms/page': /CPU ms\/page ([\d.]+)/,
};

const rows = [];
for (const { name, adapter, env } of EXTRACTORS) {
  const words = [scorer, '--extractor', `bench/adapters/${adapter}.mjs`, ...process.argv.slice(2)];
  const run = spawnSync(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (run.status === 0)
    rows.push({
      name,
      figures: Object.values(FIGURES).map((pattern) => pattern.exec(run.stdout)?.[1] ?? '–'),
    });
  else
    console.error(
      `${name}: left out (${/^\w*Error.*$/m.exec(run.stderr)?.[0] ?? `exit code ${run.status}`})`,
    );
}

const cpu = (row) => Number(row?.figures.at(-1));
const peer = rows.find(({ name }) => name.startsWith('Readability'));
console.log(`| extractor | ${Object.keys(FIGURES).join(' | ')} | of Readability's |`);
console.log(`|---|${'---|'.repeat(Object.keys(FIGURES).length + 1)}`);
for (const row of rows) {
  const share = peer === undefined ? '–' : `${Math.round((100 * cpu(row)) / cpu(peer))} %`;
  console.log(`| ${row.name} | ${row.figures.join(' | ')} | ${share} |`);
}
