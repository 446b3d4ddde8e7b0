import type { Grade } from '../model/index.ts';

/** The languages in which messages are written. */
export type MessageLanguage = 'de' | 'en';

/** Where a channel's messages go. `api` names another server than Discord's, `http://127.0.0.1:8080/api`. */
export type MediumSettings =
  | { kind: 'terminal' }
  | { kind: 'discord-bot'; token: string; channelId: string; api?: string | undefined }
  | { kind: 'discord-webhook'; url: string; api?: string | undefined };

/** One channel that stories are posted to. */
export interface ChannelSettings {
  id: string;
  language: MessageLanguage;
  /** A story of another grade is not posted. */
  grades: readonly Grade[];
  medium: MediumSettings;
  /** A story whose newest article is older than this many ms is not posted singly. */
  maxAgeMs: number;
  /** Whether it is told of sources that die or come back; default no. */
  alerts?: boolean | undefined;
}
