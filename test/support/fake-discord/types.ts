import type { IncomingHttpHeaders } from 'node:http';
import type { FakeAttachment, UploadedFile } from './attachments.ts';

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
  components: FakeComponent[];
  attachments: FakeAttachment[];
  timestamp: string;
  edited_timestamp: string | null;
  /** What a reader is pinged by. */
  mention_everyone: boolean;
  /** Roles that were told when it was posted; an edit tells nobody. */
  mention_roles: string[];
  /** 1: published; 1 << 15: laid out by components. */
  flags: number;
  message_reference?: { message_id: string };
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

export interface FakeComponent {
  type: number;
  content?: string;
  components?: FakeComponent[];
  accent_color?: number;
}

export interface FakeTag {
  id: string;
  name: string;
  moderated?: boolean;
}

/** Kinds of channels, as Discord numbers them. */
export const KIND = { text: 0, announcement: 5, announcementThread: 10, thread: 11, forum: 15 } as const;

/** A channel or thread, with what the bot may do there. */
export interface Channel {
  id: string;
  type: number;
  name: string;
  view: boolean;
  send: boolean;
  createThreads: boolean;
  readHistory: boolean;
  attachFiles: boolean;
  /** In a thread of the channel. */
  sendInThreads: boolean;
  /** Of a thread. */
  archived: boolean;
  locked: boolean;
  archivedAt: string | null;
  parentId: string | null;
  appliedTags: string[];
  /** Of a forum. */
  tags: FakeTag[];
  requiresTag: boolean;
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
  /** Messages that a channel may publish in an hour. */
  published?: number;
  /** Another implementation: what may be left out is, headers are written otherwise, no limits are told beforehand. */
  sparse?: boolean;
}

export const error = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});
