import type { DeliveryKind } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { type Outbox, outboxOf } from '../store/outbox.ts';
import type { ChannelSettings } from './channels.ts';
import { after } from './failure.ts';
import { followUp } from './follow-up.ts';
import type { Media } from './media.ts';
import type { Post } from './post.ts';
import { isQuiet } from './quiet.ts';
import { sha256, step } from './send.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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
  /** Posts and edits still owed, threads still to be started, messages still to be published. */
  owed: number;
  parked: Trouble[];
  /** What failed, each reason of a channel once. */
  failures: Trouble[];
}

/** Why a channel did not get something. */
export interface Trouble {
  channelId: string;
  reason: string;
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

/** Of a channel's settings; the token is hashed with the rest, never stored. */
const fingerprint = ({ medium }: ChannelSettings): string => sha256(JSON.stringify(medium)).slice(0, 16);

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
    const known = report.failures.some((item) => item.channelId === channelId && item.reason === reason);
    if (outcome === 'failed' && !known) report.failures.push({ channelId, reason });
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
  if (!isOpen(outbox, channel, now(), report) || isQuiet(now(), channel.quiet)) return;
  const medium = await options.media(channel.id);
  const post: Post = { db, outbox, channel, medium, now, tell: teller(options, report) };
  while (!signal?.aborted) {
    const at = now();
    if (isQuiet(at, channel.quiet)) break;
    const task = outbox.nextFollowUp(channel.id, at.toISOString());
    if (task) {
      if ((await followUp(post, task)) === 'stop') break;
      continue;
    }
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
  const report: DeliverReport = {
    ...{ posted: 0, edited: 0, recovered: 0, failed: 0, owed: 0 },
    ...{ parked: [], failures: [] },
  };
  const outcomes = await Promise.allSettled(
    options.channels.map((channel) => deliverChannel(options, channel, report)),
  );
  const outbox = outboxOf(options.db);
  for (const { id } of options.channels) report.owed += outbox.owed(id) + outbox.owedFollowUps(id);
  const broken = outcomes.find((outcome) => outcome.status === 'rejected');
  if (broken) throw broken.reason;
  return report;
}
