import type { Db } from '../store/db.ts';
import type { Outbox, OutboxRow } from '../store/outbox.ts';
import type { ChannelSettings } from './channels.ts';
import type { DeliveryEvent } from './deliver.ts';
import type { Medium } from './medium.ts';

/** One channel while it is being delivered to. */
export interface Post {
  db: Db;
  outbox: Outbox;
  channel: ChannelSettings;
  medium: Medium;
  now: () => Date;
  tell: (
    row: Pick<OutboxRow, 'channelId' | 'kind' | 'storyId'>,
    outcome: DeliveryEvent['outcome'],
    reason?: string,
  ) => void;
}

/** Whether the channel can take another message in this run. */
export type Onward = 'go on' | 'stop';
