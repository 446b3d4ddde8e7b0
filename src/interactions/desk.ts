import type { DisplayName } from '../model/index.ts';
import type { DiscordClient } from '../publish/discord/rest.ts';
import type { Canonical } from './asked.ts';
import type { LongOptions } from './custom-id.ts';
import type { Reader } from './reader.ts';

export type Log = (level: 'info' | 'warn' | 'error', message: string, fields?: object) => void;

/** A role that members take and leave. */
export interface FollowRole {
  /** Its id on Discord. */
  role: string;
  /** The dossier's id of the party or topic that it stands for. */
  ref: string;
  name: DisplayName;
}

/** What members are served with. */
export interface Desk {
  reader: Reader;
  long: LongOptions;
  canonical: Canonical;
  roles: readonly FollowRole[];
  client: DiscordClient;
  log: Log;
}
