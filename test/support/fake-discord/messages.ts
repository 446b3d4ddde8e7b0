import { attached, type FakeAttachment, tooLarge, type UploadedFile } from './attachments.ts';
import { refusal } from './form.ts';
import { isLayout } from './layout-form.ts';
import type { State } from './state.ts';
import {
  type Answer,
  type Call,
  type Channel,
  error,
  type FakeComponent,
  type FakeEmbed,
  type FakeMessage,
  KIND,
} from './types.ts';

const HOUR = 3_600_000;
const TEXT_CHANNELS: readonly number[] = [KIND.text, KIND.announcement, KIND.thread, KIND.announcementThread];

/** A message as Discord answers with it; another implementation leaves out what may be. */
export function told(state: State, message: FakeMessage): unknown {
  if (!state.options.sparse) return message;
  const { id, channel_id, author, embeds, components, timestamp } = message;
  return {
    ...{ id, channel_id, author, timestamp, content: message.content, an_unknown_key: {} },
    ...(embeds.length > 0 && { embeds }),
    ...(components.length > 0 && { components }),
  };
}

/** Whether a channel takes a message now; null: it does. */
function closedFor(channel: Channel): Answer | null {
  if (!TEXT_CHANNELS.includes(channel.type))
    return error(400, 50008, 'Cannot send messages in a non-text channel');
  if (!channel.send) return error(403, 50013, 'Missing Permissions');
  if (channel.archived) return error(400, 50083, 'Thread is archived');
  return channel.locked ? error(400, 160005, 'Thread is locked') : null;
}

export function history(state: State, channel: Channel, query: URLSearchParams): Answer {
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return error(400, 50035, 'Invalid Form Body');
  if (!channel.readHistory) return { status: 200, body: [] };
  const before = query.get('before');
  const after = query.get('after');
  const newestFirst = channel.messages
    .filter(
      ({ id }) =>
        (before === null || BigInt(id) < BigInt(before)) && (after === null || BigInt(id) > BigInt(after)),
    )
    .reverse();
  return { status: 200, body: newestFirst.slice(0, limit).map((message) => told(state, message)) };
}

/** A message of the channel's by its id. */
export function oneMessage(state: State, channel: Channel, id: string): Answer {
  if (!channel.readHistory) return error(403, 50013, 'Missing Permissions');
  const message = channel.messages.find((candidate) => candidate.id === id);
  return message ? { status: 200, body: told(state, message) } : error(404, 10008, 'Unknown Message');
}

interface Sent {
  body: unknown;
  files: UploadedFile[];
}

/** Puts a message there without asking for the channel's leave. */
export function put(
  state: State,
  channel: Channel,
  { body, files }: Sent,
  { author, id = state.snowflake() }: { author: string; id?: string },
): FakeMessage {
  const reference = (body as { message_reference?: { message_id: string } }).message_reference;
  const message: FakeMessage = {
    id,
    channel_id: channel.id,
    author: { id: author, bot: true },
    timestamp: new Date(state.now).toISOString(),
    edited_timestamp: null,
    ...shown(state, body, { files, existing: [] }),
    mention_roles: toldRoles(body),
    ...(reference && { message_reference: { message_id: reference.message_id } }),
  };
  channel.messages.push(message);
  return message;
}

/** What is wrong with the message that another answers; null: nothing. */
function badReference(channel: Channel, body: unknown): Answer | null {
  const reference = (body as { message_reference?: { message_id?: unknown; fail_if_not_exists?: boolean } })
    .message_reference;
  if (reference !== undefined && !channel.readHistory)
    return error(403, 160002, 'You cannot reply without permission to read message history');
  if (reference === undefined || reference.fail_if_not_exists === false) return null;
  const known = channel.messages.some(({ id }) => id === reference.message_id);
  return known ? null : error(400, 50035, 'Invalid Form Body: message_reference: Unknown message');
}

