import type { IncomingHttpHeaders } from 'node:http';
import { attached, type FakeAttachment, tooLarge, type UploadedFile } from './attachments.ts';
import { refusal } from './form.ts';
import { Buckets } from './limits.ts';

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
  /** Of a multipart request. */
  files: UploadedFile[];
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface FakeMessage {
  id: string;
  channel_id: string;
  author: { id: string; bot: true };
  content: string;
  embeds: FakeEmbed[];
  attachments: FakeAttachment[];
  timestamp: string;
  edited_timestamp: string | null;
  /** What a reader is pinged by. */
  mention_everyone: boolean;
}

export interface FakeEmbed {
  title?: string;
  url?: string;
  description?: string;
  footer?: { text: string };
  author?: { name: string };
  fields?: { name: string; value: string; inline?: boolean }[];
  timestamp?: string;
  color?: number;
  image?: { url: string };
}

interface Channel {
  id: string;
  view: boolean;
  send: boolean;
  archived: boolean;
  messages: FakeMessage[];
}

export interface GuildOptions {
  now: () => number;
  token?: string;
  /** Requests of one route and channel in a window; Discord's for posting is 5 in 5 s. */
  rateLimit?: { limit: number; windowMs: number };
  /** Discord's “past few minutes”. */
  nonceWindowMs?: number;
  /** Edits of messages older than an hour, in an hour and channel. */
  oldEdits?: number;
}

const EPOCH = 1_420_070_400_000;
const HOUR = 3_600_000;

const error = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});

/** The state behind the fake's interface, and Discord's rules about it. */
export class Guild {
  readonly channels = new Map<string, Channel>();
  readonly webhooks = new Map<string, { token: string; channelId: string }>();
  /** Answers of 401, 403 and 429: too many ban the address. */
  invalidRequests = 0;
  /** 429s that were answered. */
  limited = 0;
  readonly #options: Required<GuildOptions>;
  readonly #buckets: Buckets;
  readonly #nonces = new Map<string, { message: FakeMessage; at: number }>();
  readonly #oldEdits: number[] = [];
  #counter = 0n;

