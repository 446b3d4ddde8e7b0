import { workerData } from 'node:worker_threads';
import { type CompiledDossier, compileDossier } from '../analyse/index.ts';
import { type FeedOptions, parseFeed } from '../collect/feed/parse.ts';
import type { Dossier, ParsedFeed } from '../model/index.ts';
import { type UnderstandJob, type Understood, understand as understandPage } from './understand.ts';

/** The compiled dossier of this thread; made once, from what the pool handed over. */
let compiled: CompiledDossier | undefined;

/** Thread side of `Threads.parse`. */
export function parse({ bytes, options }: { bytes: Uint8Array; options: FeedOptions }): Promise<ParsedFeed> {
  return parseFeed(bytes, options);
}

/** Thread side of `Threads.understand`. */
export function understand(job: UnderstandJob): Understood {
  compiled ??= compileDossier(workerData as Dossier);
  return understandPage(job, compiled);
}
