import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The customer's secret: a part of the base URL. */
export const SECRET = 'kunde-4711-streng-geheim';

/** What a test may do to a request: cut the connection before or after the wire acted, or answer something else. */
export type WireFault =
  | 'cut-before'
  | 'cut-after'
  | { status: number; body?: string; headers?: Record<string, string> };

export interface WireCall {
  kind: 'fetch' | 'acknowledge' | 'other';
  method: string;
  path: string;
  status: number;
}

export interface FakeWireq {
  /** Base URL of the customer. */
  base: string;
  origin: string;
  calls: WireCall[];
  /** Requests that came sooner than the last `retry-after` allowed. */
  tooEarly: number;
  /** What the queue still holds, hidden entries included. */
  queue(): Record<string, unknown>[];
  put(...entries: unknown[]): void;
  fault: ((call: Pick<WireCall, 'kind'>) => WireFault | undefined) | null;
  close(): Promise<void>;
}

interface Waiting {
  entry: unknown;
  receipt: string | null;
  hiddenUntil: number;
}

interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

const PER_POLL = 50;

export interface FakeWireqOptions {
  now: () => Date;
  /** How long a receipt is good for, in ms. */
  receiptLifeMs?: number;
  /** Polls a minute before it answers 429. */
  pollsPerMinute?: number;
}

/** The queue itself: at most 50 a poll, handed out with a receipt and hidden until it times out. */
function createQueue({ now, receiptLifeMs = 200_000, pollsPerMinute = 6 }: FakeWireqOptions) {
  const waiting: Waiting[] = [];
  const usedUp = new Set<string>();
  const polls: number[] = [];
  let receipts = 0;

  const expire = (at: number): void => {
    for (const item of waiting) {
      if (item.receipt === null || item.hiddenUntil > at) continue;
      usedUp.add(item.receipt);
      item.receipt = null;
    }
  };

  const fetch = (): Answer => {
    const at = now().getTime();
    expire(at);
    polls.push(at);
    if (polls.filter((poll) => poll > at - 60_000).length > pollsPerMinute)
      return { status: 429, body: {}, headers: { 'retry-after': '3600' } };
    const visible = waiting.filter(({ receipt }) => receipt === null);
    const entries = visible.slice(0, PER_POLL).map((item) => {
      receipts += 1;
      item.receipt = `rcpt/${receipts}+=`;
      item.hiddenUntil = at + receiptLifeMs;
      return { ...(structuredClone(item.entry) as object), _wireq_receipt: item.receipt };
    });
    const more = visible.length > PER_POLL;
    return { status: 200, body: { entries }, headers: { 'retry-after': more ? '10' : '50' } };
  };

  const acknowledge = (receipt: string): Answer => {
    expire(now().getTime());
    if (usedUp.has(receipt)) return { status: 410 };
    const index = waiting.findIndex((item) => item.receipt === receipt);
    if (index < 0) return { status: 404 };
    waiting.splice(index, 1);
    usedUp.add(receipt);
    return { status: 204 };
  };

  return { waiting, fetch, acknowledge };
}

/** dpa's wireQ on loopback, strict: wrong paths, methods, bodies and impatience are refused or counted. */
export async function fakeWireq(options: FakeWireqOptions): Promise<FakeWireq> {
  const queue = createQueue(options);
  let allowedAt = 0;

  const kindOf = (method: string, path: string): WireCall['kind'] => {
    if (method === 'GET' && path === `/${SECRET}/entries.json`) return 'fetch';
    return method === 'DELETE' && path.startsWith(`/${SECRET}/entry/`) ? 'acknowledge' : 'other';
  };
  const refusal = (path: string, headers: IncomingMessage['headers']): Answer => {
    if (!path.startsWith(`/${SECRET}/`)) return { status: 403 };
    return { status: headers['user-agent'] ? 405 : 400 };
  };
  const answer = (kind: WireCall['kind'], path: string, request: IncomingMessage): Answer => {
    const { headers } = request;
    if (kind === 'other' || !headers['user-agent'] || headers['content-length'] || headers.cookie)
      return refusal(path, headers);
    if (kind === 'acknowledge')
      return queue.acknowledge(decodeURIComponent(path.slice(`/${SECRET}/entry/`.length)));
    if (options.now().getTime() < allowedAt) fake.tooEarly += 1;
    const given = queue.fetch();
    allowedAt = options.now().getTime() + Number(given.headers?.['retry-after']) * 1000;
    return given;
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url: path = '' } = request;
    const kind = kindOf(method, path);
    const call: WireCall = { kind, method, path, status: 0 };
    fake.calls.push(call);
    const fault = fake.fault?.({ kind });
    if (fault === 'cut-before') return void request.socket.destroy();
    const given = typeof fault === 'object' ? fault : answer(kind, path, request);
    call.status = given.status;
    if (fault === 'cut-after') return void request.socket.destroy();
    response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
    const { body } = given;
    response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
  };

  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeWireq = {
    base: `${origin}/${SECRET}`,
    origin,
    calls: [],
    tooEarly: 0,
    queue: () => queue.waiting.map(({ entry }) => entry as Record<string, unknown>),
    put: (...entries) =>
      void queue.waiting.push(...entries.map((entry) => ({ entry, receipt: null, hiddenUntil: 0 }))),
    fault: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}
