import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { type FailureKind, MediumError } from '../medium.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What one of Discord's codes means: kind, in words, and ms until another try makes sense. */
interface Meaning {
  kind: FailureKind;
  say: string;
  retryAfterMs?: number;
}

const closed = (say: string, retryAfterMs?: number): Meaning => ({
  kind: 'closed',
  say,
  ...(retryAfterMs && { retryAfterMs }),
});

/**
 * Discord's JSON error codes (documentation, August 2026). What a person can put right within Discord is tried again
 * hourly; what is gone for good is not tried until the settings change.
 */
const CODES: Readonly<Record<number, Meaning>> = {
  10003: closed('the channel does not exist (any more)'),
  10004: closed('the server does not exist (any more), or the bot is not on it', HOUR),
  10015: closed('the webhook was deleted'),
  50027: closed('the webhook’s token is not valid'),
  50001: closed('the bot may not see the channel: grant it “View Channel”', HOUR),
  50013: closed(
    'the bot lacks a permission: “Send Messages”, “Embed Links”, “Read Message History”; for threads also “Create Public Threads” and “Send Messages in Threads”',
    HOUR,
  ),
  50083: closed('the thread is archived', HOUR),
  160005: closed('the thread is locked', HOUR),
  50008: closed('the channel takes no messages: for a forum set `style: forum`', HOUR),
  50024: closed('the channel is of another kind than its `style` needs', HOUR),
  220001: closed('the webhook’s channel is a forum: set `style: forum`', HOUR),
  220003: closed('the webhook’s channel is no forum: set another `style`', HOUR),
  40067: closed('the forum asks for a tag, which a webhook cannot choose: use a bot', HOUR),
  40333: closed('Discord refused the client’s User-Agent', HOUR),
  10008: { kind: 'gone', say: 'the message was deleted in Discord' },
  50005: { kind: 'gone', say: 'the message was written by another bot or webhook' },
  50006: { kind: 'refused', say: 'Discord takes the message for empty' },
  50035: { kind: 'refused', say: 'Discord refused the form of the message' },
  40005: { kind: 'refused', say: 'the message is too large' },
  200000: { kind: 'refused', say: 'AutoMod blocked the message' },
  200001: { kind: 'refused', say: 'AutoMod blocked the title' },
  40062: { kind: 'wait', say: 'Discord limits the rate', retryAfterMs: MINUTE },
  20016: { kind: 'wait', say: 'the channel is in slow mode', retryAfterMs: MINUTE },
  20022: { kind: 'wait', say: 'the channel’s limit of writing is reached', retryAfterMs: MINUTE },
  20028: { kind: 'wait', say: 'the channel’s limit of writing is reached', retryAfterMs: MINUTE },
  20029: { kind: 'wait', say: 'the server’s limit of writing is reached', retryAfterMs: MINUTE },
  40004: { kind: 'wait', say: 'Discord takes no messages for now', retryAfterMs: 10 * MINUTE },
  40006: { kind: 'wait', say: 'Discord has turned this off for now', retryAfterMs: 10 * MINUTE },
  160006: { kind: 'wait', say: 'the server has as many active threads as it can have', retryAfterMs: HOUR },
  160007: { kind: 'wait', say: 'the channel has as many active threads as it can have', retryAfterMs: HOUR },
  130000: { kind: 'wait', say: 'Discord is overloaded', retryAfterMs: MINUTE },
  30046: {
    kind: 'wait-message',
    say: 'the limit of edits to older messages is reached',
    retryAfterMs: 10 * MINUTE,
  },
};

export const MISSING_PERMISSIONS = 50013;
/** The bot may answer no message of a channel whose history it may not read. */
export const NO_REPLY = 160002;

/** Connection errors of which the request is known not to have left. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** @param isDiscords whether the answer has a code; without one it may be that of a proxy in between */
function byStatus(status: number, isDiscords: boolean): Meaning {
  if (status === 401)
    return closed('Discord refused the token: make a new one and put it into the environment', HOUR);
  if (status === 429) return { kind: 'wait', say: 'Discord limits the rate', retryAfterMs: MINUTE };
  if (status === 413) return { kind: 'refused', say: 'the message is too large' };
  if (status === 400 && isDiscords) return { kind: 'refused', say: 'Discord refused the message' };
  if (status === 403 && isDiscords) return closed('Discord forbids it', HOUR);
  if (status === 404 && isDiscords) return closed('Discord does not know the channel or webhook', HOUR);
  return { kind: 'unknown', say: `Discord answered ${status}` };
}

/** `retry_after` of an error's body, in ms. */
function retryAfter(raw: unknown): number | undefined {
  if (typeof raw !== 'object' || raw === null || !('retry_after' in raw)) return undefined;
  const seconds = Number(raw.retry_after);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : undefined;
}

/** An answer of Discord's with an error code, before discord.js makes something of it. */
export interface CodedAnswer {
  status: number;
  code: unknown;
  message: string;
  /** The body, for its `retry_after`. */
  raw: unknown;
}

export function codedError({ status, code, message, raw }: CodedAnswer, cause?: unknown): MediumError {
  const meaning = (typeof code === 'number' && CODES[code]) || byStatus(status, typeof code === 'number');
  const waits = meaning.kind === 'wait' || meaning.kind === 'wait-message';
  const ms = (waits ? retryAfter(raw) : undefined) ?? meaning.retryAfterMs;
  const detail = `${code ?? ''} ${message}`.trim().replace(/\s+/g, ' ').slice(0, 300);
  return new MediumError(meaning.kind, `${meaning.say} (HTTP ${status}: ${detail})`, {
    cause,
    ...(ms !== undefined && { retryAfterMs: ms }),
    ...(typeof code === 'number' && { code }),
  });
}

/** The system's code of a connection error, wherever fetch or undici put it. */
function connectionCode(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1)
    if ('code' in at && typeof at.code === 'string') return at.code;
  return undefined;
}

/** What any failure of a request to Discord means for what is owed. */
export function mediumError(error: unknown): MediumError {
  if (error instanceof MediumError) return error;
  if (error instanceof RateLimitError) {
    const ms = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout);
    return new MediumError('wait', `Discord limits the rate (${Math.ceil(ms / 1000)} s)`, {
      retryAfterMs: ms,
      cause: error,
    });
  }
  if (error instanceof DiscordAPIError) {
    const { status, code, message, rawError: raw } = error;
    return codedError({ status, code, message, raw }, error);
  }
  if (error instanceof HTTPError)
    return new MediumError('unknown', `Discord answered ${error.status}`, { cause: error });
  const code = connectionCode(error);
  const reason = error instanceof Error ? error.message : String(error);
  return code && NEVER_SENT.has(code)
    ? new MediumError('offline', `Discord cannot be reached (${code})`, { cause: error })
    : new MediumError('unknown', `no answer from Discord (${code ?? reason})`, { cause: error });
}
