import { refusal } from './form.ts';
import { put, told } from './messages.ts';
import type { State } from './state.ts';
import { type Answer, type Call, type Channel, error, KIND } from './types.ts';

const HOUR = 3_600_000;
const REQUIRE_TAG = 16;
const MOST_TAGS = 5;
const PUBLISHED = 1;
const ARCHIVE_MINUTES: readonly unknown[] = [undefined, 60, 1440, 4320, 10080];

/** A channel or thread as Discord answers with it. */
export function toldChannel(state: State, channel: Channel): Record<string, unknown> {
  const { id, type, name, parentId, archived, locked, archivedAt, tags, appliedTags, requiresTag } = channel;
  const head = { id, type, name, guild_id: state.guildId, parent_id: parentId };
  if (type === KIND.thread || type === KIND.announcementThread)
    return {
      ...head,
      owner_id: 'bot',
      thread_metadata: { archived, locked, auto_archive_duration: 1440, archive_timestamp: archivedAt },
      ...(!state.options.sparse && { applied_tags: appliedTags }),
    };
  if (type !== KIND.forum) return head;
  return {
    ...head,
    ...(!(state.options.sparse && tags.length === 0) && { available_tags: tags }),
    ...(!(state.options.sparse && !requiresTag) && { flags: requiresTag ? REQUIRE_TAG : 0 }),
  };
}

function badName(name: unknown): Answer | null {
  if (typeof name === 'string' && name.trim() !== '' && name.length <= 100) return null;
  return error(400, 50035, 'Invalid Form Body: name: Must be between 1 and 100 in length.');
}

/** `POST /channels/c/messages/m/threads`. */
export function startThread(state: State, channel: Channel, messageId: string, { body }: Call): Answer {
  const { name, auto_archive_duration: minutes } = body as {
    name?: unknown;
    auto_archive_duration?: unknown;
  };
  if (channel.type !== KIND.text && channel.type !== KIND.announcement)
    return error(400, 50024, 'Cannot execute action on this channel type');
  if (!channel.createThreads) return error(403, 50013, 'Missing Permissions');
  if (!channel.messages.some(({ id }) => id === messageId)) return error(404, 10008, 'Unknown Message');
  if (state.channels.has(messageId))
    return error(400, 160004, 'A thread has already been created for this message');
  const bad = badName(name);
  if (bad) return bad;
  if (!ARCHIVE_MINUTES.includes(minutes))
    return error(400, 50035, 'Invalid Form Body: auto_archive_duration');
  const type = channel.type === KIND.text ? KIND.thread : KIND.announcementThread;
  const thread = state.addChannel({ id: messageId, type, name: String(name), parentId: channel.id });
  return { status: 201, body: toldChannel(state, thread) };
}

/** What is wrong with a post's tags; null: nothing. */
function badTags(forum: Channel, tags: unknown): Answer | null {
  if (!Array.isArray(tags) || tags.length > MOST_TAGS)
    return error(400, 50035, `Invalid Form Body: applied_tags: Must be ${MOST_TAGS} or fewer in length.`);
  for (const id of tags) {
    const tag = forum.tags.find((candidate) => candidate.id === id);
    if (!tag) return error(400, 50035, 'Invalid Form Body: applied_tags: Unknown tag');
    if (tag.moderated) return error(403, 50013, 'Missing Permissions');
  }
  const missing = forum.requiresTag && tags.length === 0;
  return missing ? error(400, 40067, 'A tag is required to create a forum post in this channel') : null;
}

type Json = Record<string, unknown>;

interface ForumPost {
  name?: unknown;
  message?: unknown;
  applied_tags?: unknown;
}

