import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Instant } from '../../src/model/index.ts';
import { lookUp, type Resource, type Site } from './site.ts';
import type { OutletId } from './types.ts';

const GZIP_FROM_BYTES = 1_000;

/** One request as an outlet's server saw it. */
export interface SeenRequest {
  outlet: OutletId;
  method: string;
  /** Absolute. */
  url: string;
  headers: IncomingHttpHeaders;
  status: number;
  /** The world's clock when it was answered. */
  at: Instant;
}

/** Characters outside ISO-8859-1 become numeric references, as an old content system writes them. */
function encode({ text, latin1 }: Resource): Buffer {
  if (!latin1) return Buffer.from(text, 'utf8');
  const plain = text.replace(/[\u0100-\u{10ffff}]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  return Buffer.from(plain, 'latin1');
}

function httpDate(instant: Instant): string {
  return new Date(instant).toUTCString();
}

function validatorHeaders(site: Site, found: Resource): Record<string, string> {
  const lastModified = { 'last-modified': httpDate(found.changedAt) };
  switch (site.outlet.validators) {
    case 'none':
      return {};
    case 'last-modified':
      return lastModified;
    default:
      return { etag: found.etag, ...lastModified };
  }
}

/** RFC 9110 §13.2.2: If-None-Match decides where it is sent, If-Modified-Since only without it. */
function unchanged(sent: Record<string, string>, asked: IncomingHttpHeaders): boolean {
  const match = asked['if-none-match'];
  if (match !== undefined) return sent.etag !== undefined && match.split(/,\s*/).includes(sent.etag);
  const since = asked['if-modified-since'];
  const changed = sent['last-modified'];
  return since !== undefined && changed !== undefined && Date.parse(changed) <= Date.parse(since);
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const NOTHING = Buffer.alloc(0);

function answer(site: Site, path: string, asked: IncomingHttpHeaders): Answer {
  const found = lookUp(site, path);
  const date = { date: httpDate(site.now) };
  if (found.status !== 200) {
    const headers = {
      ...date,
      ...(found.location ? { location: found.location } : {}),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    };
    return { status: found.status, headers, body: encode(found) };
  }
  const headers: Record<string, string> = {
    ...date,
    ...validatorHeaders(site, found),
    'cache-control': `public, max-age=${site.outlet.maxAgeSeconds}`,
    vary: 'Accept-Encoding',
  };
  if (unchanged(headers, asked)) return { status: 304, headers, body: NOTHING };
  headers['content-type'] = found.latin1 ? found.type : `${found.type}; charset=utf-8`;
  const body = encode(found);
  const gzip = /\bgzip\b/.test(String(asked['accept-encoding'] ?? '')) && body.length >= GZIP_FROM_BYTES;
  if (!gzip) return { status: 200, headers, body };
  headers['content-encoding'] = 'gzip';
  return { status: 200, headers, body: gzipSync(body) };
}

/** An HTTP server for one outlet; `site` is asked at each request, so it follows the world's clock. */
export function outletServer(site: () => Site, seen: (request: SeenRequest) => void): Server {
  return createServer((request, response) => {
    const now = site();
    const { method = 'GET', headers, url = '/' } = request;
    const path = url.split('?', 1)[0] ?? '/';
    const given: Answer =
      method === 'GET' || method === 'HEAD'
        ? answer(now, path, headers)
        : { status: 405, headers: { allow: 'GET, HEAD' }, body: NOTHING };
    seen({
      outlet: now.outlet.id,
      method,
      url: `${now.baseUrl}${url}`,
      headers,
      status: given.status,
      at: now.now,
    });
    response.sendDate = false;
    response.writeHead(given.status, { ...given.headers, 'content-length': given.body.length });
    response.end(method === 'HEAD' ? NOTHING : given.body);
  });
}
