import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';

/** Why the page cannot be served as it was asked for, with what would help. */
export class AccessError extends Error {
  override name = 'AccessError';
}

/** Who may read. */
export interface Access {
  /** Names under which the page answers; null: any, because the token decides. */
  hosts: readonly string[] | null;
  /** Asked of everybody; null: whoever reaches the server may read. */
  token: string | null;
  /** A reverse proxy stands before it, whose word on how readers came is taken. */
  proxied: boolean;
}

export interface AccessWish {
  /** Address or name to listen on. */
  host: string;
  token: string | undefined;
  /** Public name that a reverse proxy serves, where there is one. */
  behindProxy: string | undefined;
}

const SHORTEST_TOKEN = 16;
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** Whether only programs of this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * Who may read a page that is served so. On loopback the names are checked, since a page of another site could
 * reach it under a name of its own (DNS rebinding).
 * @throws {AccessError} when anybody could read who is not meant to
 */
export function accessFor({ host, token, behindProxy }: AccessWish): Access {
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    throw new AccessError(
      `STANDOFF_WEB_TOKEN has ${token.length} characters; use at least ${SHORTEST_TOKEN}, such as the output of \`openssl rand -hex 16\``,
    );
  if (behindProxy !== undefined)
    return {
      hosts: [...new Set([behindProxy.toLowerCase(), ...LOOPBACK])],
      token: token ?? null,
      proxied: true,
    };
  if (isLoopback(host))
    return { hosts: [...new Set([...LOOPBACK, host])], token: token ?? null, proxied: false };
  if (token === undefined)
    throw new AccessError(
      `everybody who reaches ${host} could read the page. Set STANDOFF_WEB_TOKEN to a long random text (\`openssl rand -hex 16\`), which readers are then asked for; or say \`--behind-proxy <name>\` where a reverse proxy decides who may; or leave --host out, for this machine only`,
    );
  return { hosts: null, token, proxied: false };
}

/** Whether the page answers under the name of a Host header. */
export function answersTo({ hosts }: Access, header: string | undefined): boolean {
  if (hosts === null) return true;
  const url = `http://${header ?? ''}/`;
  if (header === undefined || !URL.canParse(url) || /[/?#@\\]/.test(header)) return false;
  return hosts.includes(new URL(url).hostname.replace(/^\[|\]$/g, ''));
}

/** Compares in a time that tells nothing of either text. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** What a browser is given in place of the token; a new token ends all of them. */
export const passFor = (token: string): string =>
  createHmac('sha256', token).update('standoff page').digest('base64url');

/** The token in an Authorization header: `Bearer`, or the password of `Basic`, which calendars and feed readers speak. */
function credentials(header: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(header ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme === '') return undefined;
  const decoded = Buffer.from(value, 'base64').toString('utf8');
  return decoded.slice(decoded.indexOf(':') + 1);
}

export const isToken = ({ token }: Access, text: string): boolean => token === null || same(text, token);

/** Whether a request may read: with the pass in its cookie, or the token in its Authorization header. */
export function mayRead(
  access: Access,
  request: { pass: string | undefined; authorization: string | undefined },
): boolean {
  if (access.token === null) return true;
  if (request.pass !== undefined && same(request.pass, passFor(access.token))) return true;
  const shown = credentials(request.authorization);
  return shown !== undefined && isToken(access, shown);
}

/** Where to go after the token was entered: a path of ours, whatever was asked for. */
export function ownPath(text: string | undefined): string {
  const base = 'http://standoff.invalid';
  if (text === undefined || !text.startsWith('/') || !URL.canParse(text, base)) return '/';
  const url = new URL(text, base);
  return url.origin === base ? url.pathname + url.search : '/';
}
