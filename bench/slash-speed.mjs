#!/usr/bin/env node
// node bench/slash-speed.mjs FILE [--rounds 5]
// How long members wait for slash commands on a database made by bench/big-database.mjs: each command and each completion,
// asked as the bot asks them, in the processes that answer. The last line is the longest pause of the asking process
// meanwhile: so long deliveries and the gateway's heartbeat would have waited.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { product } from './adapters/_product.mjs';

const [{ createReader }, { conceptsOf }, { loadDossier }] = await Promise.all(
  ['interactions/reader', 'commands/concepts', 'config/load'].map(product),
);
const {
  values,
  positionals: [path],
} = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '5' } } });
if (path === undefined) {
  console.error('usage: node bench/slash-speed.mjs FILE [--rounds 5]');
  process.exit(2);
}

const language = 'de';
const ask = (name, options = {}, page = 0) => ({ kind: 'answer', name, options, page, language });
const typing = (field, typed) => ({ kind: 'choices', field, typed, language });
const ASKED = {
  '/stories': ask('stories'),
  '/stories party': ask('stories', { party: 'noyb' }),
  '/stories docket': ask('stories', { docket: '15 UKl 2/25' }),
  '/stories, page 20': ask('stories', {}, 19),
  '/story': ask('story', { story: '12' }),
  '/search, a word': ask('search', { query: 'Gericht' }),
  '/search, two words': ask('search', { query: 'Gericht Daten' }),
  '/search, a party': ask('search', { query: 'Gericht', party: 'noyb' }),
  '/search, translated': ask('search', { query: 'AI training', translate: '1' }),
  '/search, a slip': ask('search', { query: 'gerihctxx' }),
  '/timeline': ask('timeline'),
  '/timeline party': ask('timeline', { party: 'noyb' }),
  '/party': ask('party', { party: 'noyb' }),
  '/statements': ask('statements'),
  '/statements party': ask('statements', { party: 'noyb' }),
  '/dates': ask('dates'),
  '/explain': ask('explain', { article: '12' }),
  '/status': ask('status'),
  'typing a party': typing('party', 'no'),
  'typing a docket': typing('docket', '15'),
  'typing a story': typing('story', 'gericht da'),
  'opening the list of stories': typing('story', ''),
};

const config = fileURLToPath(new URL('../config', import.meta.url));
const reader = createReader(path, conceptsOf(loadDossier(config)));
const pauses = monitorEventLoopDelay({ resolution: 1 });
pauses.enable();
const cell = (ms) => ms.toFixed(0).padStart(8);
console.log(`${'asked'.padEnd(30)}   first      p50      max  ms`);
try {
  for (const [name, asked] of Object.entries(ASKED)) {
    const times = [];
    for (let round = 0; round <= Number(values.rounds); round++) {
      const began = performance.now();
      await reader.ask(asked, 300_000);
      times.push(performance.now() - began);
    }
    const [first = 0, ...rest] = times;
    rest.sort((a, b) => a - b);
    console.log(name.padEnd(30) + cell(first) + cell(rest[rest.length >> 1] ?? 0) + cell(rest.at(-1) ?? 0));
  }
} finally {
  reader.close();
}
console.log(`longest pause of the asking process: ${(pauses.max / 1e6).toFixed(0)} ms`);
