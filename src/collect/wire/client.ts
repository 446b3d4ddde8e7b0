import { Agent, request } from 'undici';
import { readBody } from '../http/body.ts';
import { bodyFailureCode, failureCode } from '../http/failure.ts';
import { createGuard } from '../http/guard.ts';
import { parseRetryAfter } from '../http/retry-after.ts';

export interface WireSettings {
  /** The customer's base URL. It is the key to the wire: no message, result or error of this module holds any of it. */
  base: string;
  /** What the user knows the base URL by (its environment variable); named in messages. */
  urlName: string;
  userAgent: string;
  /** For one request, body included. */
  timeoutMs: number;
  /** Largest answer, decoded. */
  maxBytes: number;
  /** Hosts that may be private or loopback (see `createGuard`). */
  allowPrivate: string[];
}

export interface WireFailure {
  kind: 'failed';
  code: string;
  /** A sentence for the operator, without any part of the base URL. */
  message: string;
  status: number | null;
  /** How long the wire asks to be left alone, in ms; null where it says nothing. */
  retryAfterMs: number | null;
}

export type WireAnswer =
  | {
      kind: 'entries';
      /** As they came, each with its `_wireq_receipt`. */
      entries: unknown[];
      status: number;
      bytes: number;
      retryAfterMs: number | null;
    }
  | WireFailure;

/** `gone`: the receipt is used up or timed out; the entry, if it is still in the queue, comes again. */
export type Acknowledgement = { kind: 'done' } | { kind: 'gone' } | WireFailure;

export interface WireClient {
  /** The next entries of the queue, at most 50. They stay in it, hidden, until acknowledged or their receipts time out. */
  fetch(): Promise<WireAnswer>;
  /** Takes an entry out of the queue. */
  acknowledge(receipt: string): Promise<Acknowledgement>;
  close(): Promise<void>;
}

interface Sent {
  status: number;
  retryAfterMs: number | null;
  body: Uint8Array;
}

/** Where receipts end up is a path: these would lead out of it. */
const NO_RECEIPT = new Set(['', '.', '..']);

/** Whether a receipt, as it came, can be sent back. */
export function isReceipt(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 4096 && !NO_RECEIPT.has(value);
}

/**
 * A client for dpa's wireQ, the queue from which a customer pulls digitalwires entries. It follows no redirect, which
 * could carry the secret URL elsewhere, and never throws for what the wire does. After dpa-newslab's example
 * importer (get_delete_import).
 * @param now gives the time (injected by tests)
 * @throws where the base URL is none
 */
export function createWireClient(settings: WireSettings, now: () => Date = () => new Date()): WireClient {
  const { urlName } = settings;
  if (!URL.canParse(settings.base)) throw new Error(`${urlName} is no URL`);
  const base = new URL(settings.base);
  base.pathname = base.pathname.replace(/\/*$/, '/');
  const guard = createGuard(settings.allowPrivate);
  const agent = new Agent({ connections: 1, connect: guard.connect });

  async function send(method: 'GET' | 'DELETE', path: string): Promise<Sent | WireFailure> {
    let answered = false;
    try {
      const url = new URL(path, base);
      if (guard.refusal(url) !== null) return failure('blocked-address', null, null, urlName);
      const response = await request(url, {
        method,
        dispatcher: agent,
        headers: {
          'user-agent': settings.userAgent,
          accept: 'application/json',
          'accept-encoding': 'gzip, br',
        },
        signal: AbortSignal.timeout(settings.timeoutMs),
      });
      answered = true;
      const { statusCode: status, headers } = response;
      const field = (name: string) => [headers[name]].flat()[0];
      const retryAfterMs = parseRetryAfter(field('retry-after'), field('date'), now());
      if (status < 200 || status > 299) {
        await response.body.dump({ limit: 16_384 });
        return failure('http', status, retryAfterMs, urlName);
      }
      const body = await readBody(response.body, field('content-encoding'), settings.maxBytes);
      return { status, retryAfterMs, body };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      const code = timedOut ? 'timeout' : answered ? bodyFailureCode(error) : failureCode(error);
      return failure(code, null, null, urlName);
    }
  }

  return {
    fetch: async () => {
      const sent = await send('GET', 'entries.json');
      if ('kind' in sent) return sent;
      const { status, retryAfterMs, body } = sent;
      const entries = entriesOf(body);
      if (entries === null) return failure('no-wire', status, retryAfterMs, urlName);
      return { kind: 'entries', entries, status, bytes: body.byteLength, retryAfterMs };
    },
    acknowledge: async (receipt) => {
      const sent = await send('DELETE', `entry/${encodeURIComponent(receipt)}`);
      if (!('kind' in sent)) return { kind: 'done' };
      return sent.status === 404 || sent.status === 410 ? { kind: 'gone' } : sent;
    },
    close: () => agent.close(),
  };
}

function entriesOf(body: Uint8Array): unknown[] | null {
  try {
    const answer: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof answer !== 'object' || answer === null || !('entries' in answer)) return null;
    return Array.isArray(answer.entries) ? answer.entries : null;
  } catch {
    return null;
  }
}

const ADVICE: Record<string, (urlName: string) => string> = {
  'blocked-address': (name) =>
    `${name} leads to an address that is not public; list its host under allowPrivate if it is yours`,
  'no-wire': (name) => `the answer holds no list of entries; check that ${name} is the base URL of a wireQ`,
  'too-large': () => 'the wire sent more than maxSize; raise it if this is expected',
  dns: (name) => `the wire's host has no address in DNS; check ${name} and this machine's DNS`,
};

function failure(
  code: string,
  status: number | null,
  retryAfterMs: number | null,
  urlName: string,
): WireFailure {
  const advice =
    code === 'http'
      ? statusAdvice(status ?? 0, urlName)
      : (ADVICE[code]?.(urlName) ?? 'the wire could not be asked; it is tried again later');
  return { kind: 'failed', code, message: advice, status, retryAfterMs };
}

function statusAdvice(status: number, urlName: string): string {
  if (status === 429) return 'the wire was asked too often (429); it is left alone as long as it wants';
  if (status >= 500) return `the wire answered with ${status}; it is tried again later`;
  if (status >= 300 && status <= 399)
    return `the wire redirects (${status}), which is not followed; take the new base URL from dpa's API portal into ${urlName}`;
  return `the wire answered with ${status}; check ${urlName} in dpa's API portal`;
}
