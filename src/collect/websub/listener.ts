import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { readBody } from '../http/body.ts';
import { failureCode } from '../http/failure.ts';

/** Who answers hubs; the word is the last part of the path, unguessable and a feed's own. */
export interface Receiver {
  knows(token: string): boolean;
  /** A hub's GET; gives the text to echo, or null: 404. */
  confirm(token: string, query: URLSearchParams): string | null;
  /** A hub's POST; done once what it brought is stored. */
  take(token: string, push: Push): Promise<void>;
}

export interface Push {
  body: Uint8Array;
  contentType: string | null;
  signature: string | undefined;
}

/** Listening failed; the message says where, why and what to do. */
export class ListenError extends Error {
  override name = 'ListenError';
}

/** Answers hubs: unknown addresses are 404, whatever is sent to them, and their bodies stay unread. */
export function answerHubs(receiver: Receiver, maxBytes: number): RequestListener {
  return (request, response) => {
    answer(request, response, receiver, maxBytes).catch((error: unknown) => {
      // A hub sends again what met a 5xx; what was too long or broke off is gone, and the next poll brings it.
      if (!response.headersSent) end(response, failureCode(error) === 'too-large' ? 413 : 500);
      request.destroy();
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  receiver: Receiver,
  maxBytes: number,
): Promise<void> {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const token = path.split('/').at(-1) ?? '';
  if (!receiver.knows(token)) return end(response, 404);
  if (request.method === 'GET') {
    const challenge = receiver.confirm(token, new URLSearchParams(query));
    return challenge === null ? end(response, 404) : end(response, 200, challenge);
  }
  if (request.method !== 'POST') return end(response, 405);
  const body = await readBody(request, undefined, maxBytes);
  const signature = request.headers['x-hub-signature'];
  await receiver.take(token, {
    body,
    contentType: request.headers['content-type'] ?? null,
    signature: typeof signature === 'string' ? signature : undefined,
  });
  return end(response, 202);
}

function end(response: ServerResponse, status: number, text = ''): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
    .end(text);
}

/**
 * Listens on `host:port` (IPv6 in brackets) until closed.
 * @throws {ListenError} when it cannot
 */
export async function listen(address: string, answers: RequestListener): Promise<{ close(): Promise<void> }> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, answers);
  const colon = address.lastIndexOf(':');
  const host = address.slice(0, colon).replace(/^\[|\]$/g, '');
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new ListenError(
          `cannot listen on ${address} for WebSub hubs (${error.message}); free the port or change websub.listen`,
          { cause: error },
        ),
      ),
    );
    server.listen(Number(address.slice(colon + 1)), host, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A push under way is sent again by its hub, and its feed is polled at the next start.
        server.closeAllConnections();
      }),
  };
}
