import { request } from 'node:http';
import { withDiffs } from '../../src/commands/revisions.ts';
import type { Access } from '../../src/web/access.ts';
import { accessFor } from '../../src/web/access.ts';
import { createApp } from '../../src/web/app.ts';
import { serve } from '../../src/web/server.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface ServedPage {
  url: string;
  errors: unknown[];
  /** Sends exactly this path, as no browser would. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, headers?: Record<string, string>, body?: string): Promise<Answer>;
  close(): Promise<void>;
}

export interface PageFields {
  databasePath: string;
  access?: Access;
  now?: Date;
}

/** The real page on a free port of loopback. */
export async function startPage({ databasePath, access, now }: PageFields): Promise<ServedPage> {
  const errors: unknown[] = [];
  const app = createApp({
    databasePath,
    access: access ?? accessFor({ host: '127.0.0.1', token: undefined, behindProxy: undefined }),
    subject: {
      title: { de: 'Der Streit', en: 'The dispute' },
      timezone: 'Europe/Berlin',
      concepts: [],
      compare: withDiffs,
    },
    onError: (error) => void errors.push(error),
    ...(now ? { now: () => now } : {}),
  });
  const served = await serve(app, { host: '127.0.0.1', port: 0 });
  const { hostname, port } = new URL(served.url);
  const send: ServedPage['send'] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    url: served.url,
    errors,
    send,
    get: (path, headers) => send('GET', path, headers),
    close: served.close,
  };
}
