import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { compileDossier, entryMatters } from '../../src/analyse/index.ts';
import { type Config, FILES, jsonSchemas, loadConfig, loadDossier } from '../../src/config/load.ts';
import { packageRoot } from '../../src/config/root.ts';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import { blocks, document, inCode, section, tableRows } from './markdown.ts';

const doc = document('docs/configuration.md');
const files = Object.keys(FILES);

/** Every name of a property, however deep. */
function keysOf(schema: unknown): Set<string> {
  const keys = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (name === 'properties' && typeof value === 'object')
        for (const key of Object.keys(value)) keys.add(key);
      visit(value);
    }
  };
  visit(schema);
  return keys;
}

/** Sections that tell of a file's keys; conditions are those of three files. */
const told = (file: string): string => {
  const own = section(doc, `## \`${file}\``);
  return ['parties.yaml', 'topics.yaml', 'dispute.yaml'].includes(file)
    ? own + section(doc, '## Patterns')
    : own;
};

/** `channels[].id` names `channels` and `id`. */
const namesIn = (code: string): string[] =>
  code.match(/^[\w.[\]]+$/) ? code.split(/[.[\]]+/).filter(Boolean) : [];

describe('docs/configuration.md', () => {
  test.each(files)('explains every key of %s', (file) => {
    const explained = new Set(inCode(told(file)).flatMap(namesIn));
    const missing = [...keysOf(jsonSchemas()[file])].filter((key) => !explained.has(key));
    expect(missing).toEqual([]);
  });

  test.each(files)('lists no key that %s does not have', (file) => {
    const known = keysOf(jsonSchemas()[file]);
    const listed = tableRows(section(doc, `## \`${file}\``)).flatMap(([cell = '']) =>
      inCode(cell).flatMap(namesIn),
    );
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.filter((key) => !known.has(key))).toEqual([]);
  });

  test('the defaults of standoff.yaml are those that hold', () => {
    const rows = tableRows(section(doc, '## `standoff.yaml`'));
    const documented: Record<string, Record<string, unknown>> = { http: { contact: 'x@example.org' } };
    const channel: Record<string, unknown> = { id: 'main' };
    for (const [cell = '', value = ''] of rows) {
      const [group = '', key = ''] = inCode(cell).flatMap(namesIn);
      const [given] = inCode(value);
      if (given === undefined || key === '') continue;
      const parsed: unknown = key === 'cron' ? given : parse(given);
      if (group === 'channels') channel[key] = parsed;
      else documented[group] = { ...documented[group], [key]: parsed };
    }
    const defaults = settingsSchema.parse({ http: { contact: 'x@example.org' } });
    expect(settingsSchema.parse({ ...documented, channels: [channel] })).toEqual(defaults);
    expect(Object.keys(documented).sort()).toEqual(['discord', 'http', 'polling', 'schedule', 'store']);
  });

  test('every value that a key can have is named', () => {
    const words = inCode(doc).map((word) => word.replace(/^"(.*)"$/, '$1'));
    for (const file of files) {
      const values = JSON.stringify(jsonSchemas()[file]).matchAll(/"enum":(\[[^\]]*\])/g);
      for (const [, list = '[]'] of values)
        for (const value of z.array(z.string()).parse(JSON.parse(list))) expect(words, file).toContain(value);
    }
  });

  test('the example channels can be used as they stand', () => {
    const [, example = ''] = blocks(doc, 'yaml');
    expect(settingsSchema.parse(parse(example)).channels.map(({ id }) => id)).toEqual(['main', 'english']);
  });

  test('the example of styles can be used with the dossier that comes along', () => {
    const [example = ''] = blocks(section(doc, '## Styles of channels'), 'yaml');
    const { channels } = settingsSchema.parse({ http: { contact: 'x@example.org' }, ...parse(example) });
    const { topics, dispute } = loadDossier(join(packageRoot(), 'config'));
    const known = [...topics.topics, ...dispute.stages].map(({ id }) => id);
    const named = channels.flatMap(({ topics: about = [], pings = [] }) => [
      ...about,
      ...pings.flatMap(({ stages = [] }) => stages),
    ]);
    expect(named).toHaveLength(3);
    for (const id of named) expect(known).toContain(id);
  });

  test('the example source can be used as it stands', () => {
    const [example = ''] = blocks(section(doc, '## `sources.yaml`'), 'yaml');
    const [source] = FILES['sources.yaml'].parse(parse(example)).sources;
    expect(source?.feeds).toEqual([
      { url: 'https://anzeiger.example/rss', format: 'feed' },
      { url: 'https://anzeiger.example/news-sitemap.xml', format: 'sitemap' },
    ]);
  });

  test('the example publisher can be used as it stands', () => {
    const [example = ''] = blocks(section(doc, '## `publishers.yaml`'), 'yaml');
    expect(FILES['publishers.yaml'].safeParse(parse(example)).error).toBeUndefined();
  });

  test.each(['parties', 'topics'])('the example of %s can be used as it stands', (name) => {
    const [example = ''] = blocks(section(doc, `## \`${name}.yaml\``), 'yaml');
    const file = name === 'parties' ? 'parties.yaml' : 'topics.yaml';
    expect(FILES[file].safeParse({ [name]: parse(example) }).error).toBeUndefined();
  });

  test('the example of a condition can be used as it stands', () => {
    const [example = ''] = blocks(section(doc, '## Patterns'), 'yaml');
    const [party = {}] = z
      .array(z.looseObject({}))
      .parse(parse(blocks(section(doc, '## `parties.yaml`'), 'yaml')[0] ?? ''));
    const parties = [{ ...party, aliases: parse(example) }];
    expect(FILES['parties.yaml'].safeParse({ parties }).error).toBeUndefined();
  });
});

describe('the other dispute that the document sets up', () => {
  let folder: string;
  let config: Config;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'standoff-docs-'));
    mkdirSync(join(folder, 'config'));
    for (const text of blocks(section(doc, '## Following another dispute'), 'yaml')) {
      const name = /^# (\S+\.yaml)$/m.exec(text)?.[1] ?? 'unnamed';
      writeFileSync(join(folder, 'config', name), text);
    }
    config = loadConfig(join(folder, 'config'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('is complete: it loads, and its parts fit together', () => {
    expect(config.sources.length).toBeGreaterThan(1);
    expect(() => compileDossier(config.dossier)).not.toThrow();
    expect(stringify(config.dossier.dispute.title)).toContain('Worldcoin');
  });

  test.each([
    ['Worldcoin muss Iris-Scans löschen', true],
    ['Bayern ordnet an: Tools for Humanity soll biometrische Daten löschen', true],
    ['Worldcoin steigt um zehn Prozent', false],
    ['Iris-Scanner am Flughafen', false],
  ])('would read "%s": %s', (title, matters) => {
    expect(entryMatters({ title, teaser: '' }, compileDossier(config.dossier)).matters).toBe(matters);
  });
});
