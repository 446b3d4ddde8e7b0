import { createAlarms } from './alarms.ts';
import { createArticles } from './articles.ts';
import { createCatalogue } from './catalogue.ts';
import { openDatabase } from './db.ts';
import { createDecisions } from './decisions.ts';
import { createEntries } from './entries.ts';
import { createFeeds } from './feeds.ts';
import { createFindings } from './findings.ts';
import { createPurge } from './purge.ts';
import { createQuestions } from './questions.ts';
import { createSettings } from './settings.ts';
import { createSiteBlocks } from './site-blocks.ts';
import { createSiteRules } from './site-rules.ts';
import { createStories } from './stories.ts';
import { createWebSub } from './websub.ts';
import { createWires } from './wire.ts';
import { createWordings } from './wordings.ts';

export type Store = ReturnType<typeof openStore>;

/**
 * The one door to SQLite for code that writes.
 * @param path a file, made where there is none; `:memory:` for tests
 * @throws {StoreError} when the file cannot be used
 */
export function openStore(path: string) {
  const db = openDatabase(path);
  return {
    db,
    catalogue: createCatalogue(db),
    feeds: createFeeds(db),
    entries: createEntries(db),
    articles: createArticles(db),
    findings: createFindings(db),
    stories: createStories(db),
    decisions: createDecisions(db),
    alarms: createAlarms(db),
    siteRules: createSiteRules(db),
    siteBlocks: createSiteBlocks(db),
    purge: createPurge(db),
    wires: createWires(db),
    websub: createWebSub(db),
    settings: createSettings(db),
    questions: createQuestions(db),
    wordings: createWordings(db),
    /** Runs `work` in one transaction: all of it is committed, or none. */
    transaction: <T>(work: () => T): T => db.transaction(work).immediate(),
    close: (): void => void db.close(),
  };
}
