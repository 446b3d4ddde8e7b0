import type { Instant } from './common.ts';

/** `story`: one story's message, posted once and edited as it grows; `development`: what happened in it since;
 * `catch-up`: the one message that announces a backlog; `digest`: a period's overview; `alert`: something the
 * operator should know. */
export const DELIVERY_KINDS = ['story', 'development', 'catch-up', 'digest', 'alert'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** `due` owed; `sending` handed out, outcome not yet known; `sent` the medium confirmed it;
 * `parked` cannot be delivered until someone acts (reason says what); `silent` deliberately not posted. */
export const DELIVERY_STATES = ['due', 'sending', 'sent', 'parked', 'silent'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** `stage`: a later one than the story had; `primary`: a release of a party, court or authority joined; `edit`: an article
 * says something else than before. */
export const DEVELOPMENT_KINDS = ['stage', 'primary', 'edit'] as const;
export type DevelopmentKind = (typeof DEVELOPMENT_KINDS)[number];

/** One message owed to one channel. */
export interface Delivery {
  /** At most 25 characters: it is Discord's enforced nonce. */
  id: string;
  channelId: string;
  kind: DeliveryKind;
  storyId: number | null;
  state: DeliveryState;
  /** What the message must say next is newer than what was sent. */
  dirty: boolean;
  messageId: string | null;
  attempts: number;
  nextAttemptAt: Instant | null;
  reason: string | null;
  createdAt: Instant;
  sentAt: Instant | null;
}
