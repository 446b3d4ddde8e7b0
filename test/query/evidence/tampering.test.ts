import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { difference } from '../../../src/commands/revisions.ts';
import { bundleFiles, type Files, MANIFEST, MANIFEST_HASH } from '../../../src/query/evidence/files.ts';
import { pack } from '../../../src/query/evidence/pack.ts';
import type { Evidence } from '../../../src/query/evidence/record.ts';
import { unzip } from '../../../src/query/evidence/unzip.ts';
import { type Problem, verifyBundle } from '../../../src/query/evidence/verify.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const AT = '2025-05-23T14:00:00.000Z';
const PAGE = Buffer.from('<p>Meta darf trainieren.</p>');
const revision = (number: number, text: string) => ({
  ...{ number, seenAt: AT, kind: number === 1 ? 'first' : 'silent', changes: [] },
  ...{ title: 'Meta darf trainieren', text, sha256: sha256(PAGE), extractor: 'general@1' },
});
const fetched = { at: AT, finalUrl: 'https://herald.example/1', status: 200, headers: {} };
const EVIDENCE: Evidence = {
  subject: { kind: 'story', id: 1 },
  story: { facts: { id: 1 }, summary: [], wording: [], articles: [], corrections: [], deliveries: [] },
  articles: [
    {
      ...{
        id: 1,
        title: 'Meta darf trainieren',
        teaser: 'Das Urteil',
        text: 'Meta darf trainieren, sagt Köln.',
      },
      facts: { firstSeenAt: AT },
      fetches: [{ ...fetched, sha256: sha256(PAGE), bytes: PAGE.length, page: gzipSync(PAGE) }],
      revisions: [revision(1, 'Meta darf trainieren.'), revision(2, 'Meta darf trainieren, sagt Köln.')],
      ...{ findings: { credits: [], findings: [], dates: [] }, statements: [] },
      ...{
        ...{ links: { of: [], by: [] }, entries: [] },
        decisions: [{ at: AT, step: 'entry', outcome: 'candidate', reason: 'Meta' }],
      },
    },
  ],
};
const bundled = bundleFiles(EVIDENCE, difference, 'standoff test');
const made = { ...bundled, archive: pack(bundled.files) };

/** What verifying says of the bundle after a change of its files. */
function judged(
  change: (files: Files) => void,
  noted: string | null = null,
): Pick<Problem, 'path' | 'kind'>[] {
  const files = new Map(made.files);
  change(files);
  const { ok, problems } = verifyBundle(pack(files), noted);
  expect(ok).toBe(problems.length === 0);
  return problems.map(({ path, kind }) => ({ path, kind }));
}

function edit(files: Files, path: string, from: string | RegExp, to: string): void {
  const before = Buffer.from(files.get(path) ?? '').toString();
  const changed = before.replace(from, to);
  expect(changed, path).not.toBe(before);
  files.set(path, Buffer.from(changed));
}

/** Writes the manifest anew, as one would who wants to hide a change. */
function remake(files: Files): void {
  const manifest = JSON.parse(Buffer.from(files.get(MANIFEST) ?? '').toString());
  for (const file of manifest.files) {
    const content = files.get(file.path) ?? new Uint8Array();
    Object.assign(file, { bytes: content.length, sha256: sha256(content) });
  }
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  files.set(MANIFEST, bytes).set(MANIFEST_HASH, Buffer.from(`${sha256(bytes)}  ${MANIFEST}\n`));
}

test('nothing changed, nothing found', () => {
  expect(judged(() => undefined, made.root)).toEqual([]);
});

test('one bit of any file is noticed, whichever it is', () => {
  for (const [path, bytes] of made.files) {
    const found = judged((files) => {
      const flipped = Uint8Array.from(bytes);
      flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
      files.set(path, flipped);
    });
    expect(found.length, path).toBeGreaterThan(0);
  }
});

