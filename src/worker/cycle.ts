import { type DeliverReport, deliver } from '../publish/deliver.ts';
import type { Media } from '../publish/media.ts';
import { catchUp } from '../publish/outbox.ts';
import { tellAlarms } from './alerts.ts';
import { instant, later } from './clock.ts';
import type { WorkerContext } from './context.ts';
import { oweDigests } from './digests.ts';
import { type PolledFeed, pollDue } from './poll.ts';
import { type ReadSummary, readWaiting } from './read.ts';
import { pollWires } from './wire.ts';
import { type WordingReport, wordStories } from './wording/index.ts';

/** What one cycle did. */
export interface CycleReport {
  polled: PolledFeed[];
  pages: ReadSummary;
  /** Null where no model is configured. */
  wordings: WordingReport | null;
  deliveries: DeliverReport;
}

/**
 * Due wires and feeds, then the pages that wait, then (where a model is configured) the words of the summaries that are
 * owed, then what is owed: each committed before the next begins.
 */
export async function runCycle(context: WorkerContext, media: Media): Promise<CycleReport> {
  const { store, channels } = context;
  const polled = [...(await pollWires(context)), ...(await pollDue(context))];
  const pages = await readWaiting(context);
  const now = instant(context.clock);
  store.transaction(() => {
    catchUp(store.db, { channels, now });
    tellAlarms(context);
    oweDigests(store.db, { channels, timezone: context.config.settings.schedule.timezone, now });
  });
  const wordings = await wordSummaries(context);
  const deliveries = await deliver({
    db: store.db,
    channels,
    media,
    now: () => context.clock.now(),
    signal: context.signal,
  });
  purge(context);
  return { polled, pages, wordings, deliveries };
}

async function wordSummaries(context: WorkerContext): Promise<WordingReport | null> {
  const { config, completions } = context;
  const settings = config.settings.summary;
  return settings && completions ? wordStories({ ...context, settings, completions }) : null;
}

/** Takes away what is older than the configuration keeps; nothing where it keeps all. */
function purge({ config, store, clock }: WorkerContext): void {
  const { keepDays } = config.settings.store;
  if (keepDays === undefined) return;
  const before = later(instant(clock), -keepDays * 86_400_000);
  store.transaction(() => store.purge.run(before));
}
