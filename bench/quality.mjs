#!/usr/bin/env node
// Runs every scorer of ../shared/bench over the built product and prints one table: figure, floor, verdict.
//   node bench/quality.mjs [NAME ...] [--verbose]
// Exit code 1 when a figure is below its floor or could not be had; 0 with a note where there is no material.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCORERS } from './floors.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const material = join(root, '../shared/bench');
if (!existsSync(material)) {
  console.log('no ../shared/bench here: the quality floors cannot be measured');
  process.exit(0);
}

const verbose = process.argv.includes('--verbose');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const chosen = SCORERS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

/** `n/m` counts as its ratio, everything else as the number it is. */
function number(text) {
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  return under === undefined ? Number.parseFloat(text) : Number(over) / Number(under);
}

let missed = 0;
for (const { name, arguments: words, env, figures } of chosen) {
  const started = performance.now();
  // A scorer that looks whether it was called itself compares real paths; the material may be a link.
  const [scorer, ...rest] = words;
  const run = spawnSync(process.execPath, [realpathSync(join(root, scorer)), ...rest], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`\n${name} (${seconds} s): node ${words.join(' ')}`);
  if (verbose || run.status !== 0) console.log(run.stdout, run.stderr);
  for (const { label, pattern, floor, ceiling } of figures) {
    const found = pattern.exec(run.stdout)?.[1];
    const value = found === undefined ? Number.NaN : number(found);
    const right = floor === undefined ? value <= ceiling : value >= floor;
    if (!right) missed += 1;
    const bound = floor === undefined ? `at most ${ceiling}` : `at least ${floor}`;
    console.log(
      `  ${right ? 'ok  ' : 'MISS'} ${label.padEnd(44)} ${String(found ?? 'not printed').padStart(8)}   ${bound}`,
    );
  }
}
console.log(
  `\n${missed === 0 ? 'every floor holds' : `${missed} ${missed === 1 ? 'figure' : 'figures'} below the floor`}`,
);
process.exitCode = missed === 0 ? 0 : 1;