test('one byte of the archive is noticed, wherever it stands', () => {
  const filesOf = (archive: Uint8Array) =>
    JSON.stringify([...unzip(archive)].map(([path, bytes]) => [path, sha256(bytes)]));
  let noticed = 0;
  const change = fc.tuple(fc.nat(made.archive.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(change, ([at, by]) => {
      const archive = Uint8Array.from(made.archive);
      archive[at] = (archive[at] ?? 0) ^ by;
      // The last bits of a compressed file may mean nothing: then it is the same file.
      const same = verifyBundle(archive, null).ok;
      expect(same && filesOf(archive) !== filesOf(made.archive)).toBe(false);
      noticed += same ? 0 : 1;
    }),
    { numRuns: 500 },
  );
  expect(noticed).toBeGreaterThan(490);
});

test('no file whatsoever makes verifying stumble', () => {
  const cut = fc.tuple(fc.nat(made.archive.length), fc.nat(made.archive.length), fc.uint8Array());
  fc.assert(
    fc.property(cut, ([from, to, bytes]) => {
      const archive = Buffer.concat([made.archive.subarray(0, from), bytes, made.archive.subarray(to)]);
      expect(verifyBundle(archive, null).ok).toBe(archive.equals(made.archive));
    }),
    { numRuns: 300 },
  );
});

test('a file that was taken out is missing, and one that was put in is extra', () => {
  for (const path of made.files.keys())
    expect(
      judged((files) => files.delete(path)).map((problem) => problem.path),
      path,
    ).toContain(path);
  expect(judged((files) => files.set('articles/1/more.txt', Buffer.from('x')))).toEqual([
    { path: 'articles/1/more.txt', kind: 'extra' },
  ]);
});

describe('where manifest and all were written anew', () => {
  test('a page that is not the one fetched is told by the hash noted then', () => {
    const path = 'articles/1/fetches/1.page';
    const found = judged((files) => {
      edit(files, path, 'Meta', 'Beta');
      remake(files);
    });
    expect(found).toEqual([{ path, kind: 'page' }]);
  });

  test('a changed text is told by the root that was noted', () => {
    const change = (files: Files) => {
      edit(files, 'articles/1/text.txt', 'Meta', 'Beta');
      remake(files);
    };
    expect(judged(change)).toEqual([]);
    expect(judged(change, made.root)).toEqual([{ path: MANIFEST, kind: 'root' }]);
  });

  test('a manifest that says the same in other bytes has another root', () => {
    const change = (files: Files) => edit(files, MANIFEST, '{\n', '{ \n');
    expect(judged(change)).toEqual([{ path: MANIFEST_HASH, kind: 'root' }]);
  });
});

test('a manifest of another program, or one that lists a file twice, is none', () => {
  expect(judged((files) => edit(files, MANIFEST, 'standoff-evidence', 'other'))).toEqual([
    { path: MANIFEST, kind: 'manifest' },
  ]);
  const twice = judged((files) => {
    edit(files, MANIFEST, /"files": \[\n( {4}\{[\s\S]*?\n {4}\},\n)/, '"files": [\n$1$1');
    remake(files);
  });
  expect(twice).toEqual([{ path: 'README.txt', kind: 'manifest' }]);
});

describe('an archive that other programs could unpack otherwise', () => {
  const refused = (archive: Uint8Array) => {
    const { ok, problems } = verifyBundle(archive, null);
    expect(ok).toBe(false);
    return problems.map(({ kind, message }) => `${kind}: ${message}`).join('\n');
  };
  const zip = (files: Record<string, Uint8Array>) => zipSync(files, { mtime: new Date(1980, 0, 1) });
  /** An archive of one file that says another size of it, in both places. */
  const claiming = (bytes: number, content: Uint8Array) => {
    const archive = zip({ 'manifest.json': content });
    const view = new DataView(archive.buffer);
    view.setUint32(22, bytes, true);
    view.setUint32(view.getUint32(archive.length - 6, true) + 24, bytes, true);
    return archive;
  };
  const changed = (from: number, bytes: readonly number[]) => {
    const copy = Uint8Array.from(made.archive);
    copy.set(bytes, from < 0 ? copy.length + from : from);
    return copy;
  };

  test.each(['../escape.txt', '/etc/passwd', 'a\\b.txt', 'C:/x.txt', 'a/./b', 'a//b', 'a/', '\u202etxt.zip'])(
    'with the path %s is refused',
    (path) => expect(refused(zip({ [path]: Buffer.from('x') }))).toMatch(/no file of a bundle/),
  );

  test('with bytes before, between or behind its files is refused', () => {
    expect(refused(Buffer.concat([made.archive, Buffer.from('more')]))).toMatch(/not a whole one/);
    expect(refused(Buffer.concat([Buffer.from('more'), made.archive]))).toMatch(/archive/);
    expect(refused(made.archive.subarray(0, -1))).toMatch(/not a whole one/);
    expect(refused(new Uint8Array())).toMatch(/not a whole one/);
    expect(refused(Buffer.from('a text, no archive at all, long enough for one'))).toMatch(/not a whole one/);
  });

  test('that claims other sizes or places than it has is refused', () => {
    const view = new DataView(made.archive.buffer, made.archive.byteOffset);
    const directory = view.getUint32(made.archive.length - 6, true);
    // A symbolic link, for programs that look at the attributes.
    expect(refused(changed(directory + 38, [0, 0, 0xed, 0xa1]))).toMatch(/not stored as a bundle stores/);
    expect(refused(changed(directory + 24, [1, 0, 0, 0]))).toMatch(/not stored as a bundle stores/);
    expect(refused(changed(directory + 42, [9]))).toMatch(/not stored as a bundle stores/);
    expect(refused(changed(-6, [0xff, 0xff, 0xff, 0xff]))).toMatch(/not a whole one/);
    expect(refused(changed(-12, [0xff, 0xff]))).toMatch(/claims 65535 files/);
    expect(refused(changed(30, [0x58]))).toMatch(/not stored as a bundle stores/);
  });

  test('that claims to unpack to more than a bundle may hold is not unpacked at all', () => {
    expect(refused(claiming(0x7fff_ffff, Buffer.from('x')))).toMatch(/more than 1000000000 bytes/);
  });

  test('that unpacks to far more than it says costs no memory', () => {
    const bomb = claiming(100, new Uint8Array(20_000_000));
    const before = process.memoryUsage().arrayBuffers;
    expect(refused(bomb)).toMatch(/cannot be unpacked to the 100 bytes/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2_000_000);
  });
});
