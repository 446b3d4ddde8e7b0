import { createHash } from 'node:crypto';
import type { DeliveryKind, Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type Outbox, type OutboxRow, outboxOf } from '../store/outbox.ts';
import type { ChannelSettings } from './channels.ts';
import { owedMessage } from './content.ts';
import type { Media } from './media.ts';
import { type Medium, MediumError } from './medium.ts';
import type { Message } from './message.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIRST_RETRY_MS = 30_000;
/** Discord counts edits of messages older than an hour (30046): they are gathered for this long. */
const GATHER_EDITS_MS = 10 * MINUTE;

/** What became of one delivery. */
export interface DeliveryEvent {
  channelId: string;
  kind: DeliveryKind;
  storyId: number | null;
  outcome: 'posted' | 'recovered' | 'edited' | 'silenced' | 'failed';
  /** Why it failed or was silenced. */
  reason: string | null;
}

export interface DeliverReport {
  posted: number;
  edited: number;
  /** Messages that an earlier, interrupted run had posted, found in the channel. */
  recovered: number;
  /** Requests that failed, and channels that are parked while something is owed to them. */
  failed: number;
  /** Posts and edits still owed. */
  owed: number;
  parked: { channelId: string; reason: string }[];
}

export interface DeliverOptions {
  db: Db;
  channels: readonly ChannelSettings[];
  media: Media;
  now: () => Date;
  /** Ends the delivery after the request under way. */
  signal?: AbortSignal;
  onDelivery?: (event: DeliveryEvent) => void;
}

/** One channel while it is being delivered to. */
interface Post {
  db: Db;
  outbox: Outbox;
  channel: ChannelSettings;
  medium: Medium;
  now: () => Date;
  tell: (row: OutboxRow, outcome: DeliveryEvent['outcome'], reason?: string) => void;
}

/** Whether the channel can take another message in this run. */
type Onward = 'go on' | 'stop';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of a channel's settings; the token is hashed with the rest, never stored. */
const fingerprint = ({ medium }: ChannelSettings): string => sha256(JSON.stringify(medium)).slice(0, 16);

const after = (now: Date, ms: number): Instant => new Date(now.getTime() + ms).toISOString();

/** 30 s, doubled with each attempt, at most an hour. */
const backOff = (attempts: number): number => Math.min(HOUR, FIRST_RETRY_MS * 2 ** Math.min(attempts, 10));

/** What a failure means for the row and its channel. A row goes back to the state it was in, unless nobody can say
 * whether the message arrived. */
function fail(post: Post, row: OutboxRow, error: unknown): Onward {
  const failure =
    error instanceof MediumError ? error : new MediumError('unknown', String(error), { cause: error });
  const { outbox, channel } = post;
  const now = post.now();
  const { kind, message: reason } = failure;
  const wait = failure.retryAfterMs ?? backOff(row.attempts);
  post.tell(row, 'failed', reason);
  switch (kind) {
    case 'gone':
      outbox.park(row.id, `${reason}; it is not posted again`);
      return 'go on';
    case 'refused':
      if (row.state === 'sent') outbox.current(row.id, row.version, reason);
      else outbox.park(row.id, reason);
      return 'go on';
    case 'wait-message':
      outbox.defer({ id: row.id, state: row.state, until: after(now, wait), reason });
      return 'go on';
    case 'closed':
      outbox.defer({ id: row.id, state: row.state, until: null, reason });
      outbox.close({
        id: channel.id,
        now: now.toISOString(),
        reason,
        until: failure.retryAfterMs === null ? null : after(now, failure.retryAfterMs),
      });
      return 'stop';
    case 'wait':
    case 'offline':
      outbox.defer({ id: row.id, state: row.state, until: null, reason });
      outbox.hold(channel.id, after(now, wait));
      return 'stop';
    case 'unknown':
      outbox.defer({
        id: row.id,
        state: row.state === 'due' ? 'sending' : row.state,
        until: after(now, wait),
        reason,
      });
      return 'stop';
  }
}

/** Posts a message; where an earlier try may have done so, looks for it first. */
async function postMessage(post: Post, row: OutboxRow, message: Message): Promise<Onward> {
  const { outbox, medium, channel } = post;
  const interrupted = row.state === 'sending';
  const bodySha256 = sha256(medium.body(message, row.id));
  const now = post.now().toISOString();
  // From this commit on, the message may exist.
  const says = outbox.begin({ id: row.id, bodySha256, now });
  try {
    const traces = {
      ref: row.id,
      afterMessageId: row.afterMessageId,
      since: Date.parse(row.sendingAt ?? now),
    };
    const found = interrupted && medium.find ? await medium.find(traces) : null;
    const messageId = found ?? (await medium.post(message, row.id));
    outbox.sent({
      id: row.id,
      channelId: channel.id,
      messageId,
      bodySha256: says,
      // Should an earlier try have left other words, an edit is owed.
      version: says === null ? 0 : row.version,
      now: post.now().toISOString(),
    });
    post.tell(row, found === null ? 'posted' : 'recovered');
    return 'go on';
  } catch (error) {
    return fail(post, row, error);
  }
}

