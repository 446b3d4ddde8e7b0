import { type CompiledDossier, compileDossier } from '../analyse/index.ts';
import { type Completions, createCompletions } from '../collect/completion.ts';
import { createRobots } from '../collect/http/robots.ts';
import type { Config } from '../config/load.ts';
import { createLinker } from '../link/index.ts';
import type { ChannelSettings } from '../publish/channels.ts';
import type { Media } from '../publish/media.ts';
import { noteChannels } from '../publish/outbox.ts';
import { openStore, type Store } from '../store/index.ts';
import { type Clock, instant, systemClock } from './clock.ts';
import type { WorkerEvent } from './context.ts';
import { type CycleReport, runCycle } from './cycle.ts';
import { createHosts } from './hosts.ts';
import { httpFor, userAgent } from './http.ts';
import { storedRules } from './site-rules.ts';
import { createThreads, type Threads } from './threads.ts';
import { createHubs, type Hubs, type HubsContext } from './websub.ts';
import { openWires, registerWires, type WireAccess } from './wires.ts';

/** What takes long to make ready: the compiled dossier, and threads that have compiled it too. */
export interface PreparedDossier {
  dossier: CompiledDossier;
  threads: Threads;
}

export interface WorkerOptions {
  config: Config;
  channels: readonly ChannelSettings[];
  media: Media;
  /** As `resolveWires` gives it; left out: no wires. */
  wires?: WireAccess;
  /** For the model that words summaries; null: it asks for none. */
  summaryKey?: string | null;
  databasePath: string;
  /** Made for this very dossier; stays open when the worker closes. Left out: the worker makes its own and closes it. */
  prepared?: PreparedDossier;
  /** Of this program; part of the User-Agent. */
  version: string;
  clock?: Clock;
  random?: () => number;
  onEvent?: (event: WorkerEvent) => void;
}

export interface Worker {
  store: Store;
  /** Polls what is due, reads what waits, posts what is owed. */
  cycle(signal: AbortSignal): Promise<CycleReport>;
  /** Null where no `websub` is configured. */
  hubs: Hubs | null;
  close(): Promise<void>;
}

/** The model's client, where one is configured. */
function completionsFor({ config, version, summaryKey }: WorkerOptions, clock: Clock): Completions | null {
  const { summary, http } = config.settings;
  if (summary === undefined) return null;
  const { endpoint, model, maxTokens, timeout: timeoutMs } = summary;
  return createCompletions(
    {
      endpoint,
      model,
      maxTokens,
      timeoutMs,
      key: summaryKey ?? null,
      userAgent: userAgent(version, http.contact),
    },
    () => clock.now(),
  );
}

/** Puts the rooms together: the only place that knows them all. */
export function createWorker(options: WorkerOptions): Worker {
  const { config, channels, media, version, clock = systemClock, random = Math.random } = options;
  const { http: settings, polling } = config.settings;
  const access = options.wires ?? { open: [], skipped: [] };
  const store = openStore(options.databasePath);
  store.transaction(() => {
    store.catalogue.syncSources(config.sources);
    registerWires(store, access, instant(clock));
    store.catalogue.syncDossier(config.dossier);
    noteChannels(store.db, channels, instant(clock));
    // What a model said before is not shown any more where none is configured.
    if (config.settings.summary === undefined) store.wordings.clear();
  });
  const http = httpFor(settings, version, clock);
  const completions = completionsFor(options, clock);
  const wires = openWires(access, settings, { version, clock });
  const { dossier, threads } = options.prepared ?? {
    dossier: compileDossier(config.dossier),
    threads: createThreads(config.dossier, { threads: polling.threads }),
  };
  const robots = createRobots(
    http,
    {
      userAgent: userAgent(version, settings.contact),
      mode: settings.robots,
      tdm: settings.tdm,
    },
    storedRules(store.siteRules),
    () => clock.now(),
  );
  const shared: HubsContext = {
    config,
    channels,
    store,
    http,
    wires,
    completions,
    threads,
    clock,
    random,
    dossier,
    sources: new Map(config.sources.map((source) => [source.id, source])),
    linker: createLinker(store.db),
    robots,
    hosts: createHosts({
      delayMs: settings.delay,
      delayFor: robots.crawlDelayMs,
      concurrency: polling.connections,
    }),
    onEvent: options.onEvent ?? (() => undefined),
  };
  const hubs = config.settings.websub ? createHubs(shared, config.settings.websub) : null;
  const pushedUntil = (feedUrl: string) => hubs?.pushedUntil(feedUrl) ?? null;
  return {
    store,
    hubs,
    cycle: (signal) => runCycle({ ...shared, pushedUntil, signal }, media),
    close: async () => {
      if (!options.prepared) await threads.close();
      await http.close();
      await completions?.close();
      await Promise.all([...wires.values()].map((wire) => wire.close()));
      store.close();
    },
  };
}
