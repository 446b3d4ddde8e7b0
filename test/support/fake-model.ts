import type { ServerResponse } from 'node:http';
import { startServer, type TestServer } from './http-server.ts';

/** What the endpoint was sent. */
export interface Asked {
  path: string;
  authorization: string | undefined;
  body: {
    model: string;
    temperature: number;
    max_tokens: number;
    messages: { role: string; content: string }[];
  };
}

export interface FakeModel extends Omit<TestServer, 'seen'> {
  endpoint: string;
  asked: Asked[];
  /** What it says from now on: a text, or whatever it does with the response. */
  says(answer: string | ((response: ServerResponse) => void)): void;
}

/** An answer in the form of the chat completions. */
export const completion = (content: unknown, finish = 'stop'): string =>
  JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }] });

/** An OpenAI-compatible endpoint on loopback that says what a test lets it say. */
export async function startFakeModel(): Promise<FakeModel> {
  const asked: Asked[] = [];
  let answer: string | ((response: ServerResponse) => void) = '';
  const server = await startServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({
        path: request.url ?? '',
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked['body'],
      });
      if (typeof answer === 'function') answer(response);
      else response.setHeader('content-type', 'application/json').end(completion(answer));
    });
  });
  return {
    ...server,
    endpoint: `${server.origin}/v1`,
    asked,
    says: (next) => {
      answer = next;
    },
  };
}