/** Brings a posted message up to date; nothing is sent when it says so already. */
async function editMessage(post: Post, row: OutboxRow, message: Message): Promise<Onward> {
  const { outbox, medium } = post;
  const { id, version, messageId } = row;
  const bodySha256 = sha256(medium.body(message, id));
  if (bodySha256 === row.bodySha256 || messageId === null) {
    outbox.current(id, version, null);
    return 'go on';
  }
  outbox.attempt(id);
  try {
    await medium.edit(messageId, message, id);
    outbox.edited({ id, bodySha256, version, now: post.now().toISOString() });
    post.tell(row, 'edited');
    return 'go on';
  } catch (error) {
    return fail(post, row, error);
  }
}

/** A story that could not be posted while it was news is left to the next catch-up message. */
function isStale(post: Post, row: OutboxRow): boolean {
  if (row.kind !== 'story' || row.storyId === null || row.state !== 'due') return false;
  const facts = post.outbox.storyFacts(row.storyId);
  return facts !== undefined && Date.parse(facts.newestAt) < post.now().getTime() - post.channel.maxAgeMs;
}

async function step(post: Post, row: OutboxRow): Promise<Onward> {
  if (isStale(post, row)) {
    const reason = 'older than the channel’s maxAge when it could have been posted';
    post.outbox.silence(row.id, reason);
    post.tell(row, 'silenced', reason);
    return 'go on';
  }
  const message = owedMessage(post.db, row, post.channel.language);
  if (message === null) {
    if (row.messageId === null) post.outbox.park(row.id, 'its story has no article');
    else post.outbox.current(row.id, row.version, 'its story has no article any more');
    return 'go on';
  }
  return row.state === 'sent' ? editMessage(post, row, message) : postMessage(post, row, message);
}

/** Whether the channel may be written to now; opens it again when its time has come. */
function isOpen(outbox: Outbox, channel: ChannelSettings, now: Date, report: DeliverReport): boolean {
  outbox.register(channel.id, fingerprint(channel));
  const row = outbox.channel(channel.id);
  const waits = row?.nextAttemptAt != null && row.nextAttemptAt > now.toISOString();
  if (row?.parkedAt == null) return !waits;
  if (row.nextAttemptAt !== null && !waits) return outbox.reopen(channel.id);
  report.parked.push({ channelId: channel.id, reason: row.parkedReason ?? '' });
  if (outbox.owed(channel.id) > 0) report.failed += 1;
  return false;
}

function teller(options: DeliverOptions, report: DeliverReport): Post['tell'] {
  const counted = { posted: 'posted', recovered: 'recovered', edited: 'edited', failed: 'failed' } as const;
  return ({ channelId, kind, storyId }, outcome, reason = '') => {
    if (outcome !== 'silenced') report[counted[outcome]] += 1;
    options.onDelivery?.({ channelId, kind, storyId, outcome, reason: reason || null });
  };
}

async function deliverChannel(
  options: DeliverOptions,
  channel: ChannelSettings,
  report: DeliverReport,
): Promise<void> {
  const { db, now, signal } = options;
  const outbox = outboxOf(db);
  if (!isOpen(outbox, channel, now(), report)) return;
  const medium = await options.media(channel.id);
  const post: Post = { db, outbox, channel, medium, now, tell: teller(options, report) };
  while (!signal?.aborted) {
    const at = now();
    const row = outbox.next({
      channelId: channel.id,
      now: at.toISOString(),
      old: after(at, -HOUR),
      oldEditAfter: after(at, -GATHER_EDITS_MS),
    });
    if (!row || (await step(post, row)) === 'stop') break;
  }
  const row = outbox.channel(channel.id);
  if (row?.parkedAt != null) report.parked.push({ channelId: channel.id, reason: row.parkedReason ?? '' });
}

/**
 * Sends what is owed: to every channel at once, within a channel one message after the other, posts before edits.
 *
 * A crash at any instant neither loses nor doubles a message: `sending` is committed before the request is made, the
 * delivery's id is the nonce that Discord enforces for some minutes, and a message whose fate is unknown is looked
 * for in the channel's history before it is sent again. (Webhooks have neither: see `webhookMedium`.) A channel that is
 * gone or forbidden is parked and holds up no other; a rate limit, an outage or a server error puts off what is
 * owed and loses nothing. To be run by one process at a time.
 */
export async function deliver(options: DeliverOptions): Promise<DeliverReport> {
  const report: DeliverReport = { posted: 0, edited: 0, recovered: 0, failed: 0, owed: 0, parked: [] };
  const outcomes = await Promise.allSettled(
    options.channels.map((channel) => deliverChannel(options, channel, report)),
  );
  const outbox = outboxOf(options.db);
  for (const { id } of options.channels) report.owed += outbox.owed(id);
  const broken = outcomes.find((outcome) => outcome.status === 'rejected');
  if (broken) throw broken.reason;
  return report;
}
