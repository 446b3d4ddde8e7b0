import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCompletions } from '../../src/collect/completion.ts';
import { completion, type FakeModel, startFakeModel } from '../support/fake-model.ts';

let model: FakeModel;
beforeAll(async () => {
  model = await startFakeModel();
});
afterAll(() => model.close());

async function ask(options: { timeoutMs?: number; key?: string; signal?: AbortSignal } = {}) {
  const completions = createCompletions(
    {
      ...{ endpoint: `${model.endpoint}/`, model: 'tiny', key: options.key ?? null, maxTokens: 300 },
      ...{ timeoutMs: options.timeoutMs ?? 5_000, userAgent: 'standoff/test' },
    },
    () => new Date('2025-05-23T13:00:00Z'),
  );
  const signal = options.signal ?? new AbortController().signal;
  const answer = await completions.ask({ system: 'Rules', user: 'Sources' }, signal);
  await completions.close();
  return answer;
}

describe('a model is asked', () => {
  test('by chat completions without chance, with the key in the header alone', async () => {
    model.says('Two sentences.');
    expect(await ask({ key: 'secret' })).toEqual({ kind: 'text', text: 'Two sentences.' });
    const asked = model.asked.at(-1);
    expect(asked).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer secret' });
    expect(asked?.body).toMatchObject({ model: 'tiny', temperature: 0, max_tokens: 300, stream: false });
    expect(JSON.stringify(asked?.body)).not.toContain('secret');
  });

  test('and its thoughts are left out', async () => {
    model.says('<think>The user wants …</think>\n\nTwo sentences.');
    expect(await ask()).toEqual({ kind: 'text', text: 'Two sentences.' });
  });
});

describe('an endpoint does no harm that', () => {
  test.each<[string, Parameters<FakeModel['says']>[0], RegExp]>([
    [
      'breaks off',
      (response) => response.write('{"choices"', () => response.destroy()),
      /could not be asked/,
    ],
    ['speaks no JSON', (response) => response.end('<html>Bad gateway</html>'), /no JSON/],
    [
      'streams although asked not to',
      (response) => response.end('data: {"choices":[]}\n\ndata: [DONE]\n'),
      /no JSON/,
    ],
    [
      'has another form of JSON',
      (response) => response.end('{"choices":[{"message":{"content":null}}]}'),
      /no choices/,
    ],
    ['says null', (response) => response.end('null'), /no choices/],
    ['never stops', (response) => response.end(`"${'x'.repeat(400_000)}"`), /too-large/],
    [
      'redirects elsewhere',
      (response) => response.writeHead(307, { location: 'http://evil.example/' }).end(),
      /redirects to http:\/\/evil/,
    ],
    ['refuses the key', (response) => response.writeHead(401).end('{"error":"…"}'), /STANDOFF_LLM_KEY/],
    ['fails', (response) => response.writeHead(503).end(), /503/],
  ])('%s', async (_what, answer, message) => {
    model.says(answer);
    expect(await ask()).toMatchObject({ kind: 'failed', message: expect.stringMatching(message) });
  });

  test('is too slow', async () => {
    model.says(() => undefined);
    expect(await ask({ timeoutMs: 50 })).toMatchObject({
      kind: 'failed',
      message: 'it said nothing within 0.05 s',
    });
  });

  test('asks for patience', async () => {
    model.says((response) => response.writeHead(429, { 'retry-after': '600' }).end());
    expect(await ask()).toMatchObject({ kind: 'failed', retryAfterMs: 600_000 });
  });

  test('cuts its answer, or says nothing', async () => {
    model.says((response) => response.end(completion('Two sent', 'length')));
    expect(await ask()).toMatchObject({ kind: 'unusable', message: expect.stringContaining('maxTokens') });
    model.says('  ');
    expect(await ask()).toMatchObject({ kind: 'unusable', message: expect.stringContaining('empty') });
  });
});

test('a request ends when the bot does', async () => {
  const ending = new AbortController();
  model.says(() => ending.abort());
  expect(await ask({ signal: ending.signal })).toEqual({ kind: 'ended' });
});
