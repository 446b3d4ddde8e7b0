import { type DeliverReport, deliver } from '../publish/deliver.ts';
import type { Media } from '../publish/media.ts';
import { catchUp } from '../publish/outbox.ts';
import { instant } from './clock.ts';
import type { WorkerContext } from './context.ts';
import { type PolledFeed, pollDue } from './poll.ts';
import { type ReadSummary, readWaiting } from './read.ts';
import { pollWires } from './wire.ts';

/** What one cycle did. */
export interface CycleReport {
  polled: PolledFeed[];
  pages: ReadSummary;
  deliveries: DeliverReport;
}

/** Due wires and feeds, then the pages that wait, then what is owed: each committed before the next begins. */
export async function runCycle(context: WorkerContext, media: Media): Promise<CycleReport> {
  const { store, channels } = context;
  const polled = [...(await pollWires(context)), ...(await pollDue(context))];
  const pages = await readWaiting(context);
  store.transaction(() => catchUp(store.db, { channels, now: instant(context.clock) }));
  const deliveries = await deliver({
    db: store.db,
    channels,
    media,
    now: () => context.clock.now(),
    signal: context.signal,
  });
  return { polled, pages, deliveries };
}
