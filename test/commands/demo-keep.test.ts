import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepConfig, makeFolder } from '../../src/commands/demo-keep.ts';
import { loadConfig } from '../../src/config/load.ts';
import { startWorld, type World } from '../world/index.ts';

let world: World;
const parent = mkdtempSync(join(tmpdir(), 'standoff-keep-'));

beforeAll(async () => {
  world = await startWorld();
});

afterAll(async () => {
  await world.close();
  rmSync(parent, { recursive: true });
});

test('what is kept of a demo can be asked as it stands', () => {
  const folder = join(parent, 'new/demo');
  makeFolder(folder);
  keepConfig(folder, 'en', world.outlets);
  const { settings, sources } = loadConfig(join(folder, 'config'));
  expect(sources.map(({ id }) => id)).toEqual(world.outlets.map(({ id }) => id));
  expect(settings.store.path).toBe('data/standoff.db');
  expect(settings.channels).toMatchObject([{ id: 'demo', language: 'en' }]);
});

test('a folder with something in it is left alone', () => {
  writeFileSync(join(parent, 'mine.txt'), 'mine');
  expect(() => makeFolder(parent)).toThrow(/is not empty; name a new folder/);
  expect(() => makeFolder(join(parent, 'mine.txt/below'))).toThrow(/cannot make/);
});
