import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../src/config/environment.ts';
import { ConfigError, jsonSchemas, loadConfig } from '../../src/config/load.ts';
import { packageRoot } from '../../src/config/root.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'standoff-config-')), 'config');
  cpSync(join(packageRoot(), 'config'), folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const edit = (file: string, from: string | RegExp, to: string) => {
  const before = readFileSync(join(folder, file), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  write(file, after);
};
const message = (): string => {
  try {
    loadConfig(folder);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the configuration was taken for right');
};

test('the configuration that comes with standoff is right', () => {
  const { sources, dossier, settings } = loadConfig(folder);
  expect(sources[0]?.id).toBe('ntv');
  expect(sources.length).toBeGreaterThan(40);
  expect(dossier.parties.parties.length).toBeGreaterThan(50);
  expect(settings.polling.interval).toBe(3_600_000);
});

describe('a mistake is named by file, line, key and remedy', () => {
  test('an unknown key', () => {
    edit('standoff.yaml', 'delay:', 'dealy:');
    expect(message()).toMatch(/^config\/standoff\.yaml:\d+: http\.dealy: unknown key; .*spelling/m);
  });
  test('a URL that is none', () => {
    edit('sources.yaml', 'https://www.n-tv.de/rss', 'htps://www.n-tv.de/rss');
    expect(message()).toMatch(
      /^config\/sources\.yaml:\d+: sources\[0\]\.feeds\[0\].*write an? http\(s\) URL|^config\/sources\.yaml:\d+: .*no http\(s\) URL/m,
    );
  });
  test('an id that is used twice', () => {
    edit('sources.yaml', 'id: tagesschau', 'id: ntv');
    expect(message()).toMatch(
      /^config\/sources\.yaml:\d+: sources\[\d+\]\.id: "ntv" is used twice \(first as number 1\); give each its own id$/m,
    );
  });
  test('a feed that two sources name', () => {
    edit('sources.yaml', 'https://www.tagesschau.de/index~rss2.xml', 'https://www.n-tv.de/rss');
    expect(message()).toMatch(/is also a feed of ntv; name each feed once/);
  });
  test('a cron line that is none', () => {
    edit('standoff.yaml', '"*/5 * * * *"', '"every five minutes"');
    expect(message()).toMatch(
      /^config\/standoff\.yaml:\d+: schedule\.cron: is no cron line; write minute hour day month weekday/m,
    );
  });
  test('a time zone that is none', () => {
    edit('standoff.yaml', 'Europe/Berlin', 'Europe/Kölln');
    expect(message()).toMatch(/schedule\.timezone: is no time zone; write an IANA name/);
  });
  test('a duration without its unit', () => {
    edit('standoff.yaml', 'timeout: 20s', 'timeout: 20');
    expect(message()).toMatch(/http\.timeout: needs a duration such as 20s/);
  });
  test('a party that a source names and nobody knows', () => {
    edit('sources.yaml', 'party: noyb', 'party: nyob');
    expect(message()).toMatch(
      /^config\/sources\.yaml:\d+: sources\[\d+\]\.party: "nyob" is no party of parties\.yaml; did you mean "noyb"\?/m,
    );
  });
  test('a pattern with "!" that is not in quotes, and so would be lost', () => {
    edit('dispute.yaml', '"!data centre~"', '!data centre~');
    expect(message()).toMatch(/^config\/dispute\.yaml:\d+: not valid YAML: .*!data/m);
  });
  test('YAML that cannot be read', () => {
    edit('standoff.yaml', 'schedule:', 'schedule: [');
    expect(message()).toMatch(/^config\/standoff\.yaml:\d+: not valid YAML/m);
  });
  test('a file that is not there', () => {
    rmSync(join(folder, 'topics.yaml'));
    expect(message()).toBe(
      'config/topics.yaml: cannot be read (no such file); name the folder that holds it with --config',
    );
  });
  test('the line is that of the key', () => {
    write('standoff.yaml', 'http:\n  contact: a@example.org\nchannels:\n  - id: main\n    language: fr\n');
    expect(message()).toBe('config/standoff.yaml:5: channels[0].language: must be de or en');
  });
});

test('rules of publishers may be missing; where they stand, they are checked', () => {
  edit('publishers.yaml', 'hosts: [heise.de]', 'hosts: [https://www.heise.de/]');
  expect(message()).toMatch(
    /^config\/publishers\.yaml:\d+: publishers\[\d+\]\.hosts\[0\]: is no host; .*without www/m,
  );
  rmSync(join(folder, 'publishers.yaml'));
  expect(loadConfig(folder).publishers).toEqual([]);
});

test('all mistakes of all files are told at once', () => {
  edit('standoff.yaml', 'delay:', 'dealy:');
  edit('sources.yaml', 'id: tagesschau', 'id: ntv');
  expect(message()).toMatch(/standoff\.yaml[\s\S]*sources\.yaml/);
});

test('the JSON Schemas beside the files are those of this version', () => {
  for (const [file, schema] of Object.entries(jsonSchemas()))
    expect(
      JSON.parse(readFileSync(join(folder, 'schemas', file.replace('.yaml', '.schema.json')), 'utf8')),
      file,
    ).toEqual(JSON.parse(JSON.stringify(schema)));
});

test('what is set outside wins over .env, and an empty value counts as none', () => {
  writeFileSync(join(folder, '.env'), 'A=inside\nB=inside\nC=\n');
  expect(readEnvironment(join(folder, '.env'), { A: 'outside', D: '' })).toEqual({
    A: 'outside',
    B: 'inside',
  });
});
