import type { Grade, Language } from '../model/index.ts';
import type { Layout } from './medium.ts';

/** The languages in which messages are written. */
export type MessageLanguage = 'de' | 'en';

/** Where a channel's messages go. `api` names another server than Discord's, `http://127.0.0.1:8080/api`. */
export type MediumSettings =
  | { kind: 'terminal' }
  | { kind: 'discord-bot'; token: string; channelId: string; api?: string | undefined }
  | { kind: 'discord-webhook'; url: string; api?: string | undefined };

/** `messages` a story is a message; `threads` … with a thread begun from it; `forum` a story is a forum's post;
 * `digest` no story is posted singly. */
export const STYLES = ['messages', 'threads', 'forum', 'digest'] as const;
export type Style = (typeof STYLES)[number];

/** Which stories a channel wants: of what is given, each must hold; of a list, any will do. */
export interface Filter {
  grades: readonly Grade[];
  /** Ids of the dossier, named in one of the story's articles. */
  parties?: readonly string[] | undefined;
  topics?: readonly string[] | undefined;
  /** Of one of its articles. */
  languages?: readonly Language[] | undefined;
  /** Source ids, of one of its articles. */
  outlets?: readonly string[] | undefined;
}

/** A role that is told of a story's message or of a development, where everything given holds. */
export interface Ping {
  /** Its id on Discord. */
  role: string;
  /** The message is at, or the development brings, one of these stages. */
  stages?: readonly string[] | undefined;
  parties?: readonly string[] | undefined;
  topics?: readonly string[] | undefined;
}

/** When nothing is sent: wall-clock times, `22:00`, in an IANA zone; `to` may be on the next day. */
export interface Quiet {
  from: string;
  to: string;
  timezone: string;
}

/** One channel that stories are posted to. */
export interface ChannelSettings extends Filter {
  id: string;
  language: MessageLanguage;
  medium: MediumSettings;
  /** A story whose newest article is older than this many ms is not posted singly. */
  maxAgeMs: number;
  /** When it is sent overviews (cron lines of five fields), and what their chart is stacked by; without it, none. */
  digest?: { daily?: string | undefined; weekly?: string | undefined; chart: 'party' | 'stage' } | undefined;
  /** Whether it is told of sources that die or come back; default no. */
  alerts?: boolean | undefined;
  /** Default `messages`. */
  style?: Style | undefined;
  /** Default `embed`. */
  layout?: Layout | undefined;
  /** Whether it is told, after a story's message, of what happens in it; default no. */
  developments?: boolean | undefined;
  quiet?: Quiet | undefined;
  pings?: readonly Ping[] | undefined;
  /** Whether its messages are published to the servers that follow it; default no. */
  announce?: boolean | undefined;
  /** Longest excerpt, in characters, that is shown of one article, whatever its outlet allows. */
  snippetLimit?: number | undefined;
}
