import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { startServer } from './http-server.ts';

/** A subscription request as it came, and whether the subscriber confirmed it. */
export interface Asked {
  topic: string;
  callback: string;
  secret: string;
  leaseSeconds: number;
  confirmed: boolean;
}

/** A hub as strict as the W3C Recommendation lets it be. */
export interface FakeHub {
  url: string;
  /** Well-formed requests, in order; others get 400 and stand in `refused`. */
  asked: Asked[];
  refused: string[];
  /** What it does with a request: asks back, denies it, is out of order, or never comes back. */
  mood: 'grant' | 'deny' | 'broken' | 'silent';
  /** Resolves when it has come back to all who asked. */
  settled(): Promise<void>;
  /** Sends content to the newest subscriber of a topic; gives the status. */
  push(topic: string, body: string, sign?: (secret: string, body: string) => string | null): Promise<number>;
  close(): Promise<void>;
}

export const sha256 = (secret: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

function faults(request: IncomingMessage, form: URLSearchParams): string[] {
  const secret = Buffer.byteLength(form.get('hub.secret') ?? '');
  return [
    request.method === 'POST' ? '' : 'no POST',
    request.headers['content-type'] === 'application/x-www-form-urlencoded' ? '' : 'no form',
    form.get('hub.mode') === 'subscribe' ? '' : 'mode',
    URL.canParse(form.get('hub.topic') ?? '') ? '' : 'topic',
    URL.canParse(form.get('hub.callback') ?? '') ? '' : 'callback',
    secret >= 20 && secret < 200 ? '' : 'secret',
    /^[1-9]\d*$/.test(form.get('hub.lease_seconds') ?? '') ? '' : 'lease',
  ].filter((fault) => fault !== '');
}

/** Asks the subscriber whether it meant it, or tells it no. */
export async function comeBack(asked: Asked, query: Record<string, string>): Promise<Response> {
  const url = new URL(asked.callback);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(`hub.${name}`, value);
  return fetch(url);
}

export async function startFakeHub(): Promise<FakeHub> {
  const open: Promise<void>[] = [];
  const verify = async (asked: Asked): Promise<void> => {
    if (hub.mood === 'deny') {
      await comeBack(asked, { mode: 'denied', topic: asked.topic, reason: 'not from here' });
      return;
    }
    const challenge = `challenge ${hub.asked.length} & more`;
    const lease_seconds = String(asked.leaseSeconds);
    const answer = await comeBack(asked, { mode: 'subscribe', topic: asked.topic, challenge, lease_seconds });
    asked.confirmed = answer.ok && (await answer.text()) === challenge;
  };
  const server = await startServer(async (request, response) => {
    const form = await formOf(request);
    const wrong = faults(request, form);
    hub.refused.push(...wrong);
    if (wrong.length > 0 || hub.mood === 'broken')
      return void response.writeHead(wrong.length > 0 ? 400 : 503).end();
    const word = (name: string): string => form.get(`hub.${name}`) ?? '';
    const asked: Asked = {
      ...{ topic: word('topic'), callback: word('callback'), secret: word('secret'), confirmed: false },
      leaseSeconds: Number(word('lease_seconds')),
    };
    hub.asked.push(asked);
    response.writeHead(202).end();
    if (hub.mood !== 'silent') open.push(verify(asked));
  });
  const hub: FakeHub = {
    url: `${server.origin}/hub`,
    asked: [],
    refused: [],
    mood: 'grant',
    settled: async () => void (await Promise.all(open)),
    push: async (topic, body, sign = sha256) => {
      const to = hub.asked.findLast((asked) => asked.topic === topic);
      if (!to) throw new Error(`nobody asked for ${topic}`);
      const signature = sign(to.secret, body);
      const headers = {
        'content-type': 'application/rss+xml',
        ...(signature === null ? {} : { 'x-hub-signature': signature }),
      };
      return (await fetch(to.callback, { method: 'POST', headers, body })).status;
    },
    close: () => server.close(),
  };
  return hub;
}
