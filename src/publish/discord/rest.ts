import { DefaultRestOptions, type RateLimitData, REST, type RESTOptions } from 'discord.js';
import { MediumError } from '../medium.ts';
import { mediumError } from './errors.ts';

/** One request, from connecting to the last byte of the answer. */
const TIMEOUT_MS = 15_000;
/** Rate limits up to this long are waited out in place; for longer ones the message is put off. */
const LONGEST_WAIT_MS = 10_000;
const LARGEST_ANSWER = 8_000_000;

type Request = RESTOptions['makeRequest'];

/**
 * discord.js's own transport with three gaps closed: its time limit ends with the headers, an answer may be of any
 * size, and a 429 whose waiting time stands in the body alone makes it ask again at once, forever.
 */
const makeRequest =
  (timeoutMs: number): Request =>
  async (url, init) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([timeout, init.signal]) : timeout;
    const answer = await DefaultRestOptions.makeRequest(url, { ...init, signal });
    if (Number(answer.headers.get('content-length') ?? 0) > LARGEST_ANSWER)
      throw new Error('the answer is too large');
    const body = await answer.arrayBuffer();
    const headers = new Headers([...answer.headers]);
    if (answer.status === 429 && !(Number(headers.get('retry-after')) > 0))
      headers.set('retry-after', String(waitingTime(body)));
    return new Response(body.byteLength > 0 ? body : null, { status: answer.status, headers });
  };

/** Seconds named in a 429's body; a minute where it names none. */
function waitingTime(body: ArrayBuffer): number {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof parsed === 'object' && parsed !== null && 'retry_after' in parsed)
      return Math.max(0.05, Number(parsed.retry_after) || 60);
  } catch {
    // Not JSON: a proxy's page.
  }
  return 60;
}

const tooLong = ({ retryAfter, timeToReset, sublimitTimeout }: RateLimitData): boolean =>
  Math.max(retryAfter, timeToReset, sublimitTimeout) > LONGEST_WAIT_MS;

/** A client of Discord's REST interface that never repeats a request by itself: the outbox decides that. */
export interface DiscordClient {
  /** Makes a request and gives its JSON. @throws {MediumError} */
  request(method: 'GET' | 'POST' | 'PATCH', route: `/${string}`, options?: RequestOptions): Promise<unknown>;
}

interface RequestOptions {
  body?: unknown;
  query?: Record<string, string>;
}

/**
 * @param options.token a bot's; null for webhooks, whose token is part of the address
 * @param options.api another server than Discord's, `http://127.0.0.1:8080/api`
 * @param options.timeoutMs of one request
 */
export function discordClient(options: {
  token: string | null;
  api?: string | undefined;
  timeoutMs?: number;
}): DiscordClient {
  const { token, api, timeoutMs = TIMEOUT_MS } = options;
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: tooLong,
    makeRequest: makeRequest(timeoutMs),
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
    ...(api !== undefined && { api }),
  });
  return {
    request: async (method, route, { body, query } = {}) => {
      // Set each time: a 401 makes discord.js forget it.
      if (token !== null) rest.setToken(token);
      try {
        return await rest.request({
          method: method as Parameters<REST['request']>[0]['method'],
          fullRoute: route,
          auth: token !== null,
          ...(body !== undefined && { body }),
          ...(query && { query: new URLSearchParams(query) }),
        });
      } catch (error) {
        throw mediumError(error);
      }
    },
  };
}

/** The id of the message that Discord answered with. @throws {MediumError} when the answer is none. */
export function messageId(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string')
    return answer.id;
  throw new MediumError('unknown', 'Discord’s answer is no message');
}
