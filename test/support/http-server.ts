import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  path: string;
  /** As Node gives them, lower case. */
  headers: IncomingHttpHeaders;
  /** Name and value in turn, byte for byte (latin-1). */
  rawHeaders: string[];
}

export interface TestServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  origin: string;
  /** `127.0.0.1:PORT`, for `allowPrivate`. */
  host: string;
  port: number;
  /** Every request so far, in order. */
  seen: SeenRequest[];
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server on a free loopback port; `close` also ends open connections. */
export async function startServer(handler: Handler, address = '127.0.0.1'): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    seen.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      rawHeaders: request.rawHeaders,
    });
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  const host = `${address.includes(':') ? `[${address}]` : address}:${port}`;
  return {
    origin: `http://${host}`,
    host,
    port,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A handler that answers by path: a text (200), or a handler of its own; other paths are 404. */
export function routes(table: Record<string, string | Handler>): Handler {
  return (request, response) => {
    const answer = table[(request.url ?? '').split('?', 1)[0] ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string') response.end(answer);
    else answer(request, response);
  };
}
