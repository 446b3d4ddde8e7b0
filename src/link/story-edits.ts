import type { Instant, Language } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { createStories, type StoryDecisionKind } from '../store/stories.ts';
import { headOf } from './lead.ts';
import { STORY_SETTINGS } from './stories.ts';

/** A change of stories that cannot be made, in words for the person who asked for it. */
export class StoryEditError extends Error {
  override name = 'StoryEditError';
}

/** Who asks for a change, why and when. */
export interface EditContext {
  by: string;
  reason: string;
  at: Instant;
}

/** A change that was made. */
export interface StoryEdit {
  decisionId: number;
  /** Stories whose messages must be told anew. */
  touched: number[];
}

/**
 * What a person can change about stories. Each change is logged and can be undone, and the stories it touches
 * are held: the linker still adds articles to them, but never moves, merges or splits what a person set.
 */
export function createStoryEdits(db: Db, languages: readonly Language[] = STORY_SETTINGS.languages) {
  const stories = createStories(db);

  function known(id: number): number {
    const story = stories.get(id);
    if (!story) throw new StoryEditError(`there is no story ${id}`);
    if (story.mergedInto !== null)
      throw new StoryEditError(`story ${id} was merged into story ${story.mergedInto}`);
    return id;
  }

  function transfer(
    kind: StoryDecisionKind,
    articleIds: number[],
    from: number,
    to: number,
    context: EditContext,
  ): StoryEdit {
    for (const articleId of articleIds) stories.move(articleId, to);
    for (const id of [from, to]) {
      stories.hold(id);
      const head = headOf(stories.members(id), languages);
      stories.setMergedInto(id, head ? null : to);
      if (head) stories.update(id, head);
    }
    const decisionId = stories.log({ ...context, kind, storyId: from, otherId: to, articleIds });
    return { decisionId, touched: [from, to] };
  }

  const atOnce = <T>(work: () => T): T => db.transaction(work)();

  return {
    /** Puts all articles of one story into another. @throws {StoryEditError} */
    merge: (from: number, into: number, context: EditContext): StoryEdit =>
      atOnce(() => {
        if (known(from) === known(into)) throw new StoryEditError(`story ${from} is the same story`);
        return transfer('merge', stories.memberIds(from), from, into, context);
      }),

    /** Makes a new story of some articles of a story. @throws {StoryEditError} */
    split: (
      storyId: number,
      articleIds: readonly number[],
      context: EditContext,
    ): StoryEdit & { newStoryId: number } =>
      atOnce(() => {
        const members = new Set(stories.memberIds(known(storyId)));
        const stranger = articleIds.find((id) => !members.has(id));
        if (stranger !== undefined)
          throw new StoryEditError(`article ${stranger} is not in story ${storyId}`);
        const head = headOf(stories.candidates(articleIds), languages);
        if (!head) throw new StoryEditError('name at least one article to split off');
        if (new Set(articleIds).size === members.size)
          throw new StoryEditError(`story ${storyId} would be left without articles`);
        const newStoryId = stories.create(head);
        return { ...transfer('split', [...articleIds], storyId, newStoryId, context), newStoryId };
      }),

    /** Puts one article into another story. @throws {StoryEditError} */
    move: (articleId: number, to: number, context: EditContext): StoryEdit =>
      atOnce(() => {
        const from = stories.storyOf(articleId);
        if (from === null) throw new StoryEditError(`article ${articleId} is in no story`);
        if (from === known(to)) throw new StoryEditError(`article ${articleId} is in story ${to} already`);
        return transfer('move', [articleId], from, to, context);
      }),

    /** Takes a change back, a person's or the linker's. @throws {StoryEditError} */
    undo: (decisionId: number, context: EditContext): StoryEdit =>
      atOnce(() => {
        const decision = stories.decision(decisionId);
        if (!decision) throw new StoryEditError(`there is no decision ${decisionId}`);
        if (decision.undoneAt !== null) throw new StoryEditError(`decision ${decisionId} was undone before`);
        const still = decision.articleIds.filter((id) => stories.storyOf(id) === decision.otherId);
        if (still.length === 0)
          throw new StoryEditError(`the articles of decision ${decisionId} have been moved again since`);
        stories.markUndone(decisionId, context.at);
        return transfer('undo', still, decision.otherId, decision.storyId, context);
      }),
  };
}

export type StoryEdits = ReturnType<typeof createStoryEdits>;
