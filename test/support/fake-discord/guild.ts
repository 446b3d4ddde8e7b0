import { Buckets } from './limits.ts';
import { history, oneMessage, patch, post } from './messages.ts';
import { State } from './state.ts';
import {
  activeThreads,
  archivedThreads,
  changeThread,
  crosspost,
  forumPost,
  startThread,
  toldChannel,
} from './threads.ts';
import { type Answer, type Call, type Channel, error, type GuildOptions, KIND } from './types.ts';

export type { Answer, Call, FakeEmbed, FakeMessage, GuildOptions } from './types.ts';

const TAIL = /^\/api\/v10\/channels\/(?<channel>\d+)(?<rest>\/.*)?$/;
const ONE_MESSAGE = /^\/messages\/(?<id>\d+)(?<action>\/threads|\/crosspost)?$/;

/** The state behind the fake's interface, and Discord's rules about it. */
export class Guild {
  /** Answers of 401, 403 and 429: too many ban the address. */
  invalidRequests = 0;
  /** 429s that were answered. */
  limited = 0;
  readonly #state: State;
  readonly #buckets: Buckets;

  constructor(options: GuildOptions) {
    this.#state = new State(options);
    this.#buckets = new Buckets({ ...this.#state.options.rateLimit, now: () => Date.now() });
  }

  get channels() {
    return this.#state.channels;
  }

  get webhooks() {
    return this.#state.webhooks;
  }

  addChannel(settings: Partial<Omit<Channel, 'id' | 'messages'>> = {}): Channel {
    return this.#state.addChannel(settings);
  }

  /** Threads and posts of a channel, in the order in which they began. */
  threadsOf(channelId: string): Channel[] {
    return [...this.channels.values()].filter(({ parentId }) => parentId === channelId);
  }

  addWebhook(channelId: string): { id: string; token: string } {
    const id = this.#state.snowflake();
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
    if (!this.#state.options.sparse) return { ...answer, headers: { ...headers, ...answer.headers } };
    const lower = Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    return { ...answer, headers: Object.fromEntries(lower) as Record<string, string> };
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
    if (call.headers.authorization !== `Bot ${this.#state.options.token}`)
      return error(401, 0, '401: Unauthorized');
    if (call.path === `/api/v10/guilds/${this.#state.guildId}/threads/active`)
      return activeThreads(this.#state);
    const { channel: id = '', rest = '' } = TAIL.exec(call.path)?.groups ?? {};
    if (id === '') return error(404, 0, '404: Not Found');
    const channel = this.channels.get(id);
    if (!channel) return error(404, 10003, 'Unknown Channel');
    if (!channel.view) return error(403, 50001, 'Missing Access');
    return this.#channel(call, channel, rest);
  }

  #channel(call: Call, channel: Channel, rest: string): Answer {
    const state = this.#state;
    const verb = `${call.method} ${rest}`;
    if (verb === 'GET ') return { status: 200, body: toldChannel(state, channel) };
    if (verb === 'PATCH ') return changeThread(state, channel, call);
    if (verb === 'GET /messages') return history(state, channel, call.query);
    if (verb === 'POST /messages') return post(state, channel, call, 'bot');
    if (verb === 'POST /threads')
      return forumPost(state, channel, call.body as object, { call, author: 'bot' });
    if (verb === 'GET /threads/archived/public') return archivedThreads(state, channel, call.query);
    const { id = '', action = '' } = ONE_MESSAGE.exec(rest)?.groups ?? {};
    if (id === '') return error(404, 0, '404: Not Found');
    if (call.method === 'GET' && action === '') return oneMessage(state, channel, id);
    if (call.method === 'PATCH' && action === '') return patch(state, channel, call, { id, author: 'bot' });
    if (call.method === 'POST' && action === '/threads') return startThread(state, channel, id, call);
    if (call.method === 'POST' && action === '/crosspost') return crosspost(state, channel, id);
    return error(405, 0, '405: Method Not Allowed');
  }

  #webhook(call: Call, id: string, token: string, messageId: string | undefined): Answer {
    const webhook = this.webhooks.get(id);
    const own = webhook && this.channels.get(webhook.channelId);
    if (!webhook || !own) return error(404, 10015, 'Unknown Webhook');
    if (webhook.token !== token) return error(401, 50027, 'Invalid Webhook Token');
    const threadId = call.query.get('thread_id');
    const channel = threadId === null ? own : this.channels.get(threadId);
    if (!channel || (threadId !== null && channel.parentId !== own.id))
      return error(404, 10003, 'Unknown Channel');
    // Without being asked to, Discord drops the components of webhooks that no application owns.
    const { components: _dropped, ...plain } = (call.body ?? {}) as Record<string, unknown>;
    const heard = call.query.get('with_components') === 'true' ? call : { ...call, body: plain };
    if (messageId) return patch(this.#state, channel, heard, { id: messageId, author: id });
    const answer = this.#postByWebhook(heard, channel, id);
    return answer.status === 200 && call.query.get('wait') !== 'true' ? { status: 204 } : answer;
  }

  #postByWebhook(call: Call, channel: Channel, author: string): Answer {
    const { thread_name: name, applied_tags: tags, ...message } = call.body as Record<string, unknown>;
    if (channel.type !== KIND.forum)
      return name === undefined
        ? post(this.#state, channel, call, author)
        : error(400, 220003, 'Webhooks can only create threads in forum channels');
    if (name === undefined)
      return error(400, 220001, 'Webhooks posted to forum channels must have a thread_name or thread_id');
    const answer = forumPost(this.#state, channel, { name, message, applied_tags: tags }, { call, author });
    const begun = (answer.body as { id?: string }).id ?? '';
    const thread = answer.status === 201 ? this.channels.get(begun) : undefined;
    return thread ? oneMessage(this.#state, thread, begun) : answer;
  }
}