export function post(state: State, channel: Channel, { body, files }: Call, author: string): Answer {
  const closed = closedFor(channel);
  if (closed) return closed;
  const parent = state.channels.get(channel.parentId ?? '');
  const forbidden = (files.length > 0 && !channel.attachFiles) || parent?.sendInThreads === false;
  if (forbidden) return error(403, 50013, 'Missing Permissions');
  if (tooLarge(files)) return error(413, 40005, 'Request entity too large');
  const refused = refusal(body, { files, existing: [] }) ?? badReference(channel, body);
  if (refused) return refused;
  const { nonce, enforce_nonce } = body as { nonce?: string; enforce_nonce?: boolean };
  const known = state.nonces.get(`${author} ${nonce}`);
  const enforced = author === 'bot' && nonce !== undefined && enforce_nonce === true;
  if (enforced && known && state.now - known.at <= state.options.nonceWindowMs)
    return { status: 200, body: told(state, known.message) };
  const message = put(state, channel, { body, files }, { author });
  if (enforced) state.nonces.set(`${author} ${nonce}`, { message, at: state.now });
  const answer = told(state, message);
  return { status: 200, body: state.options.sparse ? answer : { ...message, nonce } };
}

export function patch(
  state: State,
  channel: Channel,
  call: Call,
  { id, author }: { id: string; author: string },
): Answer {
  const { body, files } = call;
  const message = channel.messages.find((candidate) => candidate.id === id);
  if (!message) return error(404, 10008, 'Unknown Message');
  if (message.author.id !== author)
    return error(403, 50005, 'Cannot edit a message authored by another user');
  const closed = closedFor(channel);
  if (closed) return closed;
  if (tooLarge(files)) return error(413, 40005, 'Request entity too large');
  const uploads = { files, existing: message.attachments };
  const laidOut = isLayout(message);
  const asked = body as { flags?: number; content?: unknown };
  const refused = refusal(laidOut ? { ...asked, flags: message.flags } : body, uploads);
  if (refused) return refused;
  if (state.now - Date.parse(message.timestamp) > HOUR) {
    const recent = state.oldEdits.filter((at) => state.now - at < HOUR);
    if (recent.length >= state.options.oldEdits)
      return error(
        429,
        30046,
        'Maximum number of edits to messages older than 1 hour reached. Try again later',
      );
    state.oldEdits.push(state.now);
  }
  const { content, flags, ...rest } = shown(state, body, uploads);
  Object.assign(message, rest, { edited_timestamp: new Date(state.now).toISOString() });
  if (asked.content !== undefined) message.content = content;
  message.flags |= flags;
  return { status: 200, body: told(state, message) };
}

const textsOf = (components: readonly FakeComponent[]): string[] =>
  components.flatMap(({ content, components: inside = [] }) => [content ?? '', ...textsOf(inside)]);

interface Body {
  content?: string;
  embeds?: FakeEmbed[];
  components?: FakeComponent[];
  flags?: number;
  allowed_mentions?: { parse?: string[]; roles?: string[] };
}

/** The roles that a posted message tells. */
function toldRoles(body: unknown): string[] {
  const { content = '', components = [], allowed_mentions: allowed } = body as Body;
  const texts = [content, ...textsOf(components)].join('\n');
  const named = [...texts.matchAll(/<@&(\d+)>/g)].map(([, role = '']) => role);
  return named.filter((role) => allowed === undefined || (allowed.roles ?? []).includes(role));
}

/** What readers get of a request's body. Without `allowed_mentions`, @everyone in the content pings everyone. */
function shown(state: State, body: unknown, uploads: { files: UploadedFile[]; existing: FakeAttachment[] }) {
  const { content = '', embeds = [], components = [], flags = 0, allowed_mentions } = body as Body;
  const parse = allowed_mentions ? (allowed_mentions.parse ?? []) : ['everyone'];
  return {
    content,
    embeds,
    components,
    flags,
    mention_everyone: parse.includes('everyone') && /@(?:everyone|here)/.test(content),
    attachments: attached(body as Record<string, unknown>, uploads, () => state.snowflake()),
  };
}
