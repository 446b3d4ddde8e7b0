import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { App } from './app.ts';

/** The page cannot listen where it was told to. */
export class ListenError extends Error {
  override name = 'ListenError';
}

export interface Served {
  /** Where it answers, `http://127.0.0.1:8080`. */
  url: string;
  /** Ends after the answers under way, within half a second or so. */
  close(): Promise<void>;
}

/** So long may a request take to arrive. */
const REQUEST_MS = 30_000;
/** At the end, so long may answers take that are under way; connections that ask nothing are not waited for. */
const GRACE_MS = 500;

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken; name another with --port',
  EACCES: 'this needs more rights; name a port above 1023 with --port',
  EADDRNOTAVAIL: 'this machine has no such address; name one of its own with --host',
  ENOTFOUND: 'there is no such host; name an address of this machine with --host',
};

async function end(server: ServerType): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(late);
}

/**
 * Serves the page until it is closed.
 * @param port 0 for any that is free
 * @throws {ListenError} when the port is taken or the address is not ours
 */
export function serve(app: App, { host, port }: { host: string; port: number }): Promise<Served> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS },
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = REASONS[error.code ?? ''] ?? error.message;
      reject(new ListenError(`cannot listen on ${host}, port ${port}: ${reason}`));
    });
    server.listen(port, host, () => {
      const { port: actual, family, address } = server.address() as AddressInfo;
      resolve({
        url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`,
        close: () => end(server).then(app.close),
      });
    });
  });
}
