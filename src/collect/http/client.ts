import { Agent, type Dispatcher, request } from 'undici';
import { readBody } from './body.ts';
import { bodyFailureCode, Failure, failureCode, failureMessage, statusMessage } from './failure.ts';
import { createGuard, type Guard } from './guard.ts';
import type { Answer, FailureCode, Hop, HttpFailed, HttpResult, Validators } from './result.ts';
import { parseRetryAfter } from './retry-after.ts';

export interface HttpSettings {
  /** Names the bot and a contact, `standoff/1.0 (+https://example.org/bot; bot@example.org)`. */
  userAgent: string;
  /** For a whole `get`, redirects and body included. */
  timeoutMs: number;
  /** Largest decoded body. */
  maxBytes: number;
  maxRedirects: number;
  /** Hosts that may be private or loopback (see `createGuard`); normally empty. */
  allowPrivate: string[];
}

export interface GetOptions {
  /** Sent as they are; an absent one is not sent, none is ever made up. */
  validators?: Validators | undefined;
  accept?: string | undefined;
  maxBytes?: number | undefined;
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface Http {
  /** Fetches one document. Never throws for what the web does: trouble is a result of kind `failed`. */
  get(url: string, options?: GetOptions): Promise<HttpResult>;
  /** Sends a form once, under the same guard; only redirects that keep the method (307, 308) are followed. */
  post(url: string, form: URLSearchParams, options?: PostOptions): Promise<HttpResult>;
  close(): Promise<void>;
}

export type PostOptions = Pick<GetOptions, 'maxBytes' | 'timeoutMs' | 'signal'>;

const WEB = new Set(['http:', 'https:']);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FORM_REDIRECTS = new Set([307, 308]);
const PERMANENT = new Set([301, 308]);
const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/**
 * A polite, guarded HTTP client: no cookies, no Referer, one connection per origin, decoded bytes capped.
 * @param now gives the time (injected by tests)
 * @throws where the settings are wrong: a User-Agent without a contact, a malformed `allowPrivate`
 */
export function createHttp(settings: HttpSettings, now: () => Date = () => new Date()): Http {
  if (!/@|https?:\/\//.test(settings.userAgent))
    throw new Error('userAgent must name a contact: an e-mail address or a URL that publishers can turn to');
  const guard = createGuard(settings.allowPrivate);
  const agent = new Agent({
    connections: 1,
    // A connection for each request: a kept one that the server has just dropped would look like its failure.
    pipelining: 0,
    maxHeaderSize: 65_536,
    connect: guard.connect,
  });
  return {
    get: (url, options = {}) => ask(url, options, { settings, guard, agent, now }),
    post: (url, form, options = {}) =>
      ask(url, { ...options, form: form.toString() }, { settings, guard, agent, now }),
    close: () => agent.close(),
  };
}

/** With a form it is a POST, else a GET. */
type AskOptions = GetOptions & { form?: string };

interface Parts {
  settings: HttpSettings;
  guard: Guard;
  agent: Agent;
  now: () => Date;
}

/** Where the request has come to, so that trouble can be told of the right hop. */
interface Journey {
  url: URL;
  status: number | null;
  headers: Record<string, string>;
  hops: Hop[];
}

async function ask(address: string, options: AskOptions, parts: Parts): Promise<HttpResult> {
  if (!URL.canParse(address)) return failed('bad-url', 'not a URL', null, address, parts.now());
  const journey: Journey = { url: new URL(address), status: null, headers: {}, hops: [] };
  const timeout = AbortSignal.timeout(options.timeoutMs ?? parts.settings.timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  try {
    return await travel(journey, options, signal, parts);
  } catch (error) {
    const stopped = timeout.aborted ? 'timeout' : options.signal?.aborted ? 'aborted' : null;
    const code = stopped ?? (inBody(journey) ? bodyFailureCode(error) : failureCode(error));
    const detail = error instanceof Error ? error.message : String(error);
    return failed(code, detail, journey, address, parts.now());
  }
}

function inBody(journey: Journey): boolean {
  return journey.status !== null && journey.status >= 200 && journey.status <= 299;
}

/** Follows redirects to the final answer and reads it. */
async function travel(
  journey: Journey,
  options: AskOptions,
  signal: AbortSignal,
  parts: Parts,
): Promise<HttpResult> {
  const redirects = options.form === undefined ? REDIRECTS : FORM_REDIRECTS;
  for (;;) {
    if (!WEB.has(journey.url.protocol)) throw new Failure('bad-url', 'only http and https are fetched');
    const refusal = parts.guard.refusal(journey.url);
    if (refusal !== null) throw new Failure('blocked-address', refusal);
    const response = await send(journey.url, options, signal, parts);
    journey.status = response.statusCode;
    journey.headers = flatten(response.headers);
    if (!redirects.has(response.statusCode)) return await settle(journey, response, options, parts);
    await discard(response);
    journey.hops.push({ url: withoutLogin(journey.url), status: response.statusCode });
    journey.url = nextUrl(journey, parts.settings.maxRedirects);
  }
}

function send(
  url: URL,
  options: AskOptions,
  signal: AbortSignal,
  parts: Parts,
): Promise<Dispatcher.ResponseData> {
  const headers: Record<string, string> = {
    'user-agent': parts.settings.userAgent,
    accept: options.accept ?? '*/*',
    'accept-encoding': 'gzip, br',
  };
  const { etag, lastModified } = options.validators ?? NO_VALIDATORS;
  if (etag !== null) headers['if-none-match'] = etag;
  if (lastModified !== null) headers['if-modified-since'] = lastModified;
  if (url.username !== '' || url.password !== '') {
    const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.authorization = `Basic ${Buffer.from(login).toString('base64')}`;
  }
  if (options.form === undefined)
    return request(withoutLogin(url), { dispatcher: parts.agent, headers, signal });
  headers['content-type'] = 'application/x-www-form-urlencoded';
  return request(withoutLogin(url), {
    ...{ method: 'POST', body: options.form, dispatcher: parts.agent, headers, signal },
  });
}

/** Turns the final answer into a result; what is no document is thrown as a Failure. */
async function settle(
  journey: Journey,
  response: Dispatcher.ResponseData,
  options: GetOptions,
  parts: Parts,
): Promise<HttpResult> {
  const { statusCode: status, body: stream } = response;
  const { headers } = journey;
  const answer = answerOf(journey, status, parts.now());
  const sent = options.validators ?? NO_VALIDATORS;
  const etag = headers.etag ?? null;
  const lastModified = headers['last-modified'] ?? null;
  if (status >= 200 && status <= 299 && status !== 206) {
    const maxBytes = options.maxBytes ?? parts.settings.maxBytes;
    const body = await readBody(stream, headers['content-encoding'], maxBytes);
    const contentType = headers['content-type'] ?? null;
    return { kind: 'ok', ...answer, contentType, body, validators: { etag, lastModified } };
  }
  await discard(response);
  if (status === 304 && (sent.etag !== null || sent.lastModified !== null)) {
    const validators = { etag: etag ?? sent.etag, lastModified: lastModified ?? sent.lastModified };
    return { kind: 'not-modified', ...answer, validators };
  }
  throw status === 206 ? new Failure('truncated', 'a part only') : new Failure('http', statusMessage(status));
}

function answerOf(journey: Journey, status: number, at: Date): Answer {
  const permanent = journey.hops.length > 0 && journey.hops.every((hop) => PERMANENT.has(hop.status));
  return {
    status,
    url: withoutLogin(journey.url),
    hops: journey.hops,
    permanentUrl: permanent ? journey.url.href : null,
    headers: journey.headers,
    fetchedAt: at.toISOString(),
  };
}

/** Where the last answer points. A fragment of the old address does not carry over; a login only to the same origin. */
function nextUrl(journey: Journey, maxRedirects: number): URL {
  const here = journey.url;
  // Header bytes arrive as latin-1; browsers read those of a Location as UTF-8.
  const location = Buffer.from(journey.headers.location ?? '', 'latin1').toString();
  if (location === '' || !URL.canParse(location, here.href))
    throw new Failure('bad-redirect', 'without a usable address');
  const next = new URL(location, here.href);
  if (!WEB.has(next.protocol)) throw new Failure('bad-redirect', `to ${next.protocol}, which is not fetched`);
  if (next.origin === here.origin && next.username === '') {
    next.username = here.username;
    next.password = here.password;
  }
  if (journey.hops.length > maxRedirects)
    throw new Failure('redirect-loop', `more than ${maxRedirects} times`);
  if (journey.hops.some((hop) => hop.url === withoutLogin(next)))
    throw new Failure('redirect-loop', 'in a circle');
  return next;
}

function failed(
  code: FailureCode,
  detail: string,
  journey: Journey | null,
  address: string,
  at: Date,
): HttpFailed {
  const headers = journey?.headers ?? {};
  return {
    kind: 'failed',
    code,
    status: journey?.status ?? null,
    url: journey === null ? address : withoutLogin(journey.url),
    message: failureMessage(code, journey?.url.host || address.slice(0, 200), detail),
    retryAfterMs: parseRetryAfter(headers['retry-after'], headers.date, at),
    headers,
    fetchedAt: at.toISOString(),
  };
}

function withoutLogin(url: URL): string {
  const plain = new URL(url.href);
  plain.username = '';
  plain.password = '';
  plain.hash = '';
  return plain.href;
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}

/** Lets a body go that nobody reads, without waiting for a long one. */
async function discard(response: Dispatcher.ResponseData): Promise<void> {
  await response.body.dump({ limit: 16_384 });
}
