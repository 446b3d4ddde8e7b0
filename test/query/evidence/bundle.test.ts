import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../src/query/evidence/record.ts';
import { unzip } from '../../../src/query/evidence/unzip.ts';
import { verifyBundle } from '../../../src/query/evidence/verify.ts';
import { ADDED, bundle, evidenceRun, PAGES, TAKEN_OUT } from '../../support/evidence-run.ts';
import { urnOf, wireEntry } from '../../support/fake-wireq/entry.ts';
import type { FeedRun } from '../../support/feed-run.ts';
import { receive, wireRuns } from '../../support/wire-reading.ts';

let run: FeedRun;
let made: ReturnType<typeof bundle>;
const text = (path: string) => Buffer.from(made.files.get(path) ?? '').toString();
const folder = mkdtempSync(join(tmpdir(), 'standoff-evidence-'));

beforeAll(async () => {
  run = await evidenceRun();
  made = bundle(run.worker().store.db);
}, 60_000);
afterAll(async () => {
  await run?.close();
  rmSync(folder, { recursive: true });
});

describe('a bundle holds', () => {
  test('the newest text, and each version with what was changed', () => {
    expect(text('articles/1/text.txt')).toContain(ADDED);
    expect(text('articles/1/revisions/1.txt')).toContain(TAKEN_OUT);
    expect(text('articles/1/revisions/2.txt')).not.toContain(TAKEN_OUT);
    expect(text('articles/1/revisions/2.diff')).toContain(`+ ${ADDED}\n`);
    expect(text('articles/1/revisions/2.diff')).toMatch(/^- .*Schuldzinski/m);
    expect(made.files.has('articles/1/revisions/1.diff')).toBe(false);
  });

  test('each page as it was served, byte for byte', () => {
    expect(text('articles/1/fetches/1.page')).toBe(PAGES[0]);
    expect(text('articles/1/fetches/2.page')).toBe(PAGES[1]);
  });

  test('no page that came while `store.archive` was off, but its headers and hash', () => {
    expect(made.files.has('articles/1/fetches/3.page')).toBe(false);
    expect(JSON.parse(text('articles/1/fetches/3.json'))).toMatchObject({
      ...{ archived: false, bytes: Buffer.byteLength(PAGES[2]) },
      headers: { 'x-cache': 'HIT' },
    });
  });

  test('when and how each was fetched, without cookies and credentials', () => {
    const [first, second] = [1, 2].map((n) => JSON.parse(text(`articles/1/fetches/${n}.json`)));
    expect(first).toMatchObject({ at: '2025-05-20T12:00:00.000Z', status: 200, archived: true });
    expect(second).toMatchObject({ at: '2025-05-20T15:00:00.000Z', bytes: Buffer.byteLength(PAGES[1]) });
    expect(first.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'x-cache': 'HIT' });
    expect([...made.files.values()].some((bytes) => Buffer.from(bytes).includes('secret-'))).toBe(false);
  });

  test('the hash of every version, which is that of the fetch it came from', () => {
    const of = (path: string) => JSON.parse(text(`articles/1/${path}`)).sha256;
    expect(of('revisions/1.json')).toBe(of('fetches/1.json'));
    expect(of('article.json')).toBe(of('fetches/3.json'));
  });

  test('what was recognised, decided and sent', () => {
    expect(text('articles/1/findings.json')).toContain('"15 UKl 2/25"');
    expect(JSON.parse(text('articles/1/decisions.json')).map(({ step }: { step: string }) => step)).toEqual(
      expect.arrayContaining(['entry', 'extract', 'relevance', 'revision']),
    );
    expect(JSON.parse(text('articles/1/entries.json'))).toMatchObject([
      { decision: 'candidate', title: 'Meta darf seine KI mit Nutzerdaten trainieren' },
    ]);
    expect(JSON.parse(text('story.json')).summary[0].sentence).toMatch(/Meta darf ab dem 27\. Mai/);
    expect(JSON.parse(text('story.json')).deliveries).toMatchObject([{ kind: 'story', channel: 'test' }]);
  });

  test('an explanation in German and English', () => {
    expect(text('README.txt')).toMatch(/Was das beweist:[\s\S]*What this proves:/);
  });
});

