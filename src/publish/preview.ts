import type { Db } from '../store/db.ts';
import { outboxOf } from '../store/outbox.ts';
import { storyTags } from '../store/story-tags.ts';
import type { ChannelSettings, Style } from './channels.ts';
import { owedMessage } from './content.ts';
import { subjectsOf } from './label.ts';
import type { Form } from './medium.ts';
import type { Message } from './message.ts';
import { postsSingly } from './outbox.ts';
import { rolesFor } from './pings.ts';
import { threadName } from './thread-name.ts';

/** Stands where the delivery's id will, in the message of a story that the channel is not owed. */
const NO_DELIVERY = 'preview';

export interface Preview {
  message: Message;
  /** How it is or would be posted. */
  form: Form;
  style: Style;
  /** Of the thread or forum post; null where there is none. */
  thread: string | null;
  /** Names that tags of a forum may have: of the story's stage and topics. */
  subjects: string[];
  published: boolean;
  /** Whether the channel's filter and style let the story be posted at all. */
  wanted: boolean;
}

type Reader = Pick<
  ChannelSettings,
  'id' | 'language' | 'snippetLimit' | 'style' | 'layout' | 'pings' | 'announce'
> &
  Parameters<typeof postsSingly>[0];

/** What a message was posted with; for one that was not, what it would be posted with now. */
function formOf(db: Db, storyId: number, reader: Reader): Form {
  const row = outboxOf(db).ofStory(reader.id, storyId);
  const ref = row?.id ?? NO_DELIVERY;
  if (row?.layout != null)
    return { ref, layout: row.layout, roles: JSON.parse(row.roles ?? '[]') as string[] };
  const tags = storyTags(db, storyId);
  const roles = rolesFor(reader.pings ?? [], tags, new Set(tags.stage === null ? [] : [tags.stage]));
  return { ref, layout: reader.layout ?? 'embed', roles };
}

/** What a channel would be told about a story now, whether or not it was or will be; null where there is no such story. */
export function previewOf(db: Db, storyId: number, reader: Reader): Preview | null {
  const form = formOf(db, storyId, reader);
  const row = { id: form.ref, kind: 'story', storyId, messageId: null, createdAt: '' } as const;
  const message = owedMessage(db, row, reader);
  if (!message) return null;
  const { style = 'messages' } = reader;
  const facts = outboxOf(db).storyFacts(storyId);
  return {
    message,
    form,
    style,
    thread: style === 'threads' || style === 'forum' ? threadName(message) : null,
    subjects: subjectsOf(db, storyId, reader.language).flatMap(([name]) => name ?? []),
    published: reader.announce === true,
    wanted: facts !== undefined && postsSingly(reader, facts, () => storyTags(db, storyId)),
  };
}
