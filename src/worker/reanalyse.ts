import { setImmediate } from 'node:timers/promises';
import { analyse, type CompiledDossier, compileDossier } from '../analyse/index.ts';
import type { Config } from '../config/load.ts';
import type { Analysis, AnalysisInput, Day, Source } from '../model/index.ts';
import { createCatalogue } from '../store/catalogue.ts';
import { openDatabase } from '../store/db.ts';
import { createFindings, type Findings } from '../store/findings.ts';
import { createReplay, type Replay, type ReplayArticle, type ReplayQuery } from '../store/replay.ts';
import { type Clock, instant, systemClock } from './clock.ts';
import type { WorkerEvent } from './context.ts';
import { createTally, type Difference, differenceOf, type Tally } from './differences.ts';
import { createRestater, type Replayed, type Restater, type StoryTally } from './restate.ts';
import { createThreads, type Threads } from './threads.ts';

/** Articles of one transaction: what is lost when the process is killed. */
const BATCH = 64;
/** From this many articles on, threads are worth their start. */
const WORTH_THREADS = 1000;

export interface ReanalyseOptions {
  config: Config;
  databasePath: string;
  /** Only articles that came out on this UTC day or later. */
  since?: Day | undefined;
  /** Those too that this dossier has analysed already: after a change of the program. */
  all?: boolean | undefined;
  /** Tells what would change and writes nothing. */
  dryRun?: boolean | undefined;
  clock?: Clock | undefined;
  /** Ends it after the batch under way. */
  signal: AbortSignal;
  onEvent?: ((event: WorkerEvent) => void) | undefined;
  onChange?: ((change: ArticleDifference) => void) | undefined;
}

/** What changed about one article. */
export interface ArticleDifference extends Difference {
  articleId: number;
  url: string;
  title: string;
  outlet: string;
  /** Why it has the grade that it has now. */
  reasons: string[];
}

export interface ReanalyseReport {
  dossierVersion: string;
  /** Articles that were due, and how many of them were analysed: fewer after an interruption. */
  due: number;
  analysed: number;
  changed: number;
  /** Given up because analysis took too long; they stay as they were. */
  failed: number;
  grades: ReturnType<Tally['grades']>;
  tags: ReturnType<Tally['tags']>;
  /** Null in a dry run. */
  stories: Readonly<StoryTally> | null;
}

type Analyser = Pick<Threads, 'analyse' | 'close'>;

/** Analyses here, or for a large replay in threads. */
function analyserFor({ settings }: Config, dossier: CompiledDossier, due: number): Analyser {
  if (due >= WORTH_THREADS) return createThreads(dossier.dossier, { threads: settings.polling.threads });
  return {
    analyse: async (input): Promise<Analysis> => analyse(input, dossier),
    close: async () => undefined,
  };
}

/** What a replay works with. */
interface Room {
  options: ReanalyseOptions;
  dossierVersion: string;
  sources: ReadonlyMap<string, Source>;
  analyser: Analyser;
  replay: Replay;
  findings: Findings;
  /** Null in a dry run. */
  restater: Restater | null;
}

/** The stored language is the prior: what the page said of itself is not kept. */
function inputOf(article: ReplayArticle, source: Source | undefined): AnalysisInput {
  const { url, title, teaser, text, language, publishedAt, fetchedAt, firstSeenAt } = article;
  return {
    url,
    title,
    teaser,
    text,
    language,
    publishedAt: publishedAt ?? fetchedAt ?? firstSeenAt,
    timezone: source?.timezone,
  };
}

/** Null where analysis took too long. */
async function replayOne(room: Room, article: ReplayArticle): Promise<Replayed | null> {
  const { analyser, findings, sources, options } = room;
  const analysis = await analyser.analyse(inputOf(article, sources.get(article.sourceId))).catch(() => null);
  const failed = analysis === null;
  options.onEvent?.({ kind: 'step', phase: 'reanalyse', label: article.outlet, failed });
  if (failed) return null;
  const { credits, ...known } = findings.of(article.id);
  const difference = differenceOf({ grade: article.grade, ...known }, analysis);
  return { article, analysis, credits, difference };
}

/** Batch after batch, each committed before it is told of. */
async function* replayAll(
  room: Room,
  query: ReplayQuery,
): AsyncGenerator<{ done: Replayed[]; failed: number }> {
  const { replay, restater, options } = room;
  let after = 0;
  while (!options.signal.aborted) {
    const articles = replay.after(after, BATCH, query);
    const last = articles.at(-1);
    if (!last) return;
    after = last.id;
    // Lets Ctrl-C be heard.
    await setImmediate();
    const results = await Promise.all(articles.map((article) => replayOne(room, article)));
    const batch = results.filter((replayed) => replayed !== null);
    const at = instant(options.clock ?? systemClock);
    yield { done: restater?.commit(batch, at) ?? batch, failed: results.length - batch.length };
  }
}

async function report(room: Room, query: ReplayQuery, due: number): Promise<ReanalyseReport> {
  const { options, restater, dossierVersion } = room;
  const tally = createTally();
  const counts = { analysed: 0, changed: 0, failed: 0 };
  options.onEvent?.({ kind: 'start', phase: 'reanalyse', total: due });
  for await (const { done, failed } of replayAll(room, query)) {
    counts.analysed += done.length;
    counts.failed += failed;
    for (const { article, analysis, difference } of done) {
      if (!difference) continue;
      counts.changed += 1;
      tally.add(difference);
      const { id: articleId, url, title, outlet } = article;
      const { reasons } = analysis.relevance;
      options.onChange?.({ articleId, url, title, outlet, reasons, ...difference });
    }
  }
  options.onEvent?.({ kind: 'end', phase: 'reanalyse' });
  const stories = restater?.stories ?? null;
  return { dossierVersion, due, ...counts, grades: tally.grades(), tags: tally.tags(), stories };
}

/**
 * Analyses stored articles again from their stored text, after a change of the dossier, in the order in which they came.
 *
 * Each batch is one transaction, and articles that this dossier has analysed are passed over: interrupted at any
 * instant, the next call goes on where this one ended. Posted messages are edited where their story is another now;
 * nothing is posted. An article that begins to matter joins its story silently, one that matters no more leaves.
 * @throws {StoreError} when the database cannot be opened
 */
export async function reanalyse(options: ReanalyseOptions): Promise<ReanalyseReport> {
  const { config, dryRun = false } = options;
  const { channels } = config.settings;
  const dossier = compileDossier(config.dossier);
  const dossierVersion = dossier.version;
  const query = { exceptVersion: options.all ? null : dossierVersion, since: options.since ?? null };
  const db = openDatabase(options.databasePath, { readonly: dryRun });
  const replay = createReplay(db);
  const due = replay.count(query);
  const analyser = analyserFor(config, dossier, due);
  const room: Room = {
    options,
    dossierVersion,
    analyser,
    replay,
    sources: new Map(config.sources.map((source) => [source.id, source])),
    findings: createFindings(db),
    restater: dryRun ? null : createRestater(db, { dossierVersion, channels }),
  };
  try {
    if (!dryRun) db.transaction(() => createCatalogue(db).syncDossier(config.dossier)).immediate();
    return await report(room, query, due);
  } finally {
    await analyser.close();
    db.close();
  }
}
