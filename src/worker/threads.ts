import { Piscina } from 'piscina';
import type { FeedOptions } from '../collect/feed/parse.ts';
import type { Dossier, ParsedFeed } from '../model/index.ts';
import type { UnderstandJob, Understood } from './understand.ts';

/** A document that was still being read when its time was over. */
export class TimeLimitError extends Error {
  override name = 'TimeLimitError';
  readonly code = 'time-limit';
}

export interface Threads {
  /** Parses a feed document. @throws {FeedError} when it is none, {TimeLimitError} when it takes too long. */
  parse(bytes: Uint8Array, options: FeedOptions): Promise<ParsedFeed>;
  /** Extracts and analyses a page. @throws {TimeLimitError} when it takes too long. */
  understand(job: UnderstandJob): Promise<Understood>;
  close(): Promise<void>;
}

/**
 * Threads for what may hang on hostile input. A job over its limit loses its thread, not the bot: the thread is ended
 * and replaced.
 * @param limitMs for one document
 */
export function createThreads(
  dossier: Dossier,
  { threads, limitMs = 20_000 }: { threads: number; limitMs?: number },
): Threads {
  const here = import.meta.url;
  const pool = new Piscina({
    filename: new URL(here.endsWith('.ts') ? './thread.ts' : './thread.js', here).href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 30_000,
    workerData: dossier,
    // From source (tests) a thread needs the loader that this process was started with.
    ...(here.endsWith('.ts') ? { execArgv: ['--import', 'tsx'] } : {}),
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const run = async (task: unknown, name: string): Promise<unknown> => {
    const signal = AbortSignal.timeout(limitMs);
    try {
      return await pool.run(task, { name, signal });
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new TimeLimitError(`not read within ${limitMs / 1000} s; the document was given up`);
    }
  };
  return {
    parse: (bytes, options) => run({ bytes, options }, 'parse') as Promise<ParsedFeed>,
    understand: (job) => run(job, 'understand') as Promise<Understood>,
    close: () => pool.destroy(),
  };
}
