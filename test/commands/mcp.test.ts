import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/config/root.ts';
import type { Archive } from '../support/archive.ts';
import { createArchive } from '../support/archive.ts';
import { startStandoff } from '../support/command.ts';
import { createProject, type Project } from '../support/project.ts';

let project: Project;
let archive: Archive;

beforeAll(() => {
  project = createProject([]);
  mkdirSync(join(project.folder, 'data'));
  archive = createArchive(join(project.folder, 'data/standoff.db'));
});
afterAll(() => {
  archive.store.close();
  project.remove();
});

test('an assistant starts it, asks while the bot writes, and ends it', async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(packageRoot(), '.build/test/src/cli.js'), 'mcp'],
    cwd: project.folder,
    stderr: 'pipe',
  });
  const client = new Client({ name: 'test', version: '0' });
  const wrong: unknown[] = [];
  client.onerror = (error) => wrong.push(error);
  transport.stderr?.on('data', (chunk) => wrong.push(String(chunk)));
  await client.connect(transport);
  expect(client.getServerVersion()).toMatchObject({ name: 'standoff' });
  expect(client.getInstructions()).toContain("Meta's AI training");
  const ask = () => client.callTool({ name: 'search', arguments: { query: 'Gericht' } });

  expect(await ask()).toMatchObject({ structuredContent: { hits: [] } });
  archive.store.db.exec('BEGIN IMMEDIATE');
  archive.print({ title: 'Gericht entscheidet' });
  expect(await ask()).toMatchObject({ structuredContent: { hits: [] } });
  archive.store.db.exec('COMMIT');
  expect(await ask()).toMatchObject({ structuredContent: { hits: [{ title: 'Gericht entscheidet' }] } });

  await client.close();
  // A line on stdout that is no message of the protocol would be an error of the client's.
  expect(wrong).toEqual([]);
});

test('without the optional package, it is named with the command that adds it', async () => {
  const hook = `export const resolve = (name, context, next) => {
    if (!name.startsWith('@modelcontextprotocol/')) return next(name, context);
    throw Object.assign(new Error("Cannot find package '@modelcontextprotocol/sdk'"), { code: 'ERR_MODULE_NOT_FOUND' });
  }`;
  const asUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(asUrl(hook))});`;
  const { code, out, err } = await startStandoff(['mcp'], {
    cwd: project.folder,
    env: { NODE_OPTIONS: `--import "${asUrl(register)}"` },
  });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/is not installed; `npm install @modelcontextprotocol\/sdk` adds it/);
});
