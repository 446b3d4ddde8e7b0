import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../support/http-server.ts';
import { createProject, type Project } from '../support/project.ts';
import { startRun } from '../support/running.ts';
import { startWorld, type World } from '../world/index.ts';

let project: Project;
let world: World;

beforeAll(async () => {
  world = await startWorld();
  world.advanceTo(new Date('2025-05-23T20:00:00Z'));
  project = createProject(world.outlets.slice(0, 2));
});

afterAll(async () => {
  await world.close();
  project.remove();
});

const run = () => startRun(project.folder);
/** Each starts processes whole, beside other tests. */
const SLOW_MS = 60_000;

test(
  'run follows the press at once, logs JSON where there is no terminal, and ends cleanly on SIGTERM',
  async () => {
    const running = run();
    await running.said('polled');
    running.kill('SIGTERM');
    const { code, log } = await running.ended;
    expect(code).toBe(0);
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string });
    expect(lines.map(({ msg }) => msg)).toEqual([
      expect.stringMatching(/^following 2 sources/),
      expect.stringMatching(/^\d+ feeds polled; \d+ new in them/),
      'ending after what is under way',
      'ended',
    ]);
  },
  SLOW_MS,
);

test(
  'run ends cleanly on Ctrl-C in the middle of a cycle, and the next start goes on from there',
  async () => {
    rmSync(join(project.folder, 'data'), { recursive: true });
    const running = run();
    await running.said('following');
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
    const again = run();
    await again.said('polled');
    again.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
  },
  SLOW_MS,
);

test(
  'run says which port hubs cannot have, listens on a free one, and lets it go when it ends',
  async () => {
    const taken = await startServer(() => undefined);
    const websub = `websub: { callback: "https://news.example.org/websub", listen: "${taken.host}" }\n`;
    appendFileSync(join(project.folder, 'config/standoff.yaml'), websub);
    const refused = await run().ended;
    expect(refused.code).toBe(1);
    expect(refused.log).toContain(`cannot listen on ${taken.host}`);
    await taken.close();
    rmSync(join(project.folder, 'data'), { recursive: true });
    const running = run();
    await running.said('polled');
    expect((await fetch(`${taken.origin}/websub/guessed`)).status).toBe(404);
    running.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    await expect(fetch(taken.origin)).rejects.toThrow();
  },
  SLOW_MS,
);
