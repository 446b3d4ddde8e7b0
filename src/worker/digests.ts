import type { Instant } from '../model/index.ts';
import type { ChannelSettings } from '../publish/channels.ts';
import { beginDigests, oweDigest } from '../publish/digest/owe.ts';
import type { Db } from '../store/db.ts';
import { CADENCES, digestsOf } from '../store/digests.ts';
import { latestTick } from './ticks.ts';

const DAY = 86_400_000;
/** A tick that lies longer back is not looked for. */
const LONGEST = 32 * DAY;

export interface DigestSchedule {
  channels: readonly ChannelSettings[];
  /** IANA zone of the channels' cron lines. */
  timezone: string;
  now: Instant;
}

const toInstant = (ms: number): Instant => new Date(ms).toISOString();

/**
 * Owes the digests whose period ended since the last cycle: of each channel and cadence the newest period only, which
 * reaches back to the tick before, or to the end of the last one told. So a downtime of days brings one digest, not
 * many, and nobody is told what is stale. The first tick that is seen is the beginning, not a digest. To be called
 * inside a transaction: of two processes, the second finds the period on record.
 */
export function oweDigests(db: Db, { channels, timezone, now }: DigestSchedule): void {
  for (const channel of channels)
    for (const cadence of CADENCES) {
      const line = channel.digest?.[cadence];
      if (line === undefined || channel.digest === undefined) continue;
      const last = digestsOf(db).last(channel.id, cadence);
      const floor = Date.parse(now) - LONGEST;
      const known = last === null ? floor : Math.max(floor, Date.parse(last));
      const tick = latestTick({ line, timezone }, { at: Date.parse(now), after: known });
      if (last === null)
        beginDigests(db, { channel, cadence, until: toInstant(tick ?? Date.parse(now)) }, now);
      else if (tick !== null) {
        const before = latestTick({ line, timezone }, { at: tick - 1, after: known }) ?? known;
        const order = { channel, cadence, by: channel.digest.chart, timezone };
        oweDigest(db, { ...order, since: toInstant(before), until: toInstant(tick) }, now);
      }
    }
}
