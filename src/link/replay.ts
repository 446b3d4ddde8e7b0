import type { Db } from '../store/db.ts';
import { createFeatures } from '../store/features.ts';
import { createLinks } from '../store/links.ts';
import { createReplay } from '../store/replay.ts';
import { createStories } from '../store/stories.ts';
import type { Candidate } from './index.ts';
import { createStoryPlacer, STORY_SETTINGS, type StoryPlacement } from './stories.ts';

/**
 * Stories when the analysis of stored articles changes although their texts do not. What an article shares with others
 * is a matter of its text, so its links stand; and what is grouped stays grouped. Only an article that begins to matter
 * is placed, and one that matters no more leaves. Call inside the transaction that stores the new analysis.
 */
export function createStoryReplay(db: Db) {
  const links = createLinks(db);
  const stories = createStories(db);
  const features = createFeatures(db);
  const replay = createReplay(db);
  const placer = createStoryPlacer({ stories, features, links }, STORY_SETTINGS);

  return {
    storyOf: (articleId: number): number | null => stories.storyOf(articleId),

    /** Places an article that matters now among the articles of its own time (`seenAt`: when it was first seen). */
    join(candidate: Candidate): StoryPlacement {
      features.remove(candidate.articleId);
      const at = candidate.publishedAt ?? candidate.seenAt;
      return placer.place({ ...candidate, at }, links.of(candidate.articleId));
    },

    /**
     * Takes an article that matters no more out of its story; one that a person put there stays.
     * @returns the story it left, null where it left none
     */
    leave(articleId: number): number | null {
      const storyId = stories.storyOf(articleId);
      if (storyId === null || stories.get(storyId)?.held) return null;
      features.remove(articleId);
      replay.leaveStory(articleId);
      return storyId;
    },

    /** Draws the stories' own rows (title, lead, grade, stage) anew from their articles. */
    refresh(storyIds: Iterable<number>): void {
      for (const id of storyIds) {
        if (stories.memberIds(id).length > 0) placer.refresh([id]);
        else if (stories.get(id)?.mergedInto === null) replay.markEmpty(id);
      }
    },
  };
}

export type StoryReplay = ReturnType<typeof createStoryReplay>;
