import type { Instant } from '../../model/index.ts';

/** What a server gave to recognise a version by; returned to it byte for byte, quotes included. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** One answered request on the way to the final one. */
export interface Hop {
  url: string;
  status: number;
}

export interface Answer {
  status: number;
  /** Where the answer came from, after redirects. */
  url: string;
  /** The redirects passed, in order; the final answer is not among them. */
  hops: Hop[];
  /** The final URL where every redirect on the way was permanent (301, 308), else null. */
  permanentUrl: string | null;
  /** Lower-case names; fields sent more than once are joined by a comma. */
  headers: Record<string, string>;
  fetchedAt: Instant;
}

export const FAILURES = [
  'bad-url',
  'blocked-address',
  'dns',
  'refused',
  'unreachable',
  'tls',
  'timeout',
  'aborted',
  'too-large',
  'truncated',
  'bad-encoding',
  'bad-response',
  'bad-redirect',
  'redirect-loop',
  'http',
] as const;
export type FailureCode = (typeof FAILURES)[number];

export interface HttpOk extends Answer {
  kind: 'ok';
  contentType: string | null;
  /** Decoded of any content coding. */
  body: Uint8Array;
  validators: Validators;
}

export interface HttpNotModified extends Answer {
  kind: 'not-modified';
  /** The ones to send next: the answer's, or those sent where it names none. */
  validators: Validators;
}

export interface HttpFailed {
  kind: 'failed';
  code: FailureCode;
  /** Of the last answer, where there was one. */
  status: number | null;
  /** The URL that failed: the one asked for, or the redirect target that could not be had. */
  url: string;
  /** A sentence for the operator: the host, what went wrong, what can be done. */
  message: string;
  /** How long the server asks to be left alone, in ms from `fetchedAt`. */
  retryAfterMs: number | null;
  headers: Record<string, string>;
  fetchedAt: Instant;
}

/** Plain data: it may cross threads and queues. */
export type HttpResult = HttpOk | HttpNotModified | HttpFailed;
