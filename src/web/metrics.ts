import { Gauge, Registry } from 'prom-client';
import { type BotFigures, botFigures } from '../query/figures.ts';
import type { Db } from '../store/db.ts';

/** Counting a big database for every scrape would be a waste: figures are at most so old. */
const FRESH_MS = 30_000;

function gauges(registry: Registry) {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `standoff_${name}`, help, labelNames, registers: [registry] });
  return {
    lastPoll: gauge('last_poll_timestamp_seconds', 'When a feed was last asked; 0 before the first poll.'),
    polls: gauge('polls_last_day', 'Polls of the last 24 hours by outcome.', ['outcome']),
    articles: gauge('articles', 'Articles stored, by grade.', ['grade']),
    stories: gauge('stories', 'Stories stored.'),
    owed: gauge('deliveries_owed', 'Messages and edits that are still to be sent.'),
    parked: gauge('deliveries_parked', 'Messages that cannot be sent until a person helps.'),
    sources: gauge('sources', 'Sources followed, by health.', ['health']),
    failing: gauge('sources_failing', 'Sources whose last poll failed.'),
  };
}

function set(of: ReturnType<typeof gauges>, figures: BotFigures): void {
  const by = (gauge: Gauge, label: string, counts: Record<string, number>) => {
    gauge.reset();
    for (const [name, count] of Object.entries(counts)) gauge.set({ [label]: name }, count);
  };
  of.lastPoll.set(figures.lastPollAt === null ? 0 : Date.parse(figures.lastPollAt) / 1000);
  by(of.polls, 'outcome', figures.polls);
  by(of.articles, 'grade', figures.articles);
  of.stories.set(figures.stories);
  of.owed.set(figures.deliveries.owed);
  of.parked.set(figures.deliveries.parked);
  by(of.sources, 'health', figures.sources);
  of.failing.set(figures.sources.failing);
}

/** The bot's figures in the Prometheus text format, from a registry of its own. */
export function createMetrics() {
  const registry = new Registry();
  const of = gauges(registry);
  let takenAt = Number.NEGATIVE_INFINITY;
  return {
    contentType: registry.contentType,
    text(db: Db, now: Date): Promise<string> {
      if (now.getTime() - takenAt > FRESH_MS) {
        set(of, botFigures(db, now));
        takenAt = now.getTime();
      }
      return registry.metrics();
    },
  };
}
