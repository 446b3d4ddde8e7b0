import PQueue from 'p-queue';
import { Piscina } from 'piscina';
import { FeedError } from '../collect/feed/error.ts';
import type { FeedOptions } from '../collect/feed/parse.ts';
import type { Analysis, AnalysisInput, Dossier, ParsedFeed } from '../model/index.ts';
import type { Parsed } from './thread.ts';
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
  /** Analyses a text that is stored already. @throws {TimeLimitError} when it takes too long. */
  analyse(input: AnalysisInput): Promise<Analysis>;
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
    filename: new URL(here.endsWith('.ts') ? './thread.source.mjs' : './thread.js', here).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    workerData: dossier,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  // A job's time starts with its work: it waits for a thread here, not in the pool.
  const waiting = new PQueue({ concurrency: threads });
  const work = async (task: unknown, name: string): Promise<unknown> => {
    const signal = AbortSignal.timeout(limitMs);
    try {
      return await pool.run(task, { name, signal });
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new TimeLimitError(`not read within ${limitMs / 1000} s; the document was given up`);
    }
  };
  const run = (task: unknown, name: string): Promise<unknown> => waiting.add(() => work(task, name));
  return {
    parse: async (bytes, options) => {
      const parsed = (await run({ bytes, options }, 'parse')) as Parsed;
      if ('feed' in parsed) return parsed.feed;
      throw new FeedError(parsed.refused.code, parsed.refused.message);
    },
    understand: (job) => run(job, 'understand') as Promise<Understood>,
    analyse: (input) => run(input, 'analyse') as Promise<Analysis>,
    close: () => pool.destroy(),
  };
}
