import type { DeliveryKind, DeliveryState, Instant } from '../model/index.ts';

/** One message owed to a channel, as the sender needs it. */
export interface OutboxRow {
  id: string;
  channelId: string;
  kind: DeliveryKind;
  storyId: number | null;
  state: DeliveryState;
  /** Counts the changes of what it should say; above `sentVersion`, something is owed. */
  version: number;
  sentVersion: number;
  messageId: string | null;
  bodySha256: string | null;
  attempts: number;
  createdAt: Instant;
  sendingAt: Instant | null;
  afterMessageId: string | null;
  sentAt: Instant | null;
  editedAt: Instant | null;
  /** As it was first handed out; null: embed. */
  layout: 'embed' | 'components' | null;
  /** JSON array: ids of the roles that it tells. */
  roles: string | null;
  /** The thread that it stands in; null: the channel itself. */
  standsIn: string | null;
  /** The thread about its story; null: none. */
  threadId: string | null;
}

/** What is done with a message besides: a thread started from it, its thread named and tagged anew, published to followers. */
export type FollowUpKind = 'thread' | 'label' | 'publish';

/** The columns of an `OutboxRow`. */
export const COLUMNS = `id, channel_id AS channelId, kind, story_id AS storyId, state, version, sent_version AS sentVersion,
  message_id AS messageId, body_sha256 AS bodySha256, attempts, created_at AS createdAt, sending_at AS sendingAt,
  after_message_id AS afterMessageId, sent_at AS sentAt, edited_at AS editedAt,
  layout, roles, stands_in AS standsIn, thread_id AS threadId`;