  constructor(options: GuildOptions) {
    this.#options = {
      token: 'fake-token',
      rateLimit: { limit: 1_000, windowMs: 1_000 },
      nonceWindowMs: 180_000,
      oldEdits: 5,
      ...options,
    };
    this.#buckets = new Buckets({ ...this.#options.rateLimit, now: () => Date.now() });
  }

  addChannel(settings: Partial<Omit<Channel, 'id' | 'messages'>> = {}): Channel {
    const channel = {
      id: this.#snowflake(),
      view: true,
      send: true,
      archived: false,
      messages: [],
      ...settings,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  addWebhook(channelId: string): { id: string; token: string } {
    const id = this.#snowflake();
    this.webhooks.set(id, { token: 'webhook-token_1', channelId });
    return { id, token: 'webhook-token_1' };
  }

  /** What Discord would answer, and its consequence. */
  answer(call: Call): Answer {
    const major = /\/(?:channels|webhooks)\/(\d+)/.exec(call.path)?.[1] ?? 'global';
    const route = `${call.method} ${call.path.replace(/\d{17,20}/g, ':id')}`;
    const { headers, waitMs } = this.#buckets.take(route, major);
    const answer = waitMs > 0 ? this.#tooMany(waitMs) : this.#route(call);
    if ([401, 403, 429].includes(answer.status)) this.invalidRequests += 1;
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }

  #tooMany(waitMs: number): Answer {
    this.limited += 1;
    return {
      status: 429,
      headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)), 'X-RateLimit-Scope': 'user' },
      body: { message: 'You are being rate limited.', retry_after: waitMs / 1000, global: false },
    };
  }

  #route(call: Call): Answer {
    if (!/^DiscordBot \(\S+, [^)]+\)/.test(call.headers['user-agent'] ?? ''))
      return error(403, 40333, 'internal network error');
    const webhook = /^\/api\/v10\/webhooks\/(\d+)\/([\w-]+)(?:\/messages\/(\d+))?$/.exec(call.path);
    if (webhook) return this.#webhook(call, webhook[1] ?? '', webhook[2] ?? '', webhook[3]);
    if (call.headers.authorization !== `Bot ${this.#options.token}`)
      return error(401, 0, '401: Unauthorized');
    const route = /^\/api\/v10\/channels\/(\d+)\/messages(?:\/(\d+))?$/.exec(call.path);
    if (!route) return error(404, 0, '404: Not Found');
    const channel = this.channels.get(route[1] ?? '');
    if (!channel) return error(404, 10003, 'Unknown Channel');
    if (!channel.view) return error(403, 50001, 'Missing Access');
    const verb = `${call.method}${route[2] ? ' one' : ''}`;
    if (verb === 'GET') return this.#history(channel, call.query);
    if (verb === 'POST') return this.#post(channel, call, 'bot');
    if (verb === 'PATCH one') return this.#patch(channel, route[2] ?? '', call, 'bot');
    return error(405, 0, '405: Method Not Allowed');
  }

  #webhook(call: Call, id: string, token: string, messageId: string | undefined): Answer {
    const webhook = this.webhooks.get(id);
    const channel = webhook && this.channels.get(webhook.channelId);
    if (!webhook || !channel) return error(404, 10015, 'Unknown Webhook');
    if (webhook.token !== token) return error(401, 50027, 'Invalid Webhook Token');
    if (messageId) return this.#patch(channel, messageId, call, id);
    const answer = this.#post(channel, call, id);
    return answer.status === 200 && call.query.get('wait') !== 'true' ? { status: 204 } : answer;
  }

  #history(channel: Channel, query: URLSearchParams): Answer {
    const limit = Number(query.get('limit') ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) return error(400, 50035, 'Invalid Form Body');
    const before = query.get('before');
    const after = query.get('after');
    const newestFirst = channel.messages
      .filter(
        ({ id }) =>
          (before === null || BigInt(id) < BigInt(before)) && (after === null || BigInt(id) > BigInt(after)),
      )
      .reverse();
    return { status: 200, body: newestFirst.slice(0, limit) };
  }

  #post(channel: Channel, { body, files }: Call, author: string): Answer {
    if (!channel.send) return error(403, 50013, 'Missing Permissions');
    if (channel.archived) return error(400, 50083, 'Thread is archived');
    if (tooLarge(files)) return error(413, 40005, 'Request entity too large');
    const uploads = { files, existing: [] };
    const refused = refusal(body, uploads);
    if (refused) return refused;
    const { nonce, enforce_nonce } = body as { nonce?: string; enforce_nonce?: boolean };
    const now = this.#options.now();
    const known = this.#nonces.get(`${author} ${nonce}`);
    const enforced = author === 'bot' && nonce !== undefined && enforce_nonce === true;
    if (enforced && known && now - known.at <= this.#options.nonceWindowMs)
      return { status: 200, body: known.message };
    const message: FakeMessage = {
      id: this.#snowflake(),
      channel_id: channel.id,
      author: { id: author, bot: true },
      timestamp: new Date(now).toISOString(),
      edited_timestamp: null,
      ...this.#shown(body, uploads),
    };
    channel.messages.push(message);
    if (enforced) this.#nonces.set(`${author} ${nonce}`, { message, at: now });
    return { status: 200, body: { ...message, nonce } };
  }

  #patch(channel: Channel, id: string, { body, files }: Call, author: string): Answer {
    const message = channel.messages.find((candidate) => candidate.id === id);
    if (!message) return error(404, 10008, 'Unknown Message');
    if (message.author.id !== author)
      return error(403, 50005, 'Cannot edit a message authored by another user');
    if (channel.archived) return error(400, 50083, 'Thread is archived');
    if (tooLarge(files)) return error(413, 40005, 'Request entity too large');
    const uploads = { files, existing: message.attachments };
    const refused = refusal(body, uploads);
    if (refused) return refused;
    const now = this.#options.now();
    if (now - Date.parse(message.timestamp) > HOUR) {
      const recent = this.#oldEdits.filter((at) => now - at < HOUR);
      if (recent.length >= this.#options.oldEdits)
        return error(
          429,
          30046,
          'Maximum number of edits to messages older than 1 hour reached. Try again later',
        );
      this.#oldEdits.push(now);
    }
    Object.assign(message, this.#shown(body, uploads), { edited_timestamp: new Date(now).toISOString() });
    return { status: 200, body: message };
  }

  #shown(body: unknown, uploads: { files: UploadedFile[]; existing: FakeAttachment[] }) {
    const attachments = attached(body as Record<string, unknown>, uploads, () => this.#snowflake());
    return { ...shown(body), attachments };
  }

  #snowflake(): string {
    this.#counter += 1n;
    return String((BigInt(this.#options.now() - EPOCH) << 22n) + this.#counter);
  }
}

/** What readers get of a request's body. Without `allowed_mentions`, @everyone in the content pings everyone. */
function shown(body: unknown): Pick<FakeMessage, 'content' | 'embeds' | 'mention_everyone'> {
  const {
    content = '',
    embeds = [],
    allowed_mentions,
  } = body as { content?: string; embeds?: FakeEmbed[]; allowed_mentions?: { parse?: string[] } };
  const parse = allowed_mentions ? (allowed_mentions.parse ?? []) : ['everyone'];
  return {
    content,
    embeds,
    mention_everyone: parse.includes('everyone') && /@(?:everyone|here)/.test(content),
  };
}
