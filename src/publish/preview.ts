import type { Db } from '../store/db.ts';
import { outboxOf } from '../store/outbox.ts';
import type { ChannelSettings } from './channels.ts';
import { owedMessage } from './content.ts';
import type { Message } from './message.ts';

/** Stands where the delivery's id will, in the message of a story that the channel is not owed. */
const NO_DELIVERY = 'preview';

export interface Preview {
  message: Message;
  /** The id that the message ends with. */
  ref: string;
}

/** What a channel would be told about a story now, whether or not it was or will be; null where there is no such story. */
export function previewOf(
  db: Db,
  storyId: number,
  reader: Pick<ChannelSettings, 'id' | 'language' | 'snippetLimit'>,
): Preview | null {
  const ref = outboxOf(db).ofStory(reader.id, storyId)?.id ?? NO_DELIVERY;
  const message = owedMessage(
    db,
    { id: ref, kind: 'story', storyId, messageId: null, createdAt: '' },
    reader,
  );
  return message && { message, ref };
}
