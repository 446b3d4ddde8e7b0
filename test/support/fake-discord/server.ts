import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readMultipart } from './attachments.ts';
import { type Answer, type Call, Guild, type GuildOptions } from './guild.ts';

/** What a test may do to a request: cut the connection before or after Discord acted, leave it hanging, or answer
 * something else (before Discord acts). */
export type Fault = 'cut-before' | 'cut-after' | 'hang-after' | Answer;

export interface FakeDiscord {
  /** To be given to the bot as `api`. */
  api: string;
  guild: Guild;
  /** Every request that arrived, in order. */
  calls: Call[];
  /** Decides about each request; undefined lets it pass. */
  fault: (call: Call, index: number) => Fault | undefined;
  /** Parts of Discord that a test joined; asked first, undefined passes the request on. */
  more: ((call: Call) => Answer | undefined)[];
  close(): Promise<void>;
}

/** The request's message and files; no message where it is unreadable. */
async function read(request: IncomingMessage): Promise<Pick<Call, 'body' | 'files'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  try {
    if (type.startsWith('multipart/form-data')) return await readMultipart(bytes, type);
    return { body: bytes.length === 0 ? undefined : JSON.parse(bytes.toString('utf8')), files: [] };
  } catch {
    return { body: undefined, files: [] };
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}

async function handle(fake: FakeDiscord, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = new URL(request.url ?? '/', 'http://fake');
  const call: Call = {
    method: request.method ?? '',
    path: target.pathname,
    query: target.searchParams,
    headers: request.headers,
    ...(await read(request)),
  };
  const index = fake.calls.push(call) - 1;
  const fault = fake.fault(call, index);
  if (fault === 'cut-before') return void request.socket.destroy();
  if (typeof fault === 'object') return send(response, fault);
  const joined = fake.more.map((part) => part(call)).find((one) => one !== undefined);
  const answer = joined ?? fake.guild.answer(call);
  if (fault === 'cut-after') return void request.socket.destroy();
  if (fault !== 'hang-after') send(response, answer);
}

/** Discord's HTTP interface on loopback, as strict as the real one. Knows bots, webhooks, channels and messages. */
export async function fakeDiscord(options: GuildOptions): Promise<FakeDiscord> {
  const guild = new Guild(options);
  const server: Server = createServer((request, response) => {
    handle(fake, request, response).catch(() => request.socket.destroy());
  });
  const fake: FakeDiscord = {
    api: '',
    guild,
    calls: [],
    fault: () => undefined,
    more: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  fake.api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  return fake;
}
