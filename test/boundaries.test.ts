import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** What each room may import besides itself and `model`; docs/architecture.md draws the same picture. */
const ALLOWED: Record<string, string[]> = {
  model: [],
  config: [],
  collect: [],
  analyse: [],
  store: [],
  charts: [],
  link: ['store'],
  publish: ['store', 'charts'],
  query: ['store'],
  worker: ['config', 'collect', 'analyse', 'link', 'publish', 'store'],
  interactions: ['config', 'publish', 'query', 'store'],
  web: ['config', 'charts', 'query', 'store'],
  mcp: ['config', 'query', 'store'],
  commands: [
    ...['config', 'collect', 'analyse', 'link', 'publish', 'store', 'query', 'worker'],
    ...['charts', 'interactions', 'web', 'mcp'],
  ],
};

const src = fileURLToPath(new URL('../src/', import.meta.url));

interface Import {
  from: string;
  file: string;
  to: string;
}

function imports(): Import[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file.includes(sep))
    .flatMap((file) =>
      [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(
        ([, path = '']) => ({
          file,
          from: file.split(sep)[0] ?? '',
          to: relative(src, join(src, dirname(file), path)).split(sep)[0] ?? '',
        }),
      ),
    );
}

test('every room imports only what the architecture lets it know', () => {
  const seen = imports();
  expect(seen.length).toBeGreaterThan(100);
  const crossings = seen.filter(
    ({ from, to }) =>
      to !== from && to !== 'model' && !ALLOWED[from]?.includes(to) && !(from === 'commands' && to === '..'),
  );
  expect(crossings.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
});

test('the model imports nothing at all', () => {
  const model = join(src, 'model');
  for (const file of readdirSync(model))
    expect(readFileSync(join(model, file), 'utf8'), file).not.toMatch(/from '(?!\.\/)/);
});

test('the names of the dispute stand in config/, not in code', () => {
  const named = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /verbraucherzentrale|\bnoyb\b|\bmeta (?:ai|platforms)\b|\bolg k/i.test(
        readFileSync(join(src, file), 'utf8'),
      ),
    );
  expect(named).toEqual([]);
});

test('a question to the database loads no package that only other commands need', () => {
  const loaded = new Set<string>();
  const packages = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    const text = readFileSync(file, 'utf8').replace(/import type [^;]*;|export type [^;]*;/g, '');
    for (const [, name = ''] of text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gm))
      if (name.startsWith('.')) load(join(dirname(file), name));
      else packages.add(name);
  };
  load(join(src, 'cli.ts'));
  expect(loaded.size).toBeGreaterThan(50);
  const heavy = [
    'discord.js',
    'cheerio',
    'eld',
    'undici',
    'piscina',
    'hono',
    'pino',
    'linkedom',
    'prom-client',
  ];
  expect(heavy.filter((name) => packages.has(name))).toEqual([]);
});
