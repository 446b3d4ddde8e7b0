import type { Message } from './message.ts';

/** What a failed request means for what is owed. */
export type FailureKind =
  /** The medium will not take this message; others it may. */
  | 'refused'
  /** The medium takes nothing for this channel until someone acts. */
  | 'closed'
  /** The message to be edited is gone. */
  | 'gone'
  /** Nothing was sent; the channel must wait. */
  | 'wait'
  /** Nothing was sent; this message must wait, others need not. */
  | 'wait-message'
  /** Nothing was sent: the medium could not be reached. */
  | 'offline'
  /** Nobody can say whether the message arrived. */
  | 'unknown';

/** Why a medium did not do what it was asked. */
export class MediumError extends Error {
  override name = 'MediumError';
  readonly kind: FailureKind;
  /** Ms to wait; for a closed channel, until another try could do; null: none makes sense. */
  readonly retryAfterMs: number | null;
  /** The medium's own code of the error, null where it gave none. */
  readonly code: number | null;

  constructor(
    kind: FailureKind,
    message: string,
    options: { retryAfterMs?: number; code?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.code = options.code ?? null;
  }
}

/** How a message is laid out: as an embed, or in Discord's Components V2. */
export type Layout = 'embed' | 'components';

/** What besides its words a message is made of; stays the same from its first posting to its last edit. */
export interface Form {
  /** The delivery's id. */
  ref: string;
  layout: Layout;
  /** Ids of the roles that it tells. */
  roles: readonly string[];
}

/** Where in a channel a message goes; nothing named: simply there. */
export interface Target {
  /** The message that it answers. */
  replyTo?: string;
  /** The thread that it is put into. */
  threadId?: string;
  /** In a forum: the post that it begins. */
  forumPost?: ForumPost;
}

export interface ForumPost {
  name: string;
  /** For each subject, the most important first, the names that a tag for it may have. */
  subjects: readonly (readonly string[])[];
}

/** What a thread or forum post is called by now, and what the tags of a post are for. */
export interface Label extends ForumPost {
  /** Names that it may have been given from here: any other was given by a person, and stays. Null: no name stays. */
  ownNames: readonly string[] | null;
  /** Names of all that a story can be about: a post's tags for anything else were set by a person, and stay. */
  allSubjects: readonly string[];
}

/** Where a message stands. */
export interface Place {
  messageId: string;
  /** Null: in the channel itself. */
  threadId: string | null;
}

/** Where to look for a message whose fate is unknown. */
export interface Traces {
  /** The delivery's id, as it was posted. */
  ref: string;
  /** Where it was to go. */
  target: Target;
  /** The channel's newest message known before it was posted. */
  afterMessageId: string | null;
  /** When it was first handed over (UTC, ms since 1970). */
  since: number;
}

/** A place that messages go to. Every method throws MediumError and nothing else. */
export interface Medium {
  /** The exact text of the request that edits this message: two equal bodies need no edit. */
  body(message: Message, form: Form): string;
  /**
   * Posts a message and tells its roles; gives where it stands. Called again with the same `ref`, it may give the first
   * message's place.
   */
  post(message: Message, form: Form, target: Target): Promise<Place>;
  /** Changes what a message says; nobody is told again. */
  edit(place: Place, message: Message, form: Form): Promise<void>;
  /** Where the message posted with this ref stands, null if there is none. Absent: the medium cannot look back. */
  find?(traces: Traces): Promise<Place | null>;
  /** Starts a thread from a message, gives its id; that of the thread there is, if so. Absent: there are no threads. */
  startThread?(messageId: string, name: string): Promise<string>;
  /** Names a story's thread anew, and tags it where it is a forum's post. Absent: names and tags stay. */
  relabel?(threadId: string, label: Label, isForum: boolean): Promise<void>;
  /** Publishes a message to the servers that follow the channel; done is done. Absent: nobody can follow. */
  publish?(messageId: string): Promise<void>;
}
