import { workerData } from 'node:worker_threads';
import { type CompiledDossier, compileDossier } from '../analyse/index.ts';
import { FeedError, type FeedErrorCode } from '../collect/feed/error.ts';
import { type FeedOptions, parseFeed } from '../collect/feed/parse.ts';
import type { Dossier, ParsedFeed } from '../model/index.ts';
import { type UnderstandJob, type Understood, understand as understandPage } from './understand.ts';

/** The compiled dossier of this thread; made once, from what the pool handed over. */
let compiled: CompiledDossier | undefined;

/** An error's class and code do not survive the way between threads; this does. */
export type Parsed = { feed: ParsedFeed } | { refused: { code: FeedErrorCode; message: string } };

/** Thread side of `Threads.parse`. */
export async function parse({
  bytes,
  options,
}: {
  bytes: Uint8Array;
  options: FeedOptions;
}): Promise<Parsed> {
  try {
    return { feed: await parseFeed(bytes, options) };
  } catch (error) {
    if (error instanceof FeedError) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}

/** Thread side of `Threads.understand`. */
export function understand(job: UnderstandJob): Understood {
  compiled ??= compileDossier(workerData as Dossier);
  return understandPage(job, compiled);
}
