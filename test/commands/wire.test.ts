import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraphs, wireEntry } from '../support/fake-wireq/entry.ts';
import { type FakeWireq, fakeWireq, SECRET } from '../support/fake-wireq/server.ts';
import { createProject, type Project } from '../support/project.ts';
import { DPA, PAPER } from '../support/wire-run.ts';

const FEED = { url: 'http://127.0.0.1:9/feed.xml', format: 'feed' } as const;

let wireq: FakeWireq;
let project: Project;
let alone: Project;

beforeAll(async () => {
  wireq = await fakeWireq({ now: () => new Date() });
  project = createProject([DPA, { ...PAPER, feeds: [FEED] }]);
  alone = createProject([DPA]);
});

afterAll(async () => {
  await wireq.close();
  project.remove();
  alone.remove();
});

describe('a wire in the configuration', () => {
  test('without its base URL it is skipped, and config check and status say so', async () => {
    const check = await project.standoff(['config', 'check']);
    expect(check.code, check.err).toBe(0);
    expect(check.out).toContain('DPA_WIREQ_URL is not set; dpa is skipped until it is');
    await project.standoff(['poll']);
    const { out } = await project.standoff(['status', '--json']);
    const [dpa] = JSON.parse(out).sources.filter(({ id }: { id: string }) => id === 'dpa');
    expect(dpa).toMatchObject({
      error: 'not-configured: DPA_WIREQ_URL is not set; dpa is skipped until it is',
    });
  });

  test('as the only source it is needed', async () => {
    const { code, err } = await alone.standoff(['config', 'check']);
    expect(code).toBe(2);
    expect(err).toMatch(/DPA_WIREQ_URL: is not set, and dpa of sources\.yaml is the only source/);
  });

  test('a base URL that is none is refused without being printed', async () => {
    const { code, err, out } = await project.standoff(['poll'], { DPA_WIREQ_URL: `ftp:${SECRET}` });
    expect(code).toBe(2);
    expect(err).toMatch(/DPA_WIREQ_URL: is no http\(s\) URL/);
    expect(err + out).not.toContain(SECRET);
  });

  test('with it the wire is polled; the base URL is never printed, whatever goes wrong', async () => {
    wireq.put(wireEntry({ article_html: paragraphs('Meta trainiert seine KI mit den Daten der Nutzer.') }));
    const env = { DPA_WIREQ_URL: wireq.base };
    const first = await alone.standoff(['poll', '--json'], env);
    expect(first.code, first.err).toBe(0);
    expect(JSON.parse(first.out).polled).toMatchObject([
      { feedUrl: 'wire:dpa', outcome: 'changed', entriesNew: 1 },
    ]);
    expect(wireq.queue()).toEqual([]);
    const failing = createProject([DPA]);
    wireq.fault = () => ({ status: 403 });
    const ended = [await failing.standoff(['poll', '--json'], env), await failing.standoff(['status'], env)];
    failing.remove();
    expect(ended[0]?.code).toBe(1);
    expect(ended[0]?.out).toMatch(/403.*DPA_WIREQ_URL/);
    const said = [first, ...ended].map(({ out, err }) => out + err).join();
    for (const part of [SECRET, new URL(wireq.base).host]) expect(said).not.toContain(part);
  });
});
