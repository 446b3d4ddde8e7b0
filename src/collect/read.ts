import { createHash } from 'node:crypto';
import type { Instant } from '../model/index.ts';
import { isAggregatorPage, outletLinkedFrom, outletUrl } from './http/aggregator.ts';
import type { Http } from './http/client.ts';
import { keptHeaders } from './http/headers.ts';
import type { Validators } from './http/result.ts';
import type { Robots } from './http/robots.ts';

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

/** One page to be read; plain data. */
export interface ReadJob {
  url: string;
  /** As the last reading gave them; null for the first. */
  validators: Validators | null;
}

/** What was fetched, for citation. */
export interface PageEvidence {
  fetchedAt: Instant;
  finalUrl: string;
  status: number;
  /** Of the decoded body, hex. */
  sha256: string;
  etag: string | null;
  lastModified: string | null;
  /** Of the decoded body. */
  bytes: number;
  /** Of the answer, lower-case names; bounded, without cookies and credentials. */
  headers: Record<string, string>;
}

export type ReadResult =
  | {
      kind: 'page';
      bytes: Uint8Array;
      contentType: string | null;
      url: string;
      evidence: PageEvidence;
      remark: string | null;
    }
  | { kind: 'unchanged' }
  | {
      kind: 'failed';
      code: string;
      message: string;
      retryAfterMs: number | null;
      /** Trying again is of no use. */
      permanent: boolean;
      /** The outlet has no such page (404, 410): it was taken down, or its feed is ahead of it. */
      missing: boolean;
    };

interface Access {
  http: Pick<Http, 'get'>;
  robots: Pick<Robots, 'check'>;
}

const HEAD_BYTES = 262_144;

/** Answers that mean the page is not there or not for us, today or ever. */
const PERMANENT = new Set([400, 401, 405, 410, 451]);
const MISSING = new Set([404, 410]);

/**
 * Reads one article page. Where the address is an aggregator's, the outlet's behind it is read; where that is not to be
 * had, the reading has failed for good, and the feed's words stay. Stateless, and throws for nothing that the web does.
 */
export async function readPage(job: ReadJob, access: Access): Promise<ReadResult> {
  const url = outletUrl(job.url) ?? job.url;
  const first = await readAt({ ...job, url }, access);
  if (first.kind !== 'page' || !isAggregatorPage(first.url)) return first;
  const outlet = outletLinkedFrom(Buffer.from(first.bytes).toString('utf8'));
  if (outlet === null) return unresolved(first.url);
  const second = await readAt({ url: outlet, validators: null }, access);
  return second.kind === 'page' && isAggregatorPage(second.url) ? unresolved(second.url) : second;
}

const unresolved = (url: string): ReadResult => ({
  kind: 'failed',
  code: 'aggregator',
  message: `${new URL(url).hostname} does not say which outlet’s page this is; add the outlet’s own feed to sources.yaml to read it`,
  retryAfterMs: null,
  permanent: true,
  missing: false,
});

/**
 * Reads one page as robots.txt and text-and-data-mining reservations allow.
 */
async function readAt(job: ReadJob, { http, robots }: Access): Promise<ReadResult> {
  const leave = await robots.check(job.url);
  if (!leave.allowed)
    return {
      kind: 'failed',
      code: 'not-allowed',
      message: leave.reason,
      retryAfterMs: null,
      permanent: true,
      missing: false,
    };
  const answer = await http.get(job.url, { validators: job.validators ?? undefined, accept: ACCEPT });
  if (answer.kind === 'not-modified') return { kind: 'unchanged' };
  if (answer.kind === 'failed') {
    const { code, message, retryAfterMs, status } = answer;
    const permanent =
      (status !== null && PERMANENT.has(status)) || code === 'blocked-address' || code === 'bad-url';
    const missing = status !== null && MISSING.has(status);
    return { kind: 'failed', code, message, retryAfterMs, permanent, missing };
  }
  const { body: bytes, contentType, url, status, fetchedAt, validators, headers } = answer;
  // Only the head is looked at, and only for ASCII: no need to know the encoding yet.
  const html = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const use = await robots.check(url, { headers, html });
  if (!use.allowed) return refusal(use.reason);
  return {
    kind: 'page',
    bytes,
    contentType,
    url,
    evidence: {
      fetchedAt,
      finalUrl: url,
      status,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      etag: validators.etag,
      lastModified: validators.lastModified,
      bytes: bytes.length,
      headers: keptHeaders(headers),
    },
    remark: use.tdmReserved === null ? null : use.reason,
  };
}

function refusal(message: string): ReadResult {
  return {
    kind: 'failed',
    code: 'not-allowed',
    message,
    retryAfterMs: null,
    permanent: true,
    missing: false,
  };
}
