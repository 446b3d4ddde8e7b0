import type { Instant } from './common.ts';

/** `story`: one story's message, posted once and edited as it grows; `catch-up`: the one message that
 * announces a backlog; `digest`: a period's overview; `alert`: something the operator should know. */
export const DELIVERY_KINDS = ['story', 'catch-up', 'digest', 'alert'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** `due` owed; `sending` handed out, outcome not yet known; `sent` the medium confirmed it;
 * `parked` cannot be delivered until someone acts (reason says what); `silent` deliberately not posted. */
export const DELIVERY_STATES = ['due', 'sending', 'sent', 'parked', 'silent'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

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
