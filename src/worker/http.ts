import { createHttp, type Http } from '../collect/http/client.ts';
import type { Settings } from '../config/load.ts';
import { type Clock, systemClock } from './clock.ts';

const MAX_REDIRECTS = 5;

/** The User-Agent: who asks, and where they can be reached. */
export function userAgent(version: string, contact: string): string {
  return `standoff/${version} (+${contact})`;
}

/** The client that the configuration describes. */
export function httpFor(settings: Settings['http'], version: string, clock: Clock = systemClock): Http {
  const client = {
    userAgent: userAgent(version, settings.contact),
    timeoutMs: settings.timeout,
    maxBytes: settings.maxSize,
    maxRedirects: MAX_REDIRECTS,
    allowPrivate: settings.allowPrivate,
  };
  return createHttp(client, () => clock.now());
}
