import { z } from 'zod';
import { type Files, MANIFEST, MANIFEST_HASH, type Manifest, sha256 } from './files.ts';
import { ArchiveError, unzip } from './unzip.ts';

/** What was found wrong with one file, or with the archive as a whole (`path` is null). */
export interface Problem {
  path: string | null;
  kind: 'archive' | 'manifest' | 'root' | 'missing' | 'extra' | 'changed' | 'page';
  message: string;
}

export interface Verification {
  ok: boolean;
  /** SHA-256 of the manifest; null where there is none. */
  root: string | null;
  /** Whether it is the one that the user noted when the bundle was made; null where none was given. */
  rootAsNoted: boolean | null;
  manifest: Omit<Manifest, 'files'> | null;
  /** Files that are as the manifest says, and how many it lists. */
  intact: number;
  listed: number;
  articles: number;
  /** Archived pages whose bytes have the SHA-256 that was noted when they were fetched. */
  pages: number;
  problems: Problem[];
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const manifestSchema = z.strictObject({
  format: z.literal('standoff-evidence'),
  formatVersion: z.literal(1),
  tool: z.string(),
  subject: z.strictObject({ kind: z.enum(['story', 'article']), id: z.number().int().positive() }),
  stateAt: z.string(),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number().int().nonnegative(), sha256: hash })),
});
const fetchSchema = z.looseObject({ sha256: hash, bytes: z.number().int(), archived: z.boolean() });

const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** A file as JSON of a shape; undefined where it is not. */
function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array | undefined): T | undefined {
  try {
    return bytes && schema.parse(JSON.parse(utf8(bytes)));
  } catch {
    return undefined;
  }
}

function checkListed(files: Files, listed: Manifest['files']): Problem[] {
  return listed.flatMap(({ path, bytes, sha256: expected }): Problem[] => {
    const content = files.get(path);
    if (content === undefined)
      return [{ path, kind: 'missing', message: 'stands in the manifest and is not there' }];
    const actual = sha256(content);
    if (actual === expected && content.length === bytes) return [];
    return [{ path, kind: 'changed', message: `has SHA-256 ${actual}, the manifest says ${expected}` }];
  });
}

function checkExtra(files: Files, { files: listed }: Manifest): Problem[] {
  const known = new Set([MANIFEST, MANIFEST_HASH, ...listed.map(({ path }) => path)]);
  const extra = [...files.keys()].filter((path) => !known.has(path));
  const seen = new Set<string>();
  const twice = listed.filter(({ path }) => seen.size === seen.add(path).size);
  return [
    ...extra.map(
      (path): Problem => ({ path, kind: 'extra', message: 'is there and does not stand in the manifest' }),
    ),
    ...twice.map(
      ({ path }): Problem => ({ path, kind: 'manifest', message: 'stands in the manifest twice' }),
    ),
  ];
}

const FETCH = /^articles\/\d+\/fetches\/\d+(?=\.json$)/;

/** Archived pages against what was noted of them when they were fetched. */
function checkPages(files: Files): { pages: number; problems: Problem[] } {
  const problems: Problem[] = [];
  let pages = 0;
  for (const [path, content] of files) {
    const base = FETCH.exec(path)?.[0];
    if (base === undefined) continue;
    const noted = parsed(fetchSchema, content);
    const page = files.get(`${base}.page`);
    const wrong = (message: string) => problems.push({ path: `${base}.page`, kind: 'page', message });
    if (noted === undefined) wrong('has no readable note of its fetch');
    else if (noted.archived !== (page !== undefined))
      wrong(page ? 'was not archived' : 'was archived and is not there');
    else if (page && (sha256(page) !== noted.sha256 || page.length !== noted.bytes))
      wrong(`is not the page that was fetched, whose SHA-256 was ${noted.sha256}`);
    else if (page) pages += 1;
  }
  return { pages, problems };
}

function checkRoot(files: Files, root: string, noted: string | null): Problem[] {
  const problems: Problem[] = [];
  const line = files.get(MANIFEST_HASH);
  if (line === undefined) problems.push({ path: MANIFEST_HASH, kind: 'missing', message: 'is not there' });
  else if (!Buffer.from(line).equals(Buffer.from(`${root}  ${MANIFEST}\n`)))
    problems.push({
      path: MANIFEST_HASH,
      kind: 'root',
      message: `does not hold the manifest’s SHA-256, ${root}`,
    });
  if (noted !== null && noted !== root)
    problems.push({
      path: MANIFEST,
      kind: 'root',
      message: `has root ${root}, not the ${noted} that was noted`,
    });
  return problems;
}

const FAILED: Verification = {
  ok: false,
  root: null,
  rootAsNoted: null,
  manifest: null,
  intact: 0,
  listed: 0,
  articles: 0,
  pages: 0,
  problems: [],
};

/**
 * Whether a bundle is as it was made. Bounded in memory; throws for nothing that stands in the file.
 * @param noted the root hash that was printed when it was made, or null; without it nothing tells of an archive that was
 *   changed as a whole, manifest included
 */
export function verifyBundle(archive: Uint8Array, noted: string | null): Verification {
  let files: Files;
  try {
    files = unzip(archive);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { ...FAILED, problems: [{ path: null, kind: 'archive', message: error.message }] };
  }
  const bytes = files.get(MANIFEST);
  const manifest = parsed(manifestSchema, bytes);
  if (bytes === undefined || manifest === undefined) {
    const message = bytes ? 'is no manifest of a bundle that this version reads' : 'is not there';
    return { ...FAILED, problems: [{ path: MANIFEST, kind: 'manifest', message }] };
  }
  const root = sha256(bytes);
  const { files: listed, ...about } = manifest;
  const broken = checkListed(files, listed);
  const { pages, problems } = checkPages(files);
  const all = [...checkRoot(files, root, noted), ...broken, ...checkExtra(files, manifest), ...problems];
  return {
    ok: all.length === 0,
    root,
    rootAsNoted: noted === null ? null : noted === root,
    manifest: about,
    intact: listed.length - broken.length,
    listed: listed.length,
    articles: listed.filter(({ path }) => /^articles\/\d+\/article\.json$/.test(path)).length,
    pages,
    problems: all,
  };
}
