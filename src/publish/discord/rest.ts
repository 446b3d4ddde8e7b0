import type { File } from 'node:buffer';
import { DefaultRestOptions, type RateLimitData, type RawFile, REST, type RESTOptions } from 'discord.js';
import { MediumError } from '../medium.ts';
import { mediumError } from './errors.ts';
import { LongLimits, longestWait } from './rate-limits.ts';

/** One request, from connecting to the last byte of the answer. */
const TIMEOUT_MS = 15_000;
const LARGEST_ANSWER = 8_000_000;

type Request = RESTOptions['makeRequest'];

type Init = Parameters<Request>[1];

const isForm = (body: unknown): body is Iterable<[string, string | File]> =>
  Object.prototype.toString.call(body) === '[object FormData]';

/**
 * The request with its form as bytes. discord.js makes the form with its own undici and sends it by the process's
 * dispatcher, which is whichever undici was loaded first: ours does not know the other's forms.
 */
async function withPlainBody(init: Init): Promise<Init> {
  const given: unknown = init.body;
  if (!isForm(given)) return init;
  const form = new FormData();
  for (const [name, value] of given)
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, value.name);
  const plain = new Response(form);
  const headers = new Headers(init.headers as Record<string, string>);
  headers.set('content-type', plain.headers.get('content-type') ?? '');
  return { ...init, headers: Object.fromEntries(headers), body: Buffer.from(await plain.arrayBuffer()) };
}

/**
 * discord.js's own transport with seven gaps closed: forms depend on the order of imports; its time limit ends with the
 * headers; an answer may be of any size; an empty one that calls itself JSON is an error; a 429 whose waiting time stands
 * in the body alone makes it ask again at once, forever; so does a 429 that is no rate limit of the route but has a code
 * of its own (30046, 20016); and a limit that is not waited for keeps the process alive (`LongLimits`).
 */
function makeRequest(timeoutMs: number): Request {
  const limits = new LongLimits();
  return async (url, init) => {
    const request = `${init.method} ${new URL(url).pathname}`;
    limits.check(request);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([timeout, init.signal]) : timeout;
    const answer = await DefaultRestOptions.makeRequest(url, { ...(await withPlainBody(init)), signal });
    if (Number(answer.headers.get('content-length') ?? 0) > LARGEST_ANSWER)
      throw new Error('the answer is too large');
    const body = await answer.arrayBuffer();
    const { status } = answer;
    const headers = new Headers([...answer.headers]);
    // discord.js would read an empty answer as JSON where its type says so.
    if (body.byteLength === 0) headers.delete('content-type');
    limits.hear({ request, status, headers, body });
    return new Response(body.byteLength > 0 ? body : null, { status, headers });
  };
}

const tooLong = ({ route, retryAfter, timeToReset, sublimitTimeout }: RateLimitData): boolean =>
  Math.max(retryAfter, timeToReset, sublimitTimeout) > longestWait(route);

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** How discord.js asks: once, for a bounded time. @param api another server than Discord's */
export const restOptions = (api: string | undefined, timeoutMs = TIMEOUT_MS): Partial<RESTOptions> => ({
  version: '10',
  retries: 0,
  timeout: timeoutMs,
  rejectOnRateLimit: tooLong,
  makeRequest: makeRequest(timeoutMs),
  ...(api !== undefined && { api }),
});

/** A client of Discord's REST interface that never repeats a request by itself: the outbox decides that. */
export interface DiscordClient {
  /** Makes a request and gives its JSON. @throws {MediumError} */
  request(method: Method, route: `/${string}`, options?: RequestOptions): Promise<unknown>;
}

interface RequestOptions {
  body?: unknown;
  /** Sent along with the body. */
  files?: RawFile[];
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
  const { token, api, timeoutMs } = options;
  const rest = new REST({ ...restOptions(api, timeoutMs), hashSweepInterval: 0, handlerSweepInterval: 0 });
  return {
    request: async (method, route, { body, files = [], query } = {}) => {
      // Set each time: a 401 makes discord.js forget it.
      if (token !== null) rest.setToken(token);
      try {
        return await rest.request({
          method: method as Parameters<REST['request']>[0]['method'],
          fullRoute: route,
          auth: token !== null,
          ...(body !== undefined && { body }),
          ...(files.length > 0 && { files }),
          ...(query && { query: new URLSearchParams(query) }),
        });
      } catch (error) {
        throw mediumError(error);
      }
    },
  };
}

/** A message's id, where it was posted to Discord. @throws {MediumError} when it was posted to another medium. */
export function discordId(id: string): string {
  if (/^\d{1,20}$/.test(id)) return id;
  throw new MediumError('gone', 'the message was posted elsewhere, before the channel’s settings changed');
}

/** The id of the message that Discord answered with. @throws {MediumError} when the answer is none. */
export function messageId(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string')
    return answer.id;
  throw new MediumError('unknown', 'Discord’s answer is no message');
}
