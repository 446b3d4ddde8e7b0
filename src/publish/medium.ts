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

  constructor(kind: FailureKind, message: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** Where to look for a message whose fate is unknown. */
export interface Traces {
  /** The delivery's id, as it was posted. */
  ref: string;
  /** The channel's newest message known before it was posted. */
  afterMessageId: string | null;
  /** When it was first handed over (UTC, ms since 1970). */
  since: number;
}

/** A place that messages go to. Every method throws MediumError and nothing else. */
export interface Medium {
  /** The exact text of the request for this message: two equal bodies need no edit. */
  body(message: Message, ref: string): string;
  /**
   * Posts a message and gives its id. Called again with the same `ref`, it may give the first message's id.
   */
  post(message: Message, ref: string): Promise<string>;
  edit(messageId: string, message: Message, ref: string): Promise<void>;
  /** The id of the message posted with this ref, null if there is none. Absent: the medium cannot look back. */
  find?(traces: Traces): Promise<string | null>;
}
