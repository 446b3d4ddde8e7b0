import type { Instant } from '../model/index.ts';
import { type ChannelLine, createAlarms } from '../store/alarms.ts';
import type { Db } from '../store/db.ts';
import { outboxOf } from '../store/outbox.ts';
import { oweAlert } from './alert.ts';
import type { ChannelSettings } from './channels.ts';

interface Told {
  channels: readonly ChannelSettings[];
  now: Instant;
}

/** What is to be said of a channel now; null: nothing that was not said. */
function news(db: Db, channelId: string): { direction: 'down' | 'back'; line: ChannelLine } | null {
  const outbox = outboxOf(db);
  const row = outbox.channel(channelId);
  const last = createAlarms(db).ofChannel(channelId);
  if (row?.parkedAt != null) {
    const line = { channelId, since: row.parkedAt, error: row.parkedReason };
    return last?.direction === 'down' ? null : { direction: 'down', line };
  }
  // A parked channel is tried again hourly: that it is open says nothing, that a message went out does.
  if (last?.direction !== 'down' || (outbox.lastSentAt(channelId) ?? '') <= last.at) return null;
  return { direction: 'back', line: { channelId, since: last.at, error: null } };
}

/**
 * Tells the channels that want alerts, once, of other channels that nothing can be sent to any more, and of their return. To
 * be called inside a transaction.
 */
export function tellChannels(db: Db, { channels, now }: Told): void {
  for (const { id } of channels) {
    const others = channels.filter((channel) => channel.alerts && channel.id !== id);
    const said = others.length > 0 ? news(db, id) : null;
    if (said) oweAlert(db, { direction: said.direction, lines: [said.line] }, { channels: others, now });
  }
}