describe('the archive', () => {
  test('is the same, byte for byte, as long as the database is', async () => {
    expect(Buffer.from(bundle(run.worker().store.db).archive).equals(made.archive)).toBe(true);
    const elsewhere = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { pack } from './.build/test/src/query/evidence/pack.js';
         process.stdout.write(Buffer.from(pack(new Map([['a.txt', Buffer.from('a')]]))).toString('hex'))`,
      ],
      { env: { ...process.env, TZ: 'Pacific/Auckland' }, encoding: 'utf8' },
    );
    const { pack } = await import('../../../src/query/evidence/pack.ts');
    expect(Buffer.from(pack(new Map([['a.txt', Buffer.from('a')]]))).toString('hex')).toBe(elsewhere);
  });

  test('is read alike by fflate and by us', () => {
    const theirs = unzipSync(made.archive);
    expect(Object.keys(theirs)).toEqual([...made.files.keys()]);
    for (const [path, bytes] of unzip(made.archive))
      expect(strFromU8(theirs[path] ?? new Uint8Array())).toBe(Buffer.from(bytes).toString());
  });

  test.each([
    ['unzip', ['-t']],
    ['python3', ['-m', 'zipfile', '-t']],
  ])('is found whole by %s, where there is one', (program, args) => {
    const file = join(folder, `${program}.zip`);
    writeFileSync(file, made.archive);
    const { error, status } = spawnSync(program, [...args, file]);
    if (error === undefined) expect(status).toBe(0);
  });

  test('of what was unpacked, sha256sum confirms every file as the README says', () => {
    const lines = JSON.parse(text('manifest.json')).files.map(
      ({ path, sha256 }: { path: string; sha256: string }) => `${sha256}  ${path}`,
    );
    expect(lines).toHaveLength(made.files.size - 2);
    expect(text('manifest.sha256')).toBe(`${made.root}  manifest.json\n`);
  });

  test('is found intact', () => {
    expect(verifyBundle(made.archive, made.root)).toMatchObject({
      ...{ ok: true, rootAsNoted: true, articles: 1, pages: 2, problems: [] },
      manifest: { subject: { kind: 'story', id: 1 }, stateAt: '2025-05-21T02:00:00.000Z' },
    });
  });
});

test('one article alone is bundled without its story', () => {
  const { files } = bundle(run.worker().store.db, { kind: 'article', id: 1 });
  expect(files.has('articles/1/text.txt')).toBe(true);
  expect(files.has('story.json')).toBe(false);
});

describe('of an agency’s wire', () => {
  const start = wireRuns();

  test('what was withdrawn gets into no bundle', async () => {
    const wire = await start();
    await receive(wire, wireEntry());
    expect(evidenceOf(wire.store.db, { kind: 'article', id: 1 })?.articles).toHaveLength(1);
    await receive(wire, wireEntry({ version: 2, pubstatus: 'canceled' }));
    expect(wire.rows('SELECT article_id FROM withdrawals')).toEqual([{ article_id: 1 }]);
    expect(evidenceOf(wire.store.db, { kind: 'article', id: 1 })).toBeUndefined();
    expect(evidenceOf(wire.store.db, { kind: 'story', id: 1 })).toBeUndefined();
  });

  test('what is under embargo gets into no bundle, nor does its newer version', async () => {
    const wire = await start();
    await receive(wire, wireEntry());
    const before = bundle(wire.store.db).root;
    await receive(
      wire,
      wireEntry({
        version: 2,
        embargoed: '2030-01-01T00:00:00+00:00',
        headline: 'Sperrfrist bis zum Morgen',
      }),
    );
    expect(wire.rows("SELECT urn FROM wire_items WHERE state = 'held'")).toEqual([{ urn: urnOf(1) }]);
    const { files, root } = bundle(wire.store.db);
    expect([...files.values()].some((bytes) => Buffer.from(bytes).includes('Sperrfrist'))).toBe(false);
    expect(root).not.toBe(before);
  });
});
