import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/config/root.ts';
import { createProject, type Project } from '../support/project.ts';

let project: Project;
beforeAll(() => {
  project = createProject([]);
});
afterAll(() => project.remove());

test('serve says where the page is, answers, and ends cleanly on Ctrl-C', async () => {
  const cli = join(packageRoot(), '.build/test/src/cli.js');
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0'], {
    cwd: project.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
  const answer = await fetch(url, { headers: { 'accept-language': 'de' } });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('Noch keine Datenbank');
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

test('serve refuses to show the page to everybody, and says what to do', async () => {
  const { code, err } = await project.standoff(['serve', '--host', '0.0.0.0', '--port', '0']);
  expect(code).toBe(1);
  expect(err).toMatch(/everybody who reaches 0\.0\.0\.0.*STANDOFF_WEB_TOKEN.*--behind-proxy/);
});

test.each([
  [['--port', '80800'], 'Write a port'],
  [['--port', '8o8o'], 'Write a port'],
  [['--behind-proxy', 'https://news.example.org/'], 'Write the name readers know it by'],
])('serve %j is a slip of the pen', async (options, remedy) => {
  const { code, err } = await project.standoff(['serve', ...options]);
  expect(code).toBe(2);
  expect(err).toContain(remedy);
});
