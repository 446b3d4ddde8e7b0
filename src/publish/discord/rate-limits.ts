import { MediumError } from '../medium.ts';
import { codedError } from './errors.ts';

/** Rate limits up to this long are waited out in place; for longer ones the message is put off. */
const LONGEST_WAIT_MS = 10_000;
/** Publishing has a limit of an hour: what is beyond the bot's own requests in a second is not waited for. */
const LONGEST_WAIT_TO_PUBLISH_MS = 1_000;
/** Where a 429 does not say how long. */
const UNTOLD_MS = 60_000;

/** How long a request to this route or address is kept waiting for a limit, ms. */
export const longestWait = (route: string): number =>
  route.endsWith('/crosspost') ? LONGEST_WAIT_TO_PUBLISH_MS : LONGEST_WAIT_MS;

/** A request and its answer, as far as limits are concerned. */
interface Heard {
  /** Method and path. */
  request: string;
  status: number;
  headers: Headers;
  body: ArrayBuffer;
}

function parsed(body: ArrayBuffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Not JSON: a proxy's page.
    return {};
  }
}

/** Requests that Discord counts together, as far as an address tells: those about a channel's messages. */
const bucket = (request: string): string => request.replace(/(\/messages\/)\d+/, '$1:id');

const tooLong = (waitMs: number): MediumError =>
  new MediumError('wait', `Discord limits the rate (${Math.ceil(waitMs / 1000)} s)`, {
    retryAfterMs: waitMs,
  });

/**
 * The limits of one bot or webhook that are too long to be waited for. discord.js knows them too, but begins a timer for each
 * request that meets one, which keeps the process alive to its end: an hour, where messages are published.
 */
export class LongLimits {
  readonly #until = new Map<string, number>();

  /** @throws {MediumError} where the request would meet a long limit */
  check(request: string): void {
    const now = Date.now();
    for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
    const until = this.#until.get(EVERYTHING) ?? this.#until.get(bucket(request));
    if (until !== undefined) throw tooLong(until - now);
  }

  /**
   * Learns from an answer, and mends its headers for discord.js: a limit that is noted here is nothing to it, and what a 429
   * says in its body alone it hears as well.
   * @throws {MediumError} for a 429 that asks for a long wait
   */
  hear({ request, status, headers, body }: Heard): void {
    if (status === 429) this.#refused(request, headers, parsed(body));
    else if (headers.get('x-ratelimit-remaining') === '0') {
      const waitMs = Number(headers.get('x-ratelimit-reset-after')) * 1000;
      if (waitMs <= longestWait(request)) return;
      this.#note(bucket(request), waitMs);
      headers.delete('x-ratelimit-remaining');
    }
  }

  #refused(request: string, headers: Headers, raw: Record<string, unknown>): void {
    // The body is exact; a header counts whole seconds.
    const seconds = Number(raw.retry_after ?? headers.get('retry-after'));
    const known = seconds > 0 && Number.isFinite(seconds);
    const waitMs = known ? seconds * 1000 : UNTOLD_MS;
    const isShort = waitMs <= longestWait(request);
    if (typeof raw.code === 'number' && raw.code > 0 && !(known && isShort))
      throw codedError({ status: 429, code: raw.code, message: String(raw.message ?? ''), raw });
    const isGlobal = raw.global === true || headers.has('x-ratelimit-global');
    if (!isShort) {
      this.#note(isGlobal ? EVERYTHING : bucket(request), waitMs);
      throw tooLong(waitMs);
    }
    headers.set('retry-after', String(seconds));
    if (isGlobal) headers.set('x-ratelimit-global', 'true');
  }

  #note(key: string, waitMs: number): void {
    if (waitMs > 0) this.#until.set(key, Date.now() + waitMs);
  }
}

const EVERYTHING = '*';
