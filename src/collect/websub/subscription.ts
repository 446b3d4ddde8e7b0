import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Http } from '../http/client.ts';
import type { HttpResult } from '../http/result.ts';

/** What a hub is asked for (W3C WebSub, 5.1). */
export interface Wish {
  hub: string;
  topic: string;
  /** Our address for this feed alone. */
  callback: string;
  secret: string;
  leaseMs: number;
}

/** What a hub comes back with before it sends anything (5.2 and 5.3). */
export interface Intent {
  mode: string;
  topic: string;
  challenge: string;
  /** Null where the hub names none that can be. */
  leaseMs: number | null;
  reason: string;
}

const MAX_LEASE_SECONDS = 366 * 86_400;
const METHODS = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** An unguessable word of a callback address, or a secret: 43 URL-safe characters. */
export function unguessable(): string {
  return randomBytes(32).toString('base64url');
}

/** The address under which a hub reaches us for one feed. */
export function callbackUrl(base: string, token: string): string {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${token}`;
  return url.href;
}

/** Asks a hub to push what is new in a topic. Its answer is a promise only: it must come back and confirm. */
export function subscribe({ hub, topic, callback, secret, leaseMs }: Wish, http: Http): Promise<HttpResult> {
  const form = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': callback,
    'hub.secret': secret,
    'hub.lease_seconds': String(Math.round(leaseMs / 1000)),
  });
  return http.post(hub, form, { maxBytes: 65_536 });
}

/** Reads the query of a hub's GET; never throws. */
export function readIntent(query: URLSearchParams): Intent {
  const word = (name: string): string => query.get(`hub.${name}`) ?? '';
  const seconds = /^\d{1,12}$/.test(word('lease_seconds')) ? Number(word('lease_seconds')) : 0;
  return {
    mode: word('mode'),
    topic: word('topic'),
    challenge: word('challenge'),
    leaseMs: seconds > 0 ? Math.min(seconds, MAX_LEASE_SECONDS) * 1000 : null,
    reason: word('reason').slice(0, 500),
  };
}

/**
 * What a hub's question comes to. `confirmed` only for what was asked of it and is still open: anyone may send a GET,
 * and nobody may subscribe in our name (5.3).
 */
export function judgeIntent(
  { mode, topic, challenge }: Intent,
  asked: { topic: string; pending: boolean },
): 'confirmed' | 'denied' | 'unknown' {
  if (topic !== asked.topic) return 'unknown';
  if (mode === 'denied') return 'denied';
  return mode === 'subscribe' && asked.pending && challenge !== '' ? 'confirmed' : 'unknown';
}

/** Whether an `X-Hub-Signature` (`sha256=` and hex) is that of the body under the secret; in constant time (7.1). */
export function isSigned(header: string | undefined, secret: string, body: Uint8Array): boolean {
  const [, method = '', hex = ''] = /^(\w+)=([0-9a-f]+)$/i.exec(header?.trim() ?? '') ?? [];
  if (!METHODS.has(method.toLowerCase())) return false;
  const given = Buffer.from(hex, 'hex');
  const right = createHmac(method.toLowerCase(), secret).update(body).digest();
  return given.length === right.length && timingSafeEqual(given, right);
}
