import { Agent, request } from 'undici';
import { readBody } from './http/body.ts';
import { bodyFailureCode, failureCode } from './http/failure.ts';
import { parseRetryAfter } from './http/retry-after.ts';

export interface CompletionSettings {
  /** Base address of the interface, `http://127.0.0.1:11434/v1`; the operator's own choice, so it may be private. */
  endpoint: string;
  model: string;
  /** Sent as a bearer token; no message or error of this module holds it. */
  key: string | null;
  /** Of one request, the answer included. */
  timeoutMs: number;
  maxTokens: number;
  userAgent: string;
}

export interface Prompt {
  system: string;
  user: string;
}

/**
 * `failed`: the endpoint could not say anything, another time it may. `unusable`: it answered, but with nothing to
 * use. `ended`: the caller's signal ended it.
 */
export type Completion =
  | { kind: 'text'; text: string }
  | { kind: 'failed'; message: string; retryAfterMs: number | null }
  | { kind: 'unusable'; message: string }
  | { kind: 'ended' };

export interface Completions {
  ask(prompt: Prompt, signal: AbortSignal): Promise<Completion>;
  close(): Promise<void>;
}

/** Far above any summary; a stream that never ends costs no more. */
const MAX_BYTES = 256_000;
/** The same prompt must give the same answer, as far as the server can. */
const SEED = 7;
/** Models that think aloud put that before what they say. */
const THOUGHTS = /^\s*<think>[\s\S]*?<\/think>/;

type Body = { choices?: { message?: { content?: unknown }; finish_reason?: unknown }[] };

function readAnswer(bytes: Uint8Array): Completion {
  let body: Body | null;
  try {
    body = JSON.parse(new TextDecoder().decode(bytes)) as Body | null;
  } catch {
    return { kind: 'failed', message: 'it answered with something that is no JSON', retryAfterMs: null };
  }
  const choice = Array.isArray(body?.choices) ? body.choices[0] : undefined;
  const content = choice?.message?.content;
  if (typeof content !== 'string')
    return { kind: 'failed', message: 'its JSON has no choices[0].message.content', retryAfterMs: null };
  if (choice?.finish_reason === 'length')
    return { kind: 'unusable', message: 'its answer was cut at maxTokens' };
  const text = content.replace(THOUGHTS, '').trim();
  return text === '' ? { kind: 'unusable', message: 'its answer was empty' } : { kind: 'text', text };
}

/** What an HTTP status other than 200 means for the operator. */
function refusal(status: number, location: string | undefined): string {
  if (status >= 300 && status < 400)
    return `it redirects${location === undefined ? '' : ` to ${location.slice(0, 200)}`}, which is not followed; write the final address as summary.endpoint`;
  if (status === 401 || status === 403) return `it refuses the key (${status}); see STANDOFF_LLM_KEY`;
  if (status === 404)
    return 'it knows no such address or model (404); see summary.endpoint and summary.model';
  return `it answered ${status}`;
}

/**
 * A client for the chat completions that OpenAI's interface has and Ollama, llama.cpp and vLLM share. It follows no
 * redirect, which could carry texts and key elsewhere, reads at most 256 kB, and never throws for what the endpoint does.
 * @param now gives the time (injected by tests)
 */
export function createCompletions(settings: CompletionSettings, now: () => Date): Completions {
  const { endpoint, key, model, maxTokens, timeoutMs } = settings;
  const url = `${endpoint.replace(/\/+$/, '')}/chat/completions`;
  const agent = new Agent({ connections: 1 });
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': settings.userAgent,
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  const bodyOf = ({ system, user }: Prompt) =>
    JSON.stringify({
      model,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      temperature: 0,
      seed: SEED,
      max_tokens: maxTokens,
      stream: false,
    });

  async function ask(prompt: Prompt, signal: AbortSignal): Promise<Completion> {
    let answered = false;
    try {
      const response = await request(url, {
        method: 'POST',
        dispatcher: agent,
        headers,
        body: bodyOf(prompt),
        headersTimeout: timeoutMs,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      answered = true;
      const field = (name: string) => [response.headers[name]].flat()[0];
      if (response.statusCode !== 200) {
        await response.body.dump({ limit: 16_384 });
        return {
          kind: 'failed',
          message: refusal(response.statusCode, field('location')),
          retryAfterMs: parseRetryAfter(field('retry-after'), field('date'), now()),
        };
      }
      return readAnswer(await readBody(response.body, field('content-encoding'), MAX_BYTES));
    } catch (error) {
      if (signal.aborted) return { kind: 'ended' };
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      const code = timedOut ? 'timeout' : answered ? bodyFailureCode(error) : failureCode(error);
      const message =
        code === 'timeout'
          ? `it said nothing within ${timeoutMs / 1000} s`
          : `it could not be asked (${code})`;
      return { kind: 'failed', message, retryAfterMs: null };
    }
  }

  return { ask, close: () => agent.close() };
}
