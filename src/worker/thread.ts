import { workerData } from 'node:worker_threads';
import { analyse as analyseText, type CompiledDossier, compileDossier } from '../analyse/index.ts';
import { FeedError, type FeedErrorCode } from '../collect/feed/error.ts';
import { type FeedOptions, parseFeed } from '../collect/feed/parse.ts';
import type { Analysis, AnalysisInput, Dossier, ParsedFeed } from '../model/index.ts';
import { type UnderstandJob, type Understood, understand as understandPage } from './understand.ts';

let compiled: CompiledDossier | undefined;

/** The compiled dossier of this thread; made once, from what the pool handed over. */
function dossier(): CompiledDossier {
  compiled ??= compileDossier(workerData as Dossier);
  return compiled;
}

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
  return understandPage(job, dossier());
}

/** Thread side of `Threads.analyse`. */
export function analyse(input: AnalysisInput): Analysis {
  return analyseText(input, dossier());
}
