import { createHash } from 'node:crypto';
import type { Feed, Instant, Language, ParsedFeed } from '../model/index.ts';
import type { parseFeed } from './feed/parse.ts';
import type { Http } from './http/client.ts';
import { freshForMs } from './http/freshness.ts';
import type { HttpFailed, HttpNotModified, HttpOk, Validators } from './http/result.ts';
import { linkedHub } from './websub/link-header.ts';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, */*;q=0.8';

/** One feed to be asked, with all that is known of it; plain data. */
export interface PollJob {
  feed: Feed;
  source: { id: string; timezone: string; languages: Language[] };
  /** As the last successful poll gave them; null before the first. */
  validators: Validators | null;
  /** SHA-256 (hex) of the last body taken in; null before the first. */
  bodySha256: string | null;
  /** Hashes of the items already taken in. */
  known: ReadonlySet<string>;
}

interface PollReport {
  sourceId: string;
  feedUrl: string;
  fetchedAt: Instant;
  durationMs: number;
  status: number | null;
  finalUrl: string;
  /** The feed's new address, where every redirect on the way was permanent. */
  movedTo: string | null;
  /** See `nextPoll`. */
  freshForMs: number | null;
  retryAfterMs: number | null;
}

export interface PollChanged extends PollReport {
  outcome: 'changed';
  parsed: ParsedFeed;
  /** To be stored in the transaction that stores the entries, not before. */
  validators: Validators;
  bodySha256: string;
  /** Size of the decoded body. */
  bytes: number;
}

export interface PollUnchanged extends PollReport {
  outcome: 'unchanged';
  validators: Validators;
  /** The server sent the same bytes once more instead of a 304. */
  resent: boolean;
}

export interface PollFailed extends PollReport {
  outcome: 'failed';
  /** A `FailureCode` of the request, or a `FeedErrorCode` of the reading. */
  code: string;
  message: string;
  /** 410: not to be asked again. */
  gone: boolean;
}

/** Plain data: it may cross threads and queues. */
export type PollResult = PollChanged | PollUnchanged | PollFailed;

/** How a document is read: `parseFeed` itself, or the same in a thread with a time limit. */
export type ParseFeed = typeof parseFeed;

/**
 * Asks one feed, conditionally where it ever gave validators, and reads the items not known yet. Stateless, and
 * throws for nothing that the web does. Validators of a document that could not be read are not passed on, so that
 * it is asked for again in full.
 */
export async function pollFeed(job: PollJob, http: Http, parse: ParseFeed): Promise<PollResult> {
  const started = performance.now();
  const answer = await http.get(job.feed.url, { validators: job.validators ?? undefined, accept: ACCEPT });
  const result = answer.kind === 'ok' ? await take(job, answer, parse) : withoutBody(job, answer);
  return { ...result, durationMs: Math.round(performance.now() - started) };
}

function withoutBody(job: PollJob, answer: HttpNotModified | HttpFailed): PollResult {
  if (answer.kind === 'not-modified')
    return { ...report(job, answer), outcome: 'unchanged', validators: answer.validators, resent: false };
  const { code, message, status } = answer;
  return { ...report(job, answer), outcome: 'failed', code, message, gone: status === 410 };
}

async function take(job: PollJob, answer: HttpOk, parse: ParseFeed): Promise<PollResult> {
  const { body, contentType, url, validators } = answer;
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  if (bodySha256 === job.bodySha256)
    return { ...report(job, answer), outcome: 'unchanged', validators, resent: true };
  try {
    const { timezone } = job.source;
    const document = await parse(body, { contentType, url, timezone, known: job.known });
    const hints = { ...document.hints, ...linkedHub(answer.headers.link, url) };
    const parsed = { ...document, hints };
    const bytes = body.byteLength;
    return { ...report(job, answer), outcome: 'changed', parsed, validators, bodySha256, bytes };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    const message = error instanceof Error ? error.message : String(error);
    // A home page that every old address now leads to is no new address of the feed.
    return { ...report(job, answer), movedTo: null, outcome: 'failed', code, message, gone: false };
  }
}

function report(job: PollJob, answer: HttpOk | HttpNotModified | HttpFailed): PollReport {
  return {
    sourceId: job.source.id,
    feedUrl: job.feed.url,
    fetchedAt: answer.fetchedAt,
    durationMs: 0,
    status: answer.status,
    finalUrl: answer.url,
    movedTo: answer.kind === 'failed' ? null : answer.permanentUrl,
    freshForMs: answer.kind === 'failed' ? null : freshForMs(answer.headers, new Date(answer.fetchedAt)),
    retryAfterMs: answer.kind === 'failed' ? answer.retryAfterMs : null,
  };
}
