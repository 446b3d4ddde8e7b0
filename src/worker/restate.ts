import type { Config } from '../config/load.ts';
import { createStoryReplay } from '../link/replay.ts';
import { type Analysis, type Credit, type Instant, PRIMARY_KINDS } from '../model/index.ts';
import { storyRestated } from '../publish/outbox.ts';
import type { Db } from '../store/db.ts';
import { createDecisions } from '../store/decisions.ts';
import { createFindings } from '../store/findings.ts';
import { createReplay, type ReplayArticle } from '../store/replay.ts';
import { createStories } from '../store/stories.ts';
import { createWordings } from '../store/wordings.ts';
import type { Difference } from './differences.ts';
import { summariseStory } from './story.ts';

/** An article analysed anew. */
export interface Replayed {
  article: ReplayArticle;
  analysis: Analysis;
  credits: Credit[];
  /** Null where nothing changed. */
  difference: Difference | null;
}

/** What became of stories. */
export interface StoryTally {
  /** Articles that began, joined or left a story. */
  begun: number;
  joined: number;
  left: number;
  /** Stories that are told otherwise. */
  restated: number;
}

/** Writes articles that were analysed anew. */
export interface Restater {
  /** Stores a batch with its whole consequence in one transaction; gives those that were stored. */
  commit(batch: readonly Replayed[], at: Instant): Replayed[];
  readonly stories: Readonly<StoryTally>;
}

function wording({ grade, tags }: Difference): string {
  const changes = tags.map(({ change, kind, ref }) => `${change} ${kind} ${ref}`);
  return [...(grade ? [`was ${grade.before}`] : []), ...changes].join(', ');
}

export function createRestater(
  db: Db,
  { dossierVersion, channels }: { dossierVersion: string; channels: Config['settings']['channels'] },
): Restater {
  const replay = createReplay(db);
  const findings = createFindings(db);
  const decisions = createDecisions(db);
  const stories = createStories(db);
  const wordings = createWordings(db);
  const placing = createStoryReplay(db);
  const tally: StoryTally = { begun: 0, joined: 0, left: 0, restated: 0 };
  const because = `reanalysed with dossier ${dossierVersion}`;

  function logChange({ article, analysis }: Replayed, difference: Difference, at: Instant): void {
    const { grade, reasons } = analysis.relevance;
    const reason = `${because} (${wording(difference)}): ${reasons.join('; ') || 'no rule fired'}`;
    decisions.log({ at, url: article.urlKey, step: 'relevance', outcome: grade, reason });
  }

  /** Lets an article join or leave a story where its grade asks for it; gives the stories that are another now. */
  function move({ article, analysis, credits }: Replayed, at: Instant): number[] {
    const log = (outcome: string, reason: string) =>
      decisions.log({ at, url: article.urlKey, step: 'story', outcome, reason });
    const current = placing.storyOf(article.id);
    const { grade } = analysis.relevance;
    if (grade === 'off') {
      const left = placing.leave(article.id);
      if (left === null) return current === null ? [] : [current];
      tally.left += 1;
      log(`left story ${left}`, `off the dispute: ${because}`);
      return [left];
    }
    if (current !== null) return [current];
    const { storyId, isNew, reason, touched } = placing.join({
      ...article,
      articleId: article.id,
      text: article.text || article.teaser,
      seenAt: article.firstSeenAt,
      credits,
      findings: analysis.findings,
      dates: analysis.dates,
      language: analysis.language,
      grade,
      primary: article.sourceParty !== null || PRIMARY_KINDS.has(article.sourceKind),
    });
    tally[isNew ? 'begun' : 'joined'] += 1;
    log(isNew ? `new story ${storyId}` : `joined story ${storyId}`, reason);
    return [storyId, ...touched];
  }

  function store(batch: readonly Replayed[], at: Instant): Replayed[] {
    const stored = batch.filter(({ article, analysis }) => replay.restate(article, analysis));
    for (const { article, analysis, credits } of stored) findings.replace(article.id, analysis, credits);
    const changed = new Set<number>();
    for (const replayed of stored) {
      if (!replayed.difference) continue;
      logChange(replayed, replayed.difference, at);
      for (const id of move(replayed, at)) changed.add(id);
    }
    placing.refresh(changed);
    for (const storyId of changed) {
      summariseStory({ store: { stories, wordings }, channels }, storyId);
      storyRestated(db, { storyId, channels, now: at, reason: because });
    }
    tally.restated += changed.size;
    return stored;
  }

  return { commit: (batch, at) => db.transaction(() => store(batch, at)).immediate(), stories: tally };
}
