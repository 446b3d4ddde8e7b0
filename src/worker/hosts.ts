import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';

export interface HostsSettings {
  /** Rest between the end of one request to a host and the start of the next, in ms. */
  delayMs: number;
  /** A longer rest that the host of this URL asks for (crawl-delay); asked after each of its jobs. */
  delayFor?: ((url: string) => number | null) | undefined;
  /** Jobs at work at once, over all hosts. */
  concurrency?: number | undefined;
  /** Waits, at most until the signal; replaced by tests. */
  wait?: ((ms: number, signal: AbortSignal | undefined) => Promise<unknown>) | undefined;
  /** Milliseconds on a clock that never jumps. */
  now?: (() => number) | undefined;
}

/** The gate before the web: each host is spoken to by one job at a time, with a rest in between. */
export interface Hosts {
  /** Runs the job when its URL's host is free; gives its result or its error. After the signal there are no more
   * rests, so that jobs that look at it, too, end at once. */
  run<T>(url: string, job: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

interface Host {
  queue: PQueue;
  freeAt: number;
}

/** Hosts remembered before those at rest are forgotten. */
const REMEMBERED = 1000;

export function createHosts(settings: HostsSettings): Hosts {
  const { delayMs, delayFor, concurrency = 16, wait = rest, now = () => performance.now() } = settings;
  const all = new PQueue({ concurrency });
  const hosts = new Map<string, Host>();
  const hostOf = (url: string): Host => {
    const name = URL.canParse(url) ? new URL(url).host : url;
    const known = hosts.get(name);
    if (known) return known;
    if (hosts.size >= REMEMBERED) forgetIdle(hosts, now());
    const host = { queue: new PQueue({ concurrency: 1 }), freeAt: 0 };
    hosts.set(name, host);
    return host;
  };
  return {
    run: (url, job, signal) => {
      const host = hostOf(url);
      return host.queue.add(async () => {
        const ms = host.freeAt - now();
        // Outside of the common queue: a host at rest keeps no other host waiting.
        if (ms > 0 && !signal?.aborted) await wait(ms, signal);
        try {
          return await all.add(job);
        } finally {
          host.freeAt = now() + Math.max(delayMs, delayFor?.(url) ?? 0);
        }
      });
    },
  };
}

async function rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return sleep(ms);
  setMaxListeners(0, signal); // as many as there are hosts at rest
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function forgetIdle(hosts: Map<string, Host>, now: number): void {
  for (const [name, { queue, freeAt }] of hosts)
    if (queue.size === 0 && queue.pending === 0 && freeAt <= now) hosts.delete(name);
}
