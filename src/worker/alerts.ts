import type { Instant } from '../model/index.ts';
import { oweAlert } from '../publish/alert.ts';
import { tellChannels } from '../publish/channel-alarms.ts';
import type { Alarm, AlertLine } from '../store/alarms.ts';
import { type FeedHealth, type SourceHealth, sourceHealth } from '../store/health.ts';
import { instant, later } from './clock.ts';
import type { WorkerContext } from './context.ts';

const HOUR = 3_600_000;
/** A feed is given up for dead after so many failures in a row over so long. */
const FAILURES = 3;
const FAILING_FOR = 24 * HOUR;
/** Once one feed of a source is, those that have failed for half as long are told of in the same message. */
const FAILING_ALONG = FAILING_FOR / 2;
/** How far apart the failure of one feed and the success of another may lie to show that the network was up. */
const SAME_HOUR = 2 * HOUR;

function failsFor(feed: FeedHealth, ms: number, at: Instant): boolean {
  const { failures, failingSince } = feed;
  return failures > 0 && failingSince !== null && Date.parse(at) - Date.parse(failingSince) >= ms;
}

/** Whether the bot's own network may be to blame: nobody else answered when the feed last failed. */
function maybeOurs(context: WorkerContext, source: SourceHealth, feed: FeedHealth): boolean {
  if (context.sources.size < 2 || feed.lastPollAt === null) return false;
  const [from, to] = [later(feed.lastPollAt, -SAME_HOUR), later(feed.lastPollAt, SAME_HOUR)];
  return !context.store.alarms.othersAnswered(from, to, source.id);
}

function alarmsOf(context: WorkerContext, source: SourceHealth, at: Instant): Alarm[] {
  const { id: sourceId, feeds, quietSince } = source;
  const dead = feeds.some(
    (feed) =>
      feed.failures >= FAILURES && failsFor(feed, FAILING_FOR, at) && !maybeOurs(context, source, feed),
  );
  const ofFeeds = feeds.flatMap((feed): Alarm[] => {
    const { url: subject, endedAt, failingSince } = feed;
    if (endedAt !== null) return [{ subject, sourceId, kind: 'ended', since: endedAt }];
    if (!dead || failingSince === null || !failsFor(feed, FAILING_ALONG, at)) return [];
    return [{ subject, sourceId, kind: 'failing', since: failingSince }];
  });
  if (source.health !== 'silent' || quietSince === null) return ofFeeds;
  return [...ofFeeds, { subject: sourceId, sourceId, kind: 'silent', since: quietSince }];
}

/** A feed that answers again; a source that brought something new since. */
function isOver(alarm: Alarm, source: SourceHealth): boolean {
  if (alarm.kind === 'silent') return (source.rhythm.newestAt ?? '') > alarm.since;
  const feed = source.feeds.find(({ url }) => url === alarm.subject);
  return feed !== undefined && feed.failures === 0 && feed.endedAt === null;
}

/** Whether what the alarm is about is still in the catalogue. */
function isFollowed(alarm: Alarm, source: SourceHealth | undefined): source is SourceHealth {
  return source?.id === alarm.subject || (source?.feeds.some(({ url }) => url === alarm.subject) ?? false);
}

function describe(alarm: Alarm, source: SourceHealth): AlertLine {
  const feed = source.feeds.find(({ url }) => url === alarm.subject);
  return {
    ...{ sourceId: source.id, outlet: source.outlet, kind: alarm.kind, since: alarm.since },
    feedUrl: feed?.url ?? null,
    error: alarm.kind === 'failing' ? (feed?.error ?? null) : null,
    usualMs: alarm.kind === 'silent' ? source.rhythm.usualMs : null,
  };
}

/**
 * Tells the channels that want alerts, once, what died and what came back since the last cycle: sources, feeds, and other
 * channels. The alarms and what is owed for them are one commit, so a restart neither forgets nor repeats. To be called inside a transaction.
 */
export function tellAlarms(context: WorkerContext): void {
  const { store, channels } = context;
  if (!channels.some(({ alerts }) => alerts)) return;
  const at = instant(context.clock);
  tellChannels(store.db, { channels, now: at });
  const sources = new Map(sourceHealth(store.db).map((source) => [source.id, source]));
  const raised = new Map(store.alarms.all().map((alarm) => [alarm.subject, alarm]));
  const back: AlertLine[] = [];
  for (const alarm of raised.values()) {
    const source = sources.get(alarm.sourceId);
    const followed = isFollowed(alarm, source);
    if (followed && !isOver(alarm, source)) continue;
    store.alarms.remove(alarm.subject);
    if (followed) back.push(describe(alarm, source));
  }
  const down: AlertLine[] = [];
  for (const source of sources.values())
    for (const alarm of alarmsOf(context, source, at)) {
      if (!raised.has(alarm.subject)) down.push(describe(alarm, source));
      store.alarms.put(alarm, at);
    }
  if (down.length > 0) oweAlert(store.db, { direction: 'down', lines: down }, { channels, now: at });
  if (back.length > 0) oweAlert(store.db, { direction: 'back', lines: back }, { channels, now: at });
}