/** Begins a post in a forum; it has the id of its first message. */
export function forumPost(
  state: State,
  forum: Channel,
  post: ForumPost,
  { call, author }: { call: Call; author: string },
): Answer {
  const { name, message, applied_tags: tags = [] } = post;
  if (forum.type !== KIND.forum) return error(400, 50024, 'Cannot execute action on this channel type');
  if (!forum.send) return error(403, 50013, 'Missing Permissions');
  const refused =
    badName(name) ?? refusal(message, { files: call.files, existing: [] }) ?? badTags(forum, tags);
  if (refused) return refused;
  const id = state.snowflake();
  const appliedTags = tags as string[];
  const settings = { id, type: KIND.thread, name: String(name), parentId: forum.id, appliedTags };
  const thread = state.addChannel(settings);
  const first = put(state, thread, { body: message, files: call.files }, { author, id });
  const answer = toldChannel(state, thread);
  return { status: 201, body: state.options.sparse ? answer : { ...answer, message: told(state, first) } };
}

/** `GET /guilds/g/threads/active`. */
export function activeThreads(state: State): Answer {
  const threads = [...state.channels.values()].filter(
    ({ parentId, archived }) => parentId !== null && !archived,
  );
  const told = threads.map((thread) => toldChannel(state, thread));
  return { status: 200, body: { threads: told, members: [] } };
}

/** `GET /channels/c/threads/archived/public`: those archived last first. */
export function archivedThreads(state: State, channel: Channel, query: URLSearchParams): Answer {
  const limit = Number(query.get('limit') ?? 50);
  const before = query.get('before');
  if (before !== null && !Number.isFinite(Date.parse(before))) return error(400, 50035, 'Invalid Form Body');
  const threads = [...state.channels.values()]
    .filter(
      ({ parentId, archived, archivedAt }) =>
        parentId === channel.id && archived && (before === null || (archivedAt ?? '') < before),
    )
    .sort((a, b) => ((a.archivedAt ?? '') < (b.archivedAt ?? '') ? 1 : -1));
  const page = threads.slice(0, limit).map((thread) => toldChannel(state, thread));
  return { status: 200, body: { threads: page, members: [], has_more: threads.length > limit } };
}

/** `PATCH /channels/c`, as far as threads are brought back, named and tagged by it. */
export function changeThread(state: State, thread: Channel, { body }: Call): Answer {
  const { archived, name, applied_tags: tags } = body as Json;
  const forum = state.channels.get(thread.parentId ?? '');
  if (!forum || thread.locked || archived === true) return error(403, 50013, 'Missing Permissions');
  if (thread.archived && archived !== false) return error(400, 50083, 'Thread is archived');
  if (tags !== undefined && forum.type !== KIND.forum) return error(400, 50035, 'Invalid Form Body');
  const bad =
    (name === undefined ? null : badName(name)) ?? (tags === undefined ? null : badTags(forum, tags));
  if (bad) return bad;
  thread.archived = false;
  thread.name = name === undefined ? thread.name : String(name);
  thread.appliedTags = tags === undefined ? thread.appliedTags : (tags as string[]);
  return { status: 200, body: toldChannel(state, thread) };
}

/** `POST /channels/c/messages/m/crosspost`. */
export function crosspost(state: State, channel: Channel, messageId: string): Answer {
  if (channel.type !== KIND.announcement)
    return error(400, 50024, 'Cannot execute action on this channel type');
  const message = channel.messages.find(({ id }) => id === messageId);
  if (!message) return error(404, 10008, 'Unknown Message');
  const recent = state.published.filter(
    ({ channelId, at }) => channelId === channel.id && state.now - at < HOUR,
  );
  if (recent.length >= state.options.published) {
    const seconds = (HOUR - (state.now - (recent[0]?.at ?? state.now))) / 1000;
    return {
      status: 429,
      headers: { 'Retry-After': String(Math.ceil(seconds)), 'X-RateLimit-Scope': 'shared' },
      body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
    };
  }
  if ((message.flags & PUBLISHED) !== 0)
    return error(400, 40033, 'This message has already been crossposted');
  message.flags |= PUBLISHED;
  state.published.push({ channelId: channel.id, at: state.now });
  return { status: 200, body: told(state, message) };
}
