import type { CompiledDossier } from '../analyse/index.ts';
import type { Completions } from '../collect/completion.ts';
import type { Http } from '../collect/http/client.ts';
import type { Robots } from '../collect/http/robots.ts';
import type { WireClient } from '../collect/wire/client.ts';
import type { Config } from '../config/load.ts';
import type { Linker } from '../link/index.ts';
import type { Instant, Source } from '../model/index.ts';
import type { ChannelSettings } from '../publish/channels.ts';
import type { Store } from '../store/index.ts';
import type { Clock } from './clock.ts';
import type { Hosts } from './hosts.ts';
import type { Threads } from './threads.ts';

/** What happens, for progress bars and logs. */
export type WorkerEvent =
  | { kind: 'start'; phase: Phase; total: number }
  | { kind: 'step'; phase: Phase; label: string; failed: boolean }
  | { kind: 'end'; phase: Phase };
export type Phase = 'poll' | 'read' | 'post' | 'reanalyse';

/** What the parts of a cycle share. */
export interface WorkerContext {
  config: Config;
  dossier: CompiledDossier;
  sources: ReadonlyMap<string, Source>;
  channels: readonly ChannelSettings[];
  store: Store;
  linker: Linker;
  http: Http;
  /** By source. */
  wires: ReadonlyMap<string, WireClient>;
  robots: Robots;
  /** Null where no model is configured. */
  completions: Completions | null;
  hosts: Hosts;
  threads: Threads;
  /** Until when a WebSub hub can be relied on to tell of a feed's news; null where none can. */
  pushedUntil: (feedUrl: string) => Instant | null;
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  onEvent: (event: WorkerEvent) => void;
  /** Ends the cycle at the next step; what was begun is committed. */
  signal: AbortSignal;
}

/** The part of it that storing and placing an article takes. */
export type CommitContext = Pick<WorkerContext, 'store' | 'linker' | 'channels' | 'dossier'>;

/** The part of it that wires take. */
export type WireContext = CommitContext & Pick<WorkerContext, 'sources' | 'wires' | 'clock' | 'signal'>;
