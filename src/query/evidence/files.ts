import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Instant } from '../../model/index.ts';
import { README } from './readme.ts';
import type { ArticleEvidence, Evidence, RevisionRecord, Subject } from './record.ts';

/** Files of a bundle by their path. */
export type Files = Map<string, Uint8Array>;

/** What stands in `manifest.json`. */
export interface Manifest {
  format: 'standoff-evidence';
  formatVersion: 1;
  /** Name and version of the program that made it. */
  tool: string;
  subject: Subject;
  /** When the newest thing that the bundle tells of was stored: the state of the database it shows. */
  stateAt: Instant;
  /** Every file but the manifest and its hash, in order of their paths. */
  files: { path: string; bytes: number; sha256: string }[];
}

export const MANIFEST = 'manifest.json';
/** In the format of sha256sum; holds the root hash. */
export const MANIFEST_HASH = 'manifest.sha256';

/** The lines that one text has and another does not, `+` or `-` before each. */
export type Diff = (before: RevisionRecord, after: RevisionRecord) => { op: string; sentence: string }[];

/** SHA-256 in hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const text = (content: string): Uint8Array => Buffer.from(content);
const pretty = (value: unknown): Uint8Array => text(`${JSON.stringify(value, null, 2)}\n`);

function articleFiles(article: ArticleEvidence, diff: Diff): [string, Uint8Array][] {
  const { id, title, teaser, facts, fetches, revisions } = article;
  const { findings, statements, links, decisions, entries } = article;
  const at = (name: string) => `articles/${id}/${name}`;
  return [
    [at('article.json'), pretty(facts)],
    [at('title.txt'), text(`${title}\n`)],
    [at('teaser.txt'), text(`${teaser}\n`)],
    [at('text.txt'), text(`${article.text}\n`)],
    [at('findings.json'), pretty(findings)],
    [at('statements.json'), pretty(statements)],
    [at('links.json'), pretty(links)],
    [at('decisions.json'), pretty(decisions)],
    [at('entries.json'), pretty(entries)],
    ...fetches.flatMap(({ page, ...fetch }, i): [string, Uint8Array][] => [
      [at(`fetches/${i + 1}.json`), pretty({ ...fetch, archived: page !== null })],
      ...(page === null
        ? []
        : [[at(`fetches/${i + 1}.page`), gunzipSync(page)] satisfies [string, Uint8Array]]),
    ]),
    ...revisions.flatMap((revision, i): [string, Uint8Array][] => {
      const { title: headline, text: body, ...rest } = revision;
      const before = revisions[i - 1];
      const lines = before && diff(before, revision).map(({ op, sentence }) => `${op} ${sentence}\n`);
      return [
        [at(`revisions/${revision.number}.json`), pretty(rest)],
        [at(`revisions/${revision.number}.txt`), text(`${headline}\n\n${body}\n`)],
        ...(lines
          ? [[at(`revisions/${revision.number}.diff`), text(lines.join(''))] satisfies [string, Uint8Array]]
          : []),
      ];
    }),
  ];
}

/** The latest instant at which something was stored that the bundle tells of. */
function stateAt({ story, articles }: Evidence): Instant {
  const instants = [
    ...articles.flatMap(({ facts, fetches, revisions, decisions }) => [
      facts.firstSeenAt,
      facts.fetchedAt,
      ...fetches.map(({ at }) => at),
      ...revisions.map(({ seenAt }) => seenAt),
      ...decisions.map(({ at }) => at),
    ]),
    ...(story?.articles ?? []).map(({ joinedAt }) => joinedAt),
    ...(story?.wording ?? []).map(({ at }) => at),
    ...(story?.corrections ?? []).flatMap(({ at, undoneAt }) => [at, undoneAt]),
    ...(story?.deliveries ?? []).flatMap(({ createdAt, sentAt, editedAt }) => [createdAt, sentAt, editedAt]),
  ];
  return instants.reduce<Instant>((a, b) => (typeof b === 'string' && b > a ? b : a), '');
}

/**
 * The files of a bundle, by nothing but what is stored: the same state of the database gives the same bytes.
 * @param tool name and version of this program
 * @returns the files in order of their paths, manifest and its hash first; `root` is the SHA-256 of the manifest
 */
export function bundleFiles(evidence: Evidence, diff: Diff, tool: string): { files: Files; root: string } {
  const { story, subject, articles } = evidence;
  const contents: [string, Uint8Array][] = [
    ['README.txt', text(README)],
    ...(story ? [['story.json', pretty(story)] satisfies [string, Uint8Array]] : []),
    ...articles.flatMap((article) => articleFiles(article, diff)),
  ];
  contents.sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest: Manifest = {
    format: 'standoff-evidence',
    formatVersion: 1,
    tool,
    subject,
    stateAt: stateAt(evidence),
    files: contents.map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const manifestBytes = pretty(manifest);
  const root = sha256(manifestBytes);
  return {
    files: new Map([[MANIFEST, manifestBytes], [MANIFEST_HASH, text(`${root}  ${MANIFEST}\n`)], ...contents]),
    root,
  };
}
